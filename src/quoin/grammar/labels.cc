// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/labels.h>

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <quoin/base/suggest.h>
#include <quoin/grammar/line_reader.h>

namespace quoin {
namespace {

constexpr std::string_view kParagraph = "\u00B6";
constexpr std::array<std::string_view, 5> kLabelNames = {
    "CUE", "SPEAKER", "ROLE", "MEDIUM", "ADDRESSEE"};

// "[NAME " at the start of `text`: the name, else nothing.
std::string_view label_name(std::string_view text) {
  if (!text.starts_with('[')) return {};
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view name = text.substr(1, end - 1);
  const bool is_upper = std::all_of(name.begin(), name.end(), [](char c) {
    return c >= 'A' && c <= 'Z';
  });
  return end < text.size() && is_upper ? name : std::string_view();
}

class LabelParser {
 public:
  explicit LabelParser(std::string_view sentence) : in_(sentence) {}

  Result<LabelledText> parse() {
    while (at_ < in_.size()) {
      const std::string_view name = label_name(in_.substr(at_));
      const std::optional<Slot> slot = slot_named(name);
      if (slot) {
        open(*slot, name.size() + 2);
      } else if (!name.empty() && !nearest_name(name, kLabelNames).empty()) {
        return complain(at_ + 1, fmt::format("unknown slot '{}'", name),
                        suggest_name(name, kLabelNames));
      } else if (!open_.empty() && in_[at_] == ']' && open_.back().plain == 0) {
        close();
      } else {
        copy();
      }
    }
    if (!open_.empty()) {
      return complain(open_.back().at, "this label is not closed");
    }
    std::stable_sort(out_.labels.begin(), out_.labels.end(),
                     [](const Label& a, const Label& b) {
                       return std::tuple(a.span.begin, b.span.end, a.column) <
                              std::tuple(b.span.begin, a.span.end, b.column);
                     });
    return std::move(out_);
  }

 private:
  struct Open {
    Label label;
    std::size_t at = 0;     // of its bracket
    std::size_t plain = 0;  // brackets of the text open inside it
  };

  std::size_t column_of(std::size_t byte) const {
    return count_code_points(in_.substr(0, byte)) + 1;
  }

  Diagnostic complain(std::size_t at, std::string message,
                      std::string hint = "") const {
    Diagnostic problem;
    problem.column = column_of(at);
    problem.message = std::move(message);
    problem.hint = std::move(hint);
    return problem;
  }

  void open(Slot slot, std::size_t size) {
    Open& label = open_.emplace_back();
    label.at = at_;
    at_ += size;
    label.label = {slot, {out_.text.size(), 0}, column_of(at_)};
  }

  void close() {
    Label& label = open_.back().label;
    label.span.end = out_.text.size();
    out_.labels.push_back(label);
    open_.pop_back();
    ++at_;
  }

  void copy() {
    if (in_.substr(at_).starts_with(kParagraph)) {
      while (out_.text.ends_with(' ')) out_.text.pop_back();
      out_.text += "\n\n";
      at_ += kParagraph.size();
      while (at_ < in_.size() && in_[at_] == ' ') ++at_;
      return;
    }
    if (!open_.empty()) {
      if (in_[at_] == '[') ++open_.back().plain;
      if (in_[at_] == ']') --open_.back().plain;
    }
    out_.text += in_[at_++];
  }

  std::string_view in_;
  std::size_t at_ = 0;
  std::vector<Open> open_;
  LabelledText out_;
};

}  // namespace

Result<LabelledText> parse_labels(std::string_view sentence) {
  return LabelParser(sentence).parse();
}

std::string print_labels(const LabelledText& labelled) {
  std::string out;
  std::vector<std::size_t> ends;  // of the labels that are open
  auto next = labelled.labels.begin();
  for (std::size_t at = 0; at <= labelled.text.size(); ++at) {
    while (!ends.empty() && ends.back() == at) {
      out += ']';
      ends.pop_back();
    }
    for (; next != labelled.labels.end() && next->span.begin == at; ++next) {
      out += fmt::format("[{} ", to_string(next->slot));
      ends.push_back(next->span.end);
    }
    if (at == labelled.text.size()) break;
    const char c = labelled.text[at];
    if (c != '\n') {
      out += c;
    } else if (!out.ends_with(fmt::format("{} ", kParagraph))) {
      out += fmt::format("{}{} ", out.ends_with(' ') ? "" : " ", kParagraph);
    }
  }
  return out;
}

}  // namespace quoin
