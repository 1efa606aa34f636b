// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/paragraphs.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace quoin {
namespace {

// A typist wraps at 60 to 80 columns; 100 leaves room for multi-byte letters.
constexpr std::size_t kLongestWrappedLine = 100;
constexpr std::size_t kShortestWrappedLine = 45;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trim(std::string_view line) {
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  // Crawlers leave lines that hold only a no-break space.
  while (line.starts_with("\u00A0")) line.remove_prefix(2);
  return line;
}

// Calls `visit(begin, end)` for each line, without its line break, while it
// returns true.
template <class Visit>
void for_each_line(std::string_view text, Visit visit) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const void* at =
        std::memchr(text.data() + begin, '\n', text.size() - begin);
    const std::size_t end =
        at == nullptr ? text.size()
                      : static_cast<std::size_t>(
                            static_cast<const char*>(at) - text.data());
    if (!visit(begin, end)) return;
    begin = end + 1;
  }
}

std::size_t first_word_size(std::string_view line) {
  return std::min(line.find(' '), line.size());
}

std::vector<TextSpan> lines_as_paragraphs(std::string_view text) {
  std::vector<TextSpan> paragraphs;
  for_each_line(text, [&](std::size_t begin, std::size_t end) {
    if (end > begin && text[end - 1] == '\r') --end;
    if (!trim(text.substr(begin, end - begin)).empty()) {
      paragraphs.push_back({begin, end});
    }
    return true;
  });
  return paragraphs;
}

std::vector<TextSpan> chunks_as_paragraphs(std::string_view text) {
  std::vector<TextSpan> paragraphs;
  bool open = false;
  for_each_line(text, [&](std::size_t begin, std::size_t end) {
    if (end > begin && text[end - 1] == '\r') --end;
    const std::string_view line = text.substr(begin, end - begin);
    if (trim(line).empty()) {
      open = false;
      return true;
    }
    // An indented line begins a paragraph, except under an indented one.
    const bool indented = is_blank(line.front());
    if (open && indented && !is_blank(text[paragraphs.back().begin])) {
      open = false;
    }
    if (open) {
      paragraphs.back().end = end;
    } else {
      paragraphs.push_back({begin, end});
    }
    open = true;
    return true;
  });
  return paragraphs;
}

}  // namespace

bool is_hard_wrapped(std::string_view text) {
  // The longest line stands for the column at which the typist wrapped; a few
  // longer ones are addresses and tables, which nobody can wrap.
  constexpr std::size_t kMostTooLong = 2;
  std::size_t longest = 0;
  std::size_t too_long = 0;
  for_each_line(text, [&](std::size_t begin, std::size_t end) {
    if (end - begin > kLongestWrappedLine) {
      ++too_long;
    } else {
      longest = std::max(longest, end - begin);
    }
    return too_long <= kMostTooLong;
  });
  if (longest < kShortestWrappedLine || too_long > kMostTooLong) return false;
  // Of the breaks inside runs of lines, count those where the next word would
  // not have fitted.
  std::size_t breaks = 0;
  std::size_t forced = 0;
  std::string_view previous;
  for_each_line(text, [&](std::size_t begin, std::size_t end) {
    const std::string_view line = trim(text.substr(begin, end - begin));
    if (!previous.empty() && !line.empty()) {
      ++breaks;
      // Eight columns of grace: ragged lines come from multi-byte letters and
      // from editors that wrapped before indenting.
      if (previous.size() + 1 + first_word_size(line) + 8 > longest) ++forced;
    }
    previous = line;
    return true;
  });
  return breaks >= 2 && forced * 10 >= breaks * 7;
}

std::vector<TextSpan> find_paragraphs(std::string_view text) {
  return is_hard_wrapped(text) ? chunks_as_paragraphs(text)
                               : lines_as_paragraphs(text);
}

}  // namespace quoin
