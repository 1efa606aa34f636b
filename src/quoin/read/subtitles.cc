// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/subtitles.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <quoin/read/html/references.h>
#include <quoin/read/mapped_text.h>

namespace quoin {
namespace {

// Silence after which a sentence that has ended ends its paragraph.
constexpr double kSilence = 2.0;

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return text.substr(text.size());
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

// "00:01:02,500" and "01:02.500" in seconds.
std::optional<double> read_time(std::string_view text) {
  double seconds = 0;
  double part = 0;
  double scale = 0;  // of a digit behind the point
  bool has_digit = false;
  bool has_colon = false;
  for (const char c : trim(text)) {
    if (c >= '0' && c <= '9') {
      has_digit = true;
      if (scale > 0) {
        part += scale * (c - '0');
        scale /= 10;
      } else {
        part = part * 10 + (c - '0');
      }
    } else if (c == ':') {
      seconds = (seconds + part) * 60;
      part = 0;
      has_colon = true;
    } else if (c == ',' || c == '.') {
      scale = 0.1;
    } else {
      break;  // settings of WebVTT
    }
  }
  if (!has_digit || !has_colon) return std::nullopt;
  return seconds + part;
}

struct Times {
  double begin = 0;
  double end = 0;
};

std::optional<Times> read_times(std::string_view line) {
  constexpr std::string_view kArrow = "-->";
  const std::size_t arrow = line.find(kArrow);
  if (arrow == std::string_view::npos) return std::nullopt;
  const auto begin = read_time(line.substr(0, arrow));
  const auto end = read_time(line.substr(arrow + kArrow.size()));
  if (!begin || !end) return std::nullopt;
  return Times{*begin, *end};
}

// The lines of `raw`, without their breaks.
std::vector<std::string_view> split_lines(std::string_view raw) {
  std::vector<std::string_view> lines;
  while (!raw.empty()) {
    const std::size_t end = std::min(raw.find('\n'), raw.size());
    std::string_view line = raw.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    raw.remove_prefix(std::min(raw.size(), end + 1));
  }
  return lines;
}

bool ends_sentence(std::string_view text) {
  for (const std::string_view mark :
       {".", "!", "?", "\u2026", "\u201D", "\"", "\u00BB", "\u3002"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

// "JANE DOE: We leave" or "Jane Doe: We leave", as transcripts label turns.
bool has_label(std::string_view line) {
  constexpr std::size_t kLongestLabel = 40;
  const std::size_t colon = line.substr(0, kLongestLabel).find(": ");
  if (colon == std::string_view::npos || colon == 0) return false;
  const std::string_view label = line.substr(0, colon);
  const auto lead = static_cast<unsigned char>(label[0]);
  const bool is_name = (lead >= 'A' && lead <= 'Z') || lead >= 0x80;
  return is_name && label.find_first_of(".,;!?") == std::string_view::npos &&
         std::count(label.begin(), label.end(), ' ') <= 3;
}

class Reader {
 public:
  explicit Reader(std::string_view raw) : raw_(raw), out_(raw) {}

  void read(Document& document) {
    const std::vector<std::string_view> lines = split_lines(raw_);
    for (std::size_t i = 0; i < lines.size();) {
      const std::optional<Times> times = read_times(lines[i]);
      if (!times) {
        ++i;  // numbers, names of captions, notes, styles, the first line
        continue;
      }
      std::size_t end = i + 1;
      while (end < lines.size() && !trim(lines[end]).empty()) ++end;
      // Without an empty line between, the next number is no speech.
      for (std::size_t at = i + 1; at < end; ++at) {
        if (read_times(lines[at])) end = at > i + 1 ? at - 1 : at;
      }
      read_caption(*times, {lines.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                            lines.begin() + static_cast<std::ptrdiff_t>(end)});
      i = end;
    }
    if (!out_.text().empty()) out_.put("\n", raw_.size(), raw_.size());
    std::move(out_).give_to(document);
  }

 private:
  void read_caption(const Times& times,
                    const std::vector<std::string_view>& lines) {
    const bool was_silent =
        times.begin - last_end_ > kSilence && ends_sentence(out_.text());
    last_end_ = times.end;
    std::vector<std::string_view> shown;
    bool is_first = true;
    for (const std::string_view whole : lines) {
      const std::string_view line = trim(whole);
      if (line.empty()) continue;
      shown.push_back(line);
      // What still stands from the caption before.
      if (std::find(shown_.begin(), shown_.end(), line) != shown_.end()) {
        continue;
      }
      read_line(line, is_first && was_silent);
      is_first = false;
    }
    shown_ = std::move(shown);
  }

  void read_line(std::string_view line, bool begins_paragraph) {
    std::string_view rest = line;
    for (const std::string_view turn : {">>>", ">>", "- ", "\u2013 "}) {
      if (!rest.starts_with(turn)) continue;
      rest = trim(rest.substr(turn.size()));
      begins_paragraph = true;
      break;
    }
    if (has_label(rest)) begins_paragraph = true;
    separate(rest.data(), begins_paragraph);
    while (!rest.empty()) rest = read_piece(rest);
  }

  // A space, or the break between paragraphs, before what comes next.
  void separate(const char* next, bool begins_paragraph) {
    if (out_.text().empty() || out_.text().ends_with('\n')) return;
    const std::size_t at = out_.offset_of(next);
    out_.put(begins_paragraph ? "\n\n" : " ", at, at);
  }

  // The first piece of a line: a tag, a reference, or text. What is left.
  std::string_view read_piece(std::string_view rest) {
    if (rest[0] == '<' || rest.starts_with("{\\")) {
      const std::size_t end = rest.find(rest[0] == '<' ? '>' : '}');
      if (end != std::string_view::npos) {
        read_tag(rest.substr(1, end - 1));
        return rest.substr(end + 1);
      }
    }
    if (rest[0] == '&') {
      const Reference reference = read_reference(rest, false);
      if (reference.size > 0) {
        const std::size_t at = out_.offset_of(rest.data());
        out_.put(reference.view(), at, at + reference.size);
        return rest.substr(reference.size);
      }
    }
    const std::size_t end = std::min(rest.find_first_of("<&{", 1), rest.size());
    out_.add(rest.substr(0, end));
    return rest.substr(end);
  }

  // "v.loud Jane Doe" names the speaker; other tags are looks.
  void read_tag(std::string_view tag) {
    if (!tag.starts_with("v ") && !tag.starts_with("v.")) return;
    const std::size_t space = tag.find(' ');
    if (space == std::string_view::npos) return;
    const std::string_view name = trim(tag.substr(space));
    if (name.empty() || name == speaker_) return;
    speaker_ = name;
    if (out_.text().ends_with(' ')) out_.truncate(out_.text().size() - 1);
    separate(name.data(), true);
    out_.add(name);
    const std::size_t end = out_.offset_of(name.data()) + name.size();
    out_.put(": ", end, end);
  }

  std::string_view raw_;
  MappedText out_;
  double last_end_ = 0;
  std::vector<std::string_view> shown_;  // the lines of the last caption
  std::string_view speaker_;
};

}  // namespace

void read_subtitles(std::string_view raw, Document& document) {
  Reader(raw).read(document);
}

}  // namespace quoin
