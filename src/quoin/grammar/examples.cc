// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/examples.h>

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <quoin/grammar/line_reader.h>
#include <quoin/grammar/parse.h>
#include <quoin/grammar/rule_set.h>
#include <quoin/grammar/skeleton.h>
#include <quoin/quote/find_quotations.h>

namespace quoin {
namespace {

constexpr std::string_view kParagraph = "\u00B6";

// The slot whose label opens at the start of `text`, and the label's size.
std::pair<Slot, std::size_t> label_opening(std::string_view text) {
  const std::size_t space = text.find(' ');
  if (text.empty() || text[0] != '[' || space == std::string_view::npos) {
    return {Slot::kNone, 0};
  }
  const std::optional<Slot> slot = slot_named(text.substr(1, space - 1));
  return slot ? std::pair(*slot, space + 1) : std::pair(Slot::kNone, 0UL);
}

std::string in_quotes(std::string_view text) {
  return fmt::format("\"{}\"", text);
}

// Executes the examples of one grammar.
class ExampleRunner {
 public:
  explicit ExampleRunner(const Grammar& grammar) : grammar_(grammar) {}

  ExampleReport run() {
    int rule = 0;
    for (const GrammarFile& file : grammar_.files()) {
      file_ = &file;
      for (const RuleSyntax& syntax : file.rules) {
        for (const Example& example : syntax.examples) {
          run_example(rule, syntax, example);
        }
        for (const Example& never : syntax.nevers) {
          run_never(rule, syntax, never);
        }
        ++rule;
      }
    }
    return std::move(report_);
  }

 private:
  void fail(Place place, std::string message, std::string hint = "") {
    report_.problems.push_back(
        diagnose(*file_, place, std::move(message), std::move(hint)));
  }

  // False when the sentence cannot be read.
  bool read(const Example& example) {
    ++report_.examples;
    Result<LabelledText> labelled = parse_labels(example.text);
    if (!labelled) {
      Place place = example.place;
      place.column += labelled.error().front().column - 1;
      place.width = 1;
      fail(place, labelled.error().front().message);
      return false;
    }
    labelled_ = *std::move(labelled);
    document_ = Document{};
    document_.text = labelled_.text;
    quotations_ = find_quotations(document_, grammar_.marks());
    skeleton_ = build_skeleton(document_, quotations_, grammar_.tokenizer(),
                               grammar_.token_types());
    readings_ = grammar_.rules().read(skeleton_, quotations_, scratch_);
    return true;
  }

  void run_example(int rule, const RuleSyntax& syntax,
                   const Example& example) {
    if (!read(example)) return;
    if (quotations_.empty()) {
      return fail(example.place, "there is no quotation in this example");
    }
    const auto won = std::find_if(
        readings_.begin(), readings_.end(),
        [rule](const Reading& reading) { return reading.rule == rule; });
    if (won == readings_.end()) return report_loss(rule, syntax, example);
    compare_slots(*won, syntax, example);
  }

  void report_loss(int rule, const RuleSyntax& syntax,
                   const Example& example) {
    for (std::size_t q = 0; q < quotations_.size(); ++q) {
      for (const Reading& reading : all_at(q)) {
        if (reading.rule != rule) continue;
        const RuleName& winner =
            grammar_.rule_names()[static_cast<std::size_t>(readings_[q].rule)];
        return fail(example.place,
                    fmt::format("rule '{}' wins this example of '{}'",
                                winner.name, syntax.name),
                    fmt::format("it stands at {}:{}", winner.file,
                                winner.line));
      }
    }
    fail(example.place, fmt::format("rule '{}' does not match this example",
                                    syntax.name));
  }

  std::vector<Reading> all_at(std::size_t q) {
    return grammar_.rules().all_readings(skeleton_, quotations_, readings_, q,
                                         scratch_);
  }

  TextSpan text_span(TokenRange range) const {
    return {skeleton_.tokens[range.begin].text_begin,
            skeleton_.tokens[range.end - 1].text_end};
  }

