// SPDX-License-Identifier: Apache-2.0
#include <quoin/match/clean_source.h>

#include <algorithm>
#include <map>

namespace quoin {
namespace {

constexpr std::size_t kLongestHead = 80;
constexpr std::size_t kMostDigits = 4;
constexpr std::size_t kFewestNumbered = 5;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\f';
}

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;      // without the line break
  std::size_t first = 0;    // the first byte that is no space
  std::size_t number = 0;   // the number it begins with
  std::size_t behind = 0;   // the first word behind that number
  bool numbered = false;
  bool dropped = false;
  bool blank() const { return first == end; }
};

Line read_line(std::string_view text, std::size_t begin, std::size_t end) {
  Line line;
  line.begin = begin;
  line.end = end;
  while (line.end > begin && is_space(text[line.end - 1])) --line.end;
  line.first = begin;
  while (line.first < line.end && is_space(text[line.first])) ++line.first;
  std::size_t at = line.first;
  while (at < line.end && is_digit(text[at]) &&
         at - line.first < kMostDigits) {
    line.number = line.number * 10 + static_cast<std::size_t>(text[at] - '0');
    ++at;
  }
  line.numbered = at > line.first && (at == line.end || is_space(text[at]));
  line.behind = at;
  while (line.behind < line.end && is_space(text[line.behind])) ++line.behind;
  return line;
}

class Cleaner {
 public:
  explicit Cleaner(std::string_view text) : text_(text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      lines_.push_back(read_line(text, begin, end));
      begin = end + 1;
    }
  }

  std::optional<CleanSource> run() {
    drop_heads();
    find_line_numbers();
    drop_page_numbers();
    if (!out_.line_numbers && !out_.page_furniture) return std::nullopt;
    write();
    return std::move(out_);
  }

 private:
  // Lines that come again and again, figures aside: MINUTES OF THE BOARD 12.
  void drop_heads() {
    std::map<std::string, std::size_t> times;
    std::vector<std::string> plain(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      plain[i] = plain_of(lines_[i]);
      if (!plain[i].empty()) ++times[plain[i]];
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (plain[i].empty()) continue;
      const std::string_view line =
          text_.substr(lines_[i].first, lines_[i].end - lines_[i].first);
      const bool counted = std::any_of(line.begin(), line.end(), is_digit);
      if (times[plain[i]] < (counted ? 2u : 3u)) continue;
      lines_[i].dropped = true;
      out_.page_furniture = true;
    }
  }

  // The letters of a line that may be a head; empty for others.
  std::string plain_of(const Line& line) const {
    if (line.blank() || line.end - line.first > kLongestHead) return {};
    const char last = text_[line.end - 1];
    if (last == '.' || last == '?' || last == '!' || last == ':' ||
        last == ',' || last == ';') {
      return {};
    }
    std::string plain;
    const std::size_t from =
        line.numbered && line.behind < line.end ? line.behind : line.first;
    for (std::size_t i = from; i < line.end; ++i) {
      if (!is_digit(text_[i]) && !is_space(text_[i])) plain += text_[i];
    }
    return plain.size() < 3 ? std::string() : plain;
  }

  // Most lines begin with a number, one more than the line before.
  void find_line_numbers() {
    std::size_t full = 0;
    std::size_t counted = 0;
    std::optional<std::size_t> last;
    for (const Line& line : lines_) {
      if (line.blank() || line.dropped) continue;
      ++full;
      if (!line.numbered) continue;
      counted += last && (line.number == *last + 1 || line.number == 1);
      last = line.number;
    }
    out_.line_numbers = counted >= kFewestNumbered && counted * 2 >= full;
  }

  // A number alone on its line, perhaps between dashes.
  void drop_page_numbers() {
    for (Line& line : lines_) {
      if (line.blank() || line.dropped) continue;
      if (out_.line_numbers && line.numbered) continue;
      std::size_t digits = 0;
      bool other = false;
      for (std::size_t i = line.first; i < line.end; ++i) {
        digits += is_digit(text_[i]);
        other = other || !(is_digit(text_[i]) || is_space(text_[i]) ||
                           text_[i] == '-' || text_[i] == '[' ||
                           text_[i] == ']');
      }
      if (other || digits == 0 || digits > kMostDigits) continue;
      line.dropped = true;
      out_.page_furniture = true;
    }
  }

  void write() {
    bool blank = false;    // a blank line is due
    bool dropped = false;  // something was taken away since the last words
    for (const Line& line : lines_) {
      const std::size_t first =
          out_.line_numbers && line.numbered ? line.behind : line.first;
      if (line.dropped) {
        dropped = true;
      } else if (first >= line.end) {
        blank = true;
      } else {
        // The blank lines around a head are the head's.
        if (!out_.text.empty()) {
          out_.text += blank && !dropped ? "\n\n" : "\n";
        }
        out_.pieces.push_back({out_.text.size(), first});
        out_.text += text_.substr(first, line.end - first);
        blank = dropped = false;
      }
    }
  }

  std::string_view text_;
  std::vector<Line> lines_;
  CleanSource out_;
};

}  // namespace

std::size_t CleanSource::source_of(std::size_t at) const {
  auto piece = std::upper_bound(
      pieces.begin(), pieces.end(), at,
      [](std::size_t where, const Piece& p) { return where < p.at; });
  if (piece == pieces.begin()) return 0;
  --piece;
  return piece->source + (at - piece->at);
}

TextSpan CleanSource::source_of(std::size_t begin, std::size_t end) const {
  const std::size_t from = source_of(begin);
  return {from, end > begin ? source_of(end - 1) + 1 : from};
}

std::optional<CleanSource> clean_source(std::string_view text) {
  return Cleaner(text).run();
}

}  // namespace quoin