  void compare_slots(const Reading& reading, const RuleSyntax& syntax,
                     const Example& example) {
    for (std::size_t s = 1; s < kSlotCount; ++s) {
      const auto slot = static_cast<Slot>(s);
      if (slot == Slot::kQuote) continue;
      const auto label = std::find_if(
          labelled_.labels.begin(), labelled_.labels.end(),
          [slot](const auto& entry) { return entry.first == slot; });
      const bool expected = label != labelled_.labels.end();
      const TokenRange found = reading.slot(slot);
      if (!expected && found.empty()) continue;
      if (expected && !found.empty() && text_span(found) == label->second) {
        continue;
      }
      fail(expected ? label_place(example, label->second) : example.place,
           fmt::format("rule '{}' reads this example differently",
                       syntax.name),
           fmt::format("expected {} {}, found {}", to_string(slot),
                       expected ? in_quotes(document_.slice(label->second))
                                : "nothing",
                       found.empty()
                           ? "nothing"
                           : in_quotes(document_.slice(text_span(found)))));
    }
  }

  // Where the labelled words stand in the grammar file.
  Place label_place(const Example& example, TextSpan words) const {
    const std::string_view wanted = document_.slice(words);
    std::size_t at = example.text.find(fmt::format(" {}]", wanted));
    at = at == std::string::npos ? 0 : at + 1;
    return {example.place.line,
            example.place.column +
                count_code_points(std::string_view(example.text).substr(0, at)),
            count_code_points(wanted)};
  }

  void run_never(int rule, const RuleSyntax& syntax, const Example& never) {
    if (!read(never)) return;
    for (std::size_t q = 0; q < quotations_.size(); ++q) {
      for (const Reading& reading : all_at(q)) {
        if (reading.rule == rule) {
          return fail(never.place,
                      fmt::format("rule '{}' matches this sentence, and must "
                                  "never",
                                  syntax.name));
        }
      }
    }
  }

  const Grammar& grammar_;
  const GrammarFile* file_ = nullptr;
  ExampleReport report_;
  RuleScratch scratch_;
  // Of the example at hand:
  LabelledText labelled_;
  Document document_;
  std::vector<Quotation> quotations_;
  Skeleton skeleton_;
  std::vector<Reading> readings_;
};

}  // namespace

Result<LabelledText> parse_labels(std::string_view example) {
  LabelledText out;
  std::optional<Slot> open;
  std::size_t begin = 0;
  std::size_t opened_at = 0;
  const auto complain = [&](std::size_t at, std::string message) {
    Diagnostic problem;
    problem.column = count_code_points(example.substr(0, at)) + 1;
    problem.message = std::move(message);
    return problem;
  };
  for (std::size_t at = 0; at < example.size();) {
    const auto [slot, size] = label_opening(example.substr(at));
    if (slot != Slot::kNone) {
      if (open) return complain(at, "a label inside a label");
      open = slot;
      opened_at = at;
      begin = out.text.size();
      at += size;
    } else if (open && example[at] == ']') {
      out.labels.emplace_back(*open, TextSpan{begin, out.text.size()});
      open.reset();
      ++at;
    } else if (example.substr(at).starts_with(kParagraph)) {
      while (out.text.ends_with(' ')) out.text.pop_back();
      out.text += "\n\n";
      at += kParagraph.size();
      while (at < example.size() && example[at] == ' ') ++at;
    } else {
      out.text += example[at++];
    }
  }
  if (open) return complain(opened_at, "this label is not closed");
  return out;
}

std::string print_labels(const LabelledText& labelled) {
  std::string out;
  std::size_t at = 0;
  const auto copy_to = [&](std::size_t end) {
    for (; at < end; ++at) {
      if (labelled.text[at] != '\n') {
        out += labelled.text[at];
      } else if (!out.ends_with(' ')) {
        out += fmt::format(" {} ", kParagraph);
      }
    }
  };
  for (const auto& [slot, span] : labelled.labels) {
    copy_to(span.begin);
    out += fmt::format("[{} ", to_string(slot));
    copy_to(span.end);
    out += ']';
  }
  copy_to(labelled.text.size());
  return out;
}

ExampleReport check_examples(const Grammar& grammar) {
  return ExampleRunner(grammar).run();
}

}  // namespace quoin
