// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/fold.h>

#include <cstdlib>
#include <optional>

#include <utf8proc.h>

namespace quoin {
namespace {

constexpr std::string_view kDash = "\u2014";
constexpr std::string_view kEllipsis = "\u2026";

struct CodePoint {
  char32_t value = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
         c == 0xFEFF;
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  if (c == 0x85 || c == 0x2028 || c == 0x2029) return true;
  return utf8proc_category(static_cast<utf8proc_int32_t>(c)) ==
         UTF8PROC_CATEGORY_ZS;
}

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

// Dashes that stand for a hyphen between digits: 1914–1918.
bool is_range_dash(char32_t c) {
  return c == 0x2012 || c == 0x2013 || c == 0x2212;
}

bool is_dash(char32_t c) {
  return (c >= 0x2012 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 ||
         c == 0xFF0D;
}

bool is_single_mark(char32_t c) {
  switch (c) {
    case '\'': case '`': case 0xB4: case 0x2BC: case 0x2018: case 0x2019:
    case 0x201A: case 0x201B: case 0x2032: case 0x2039: case 0x203A:
    case 0xFF07:
      return true;
    default: return false;
  }
}

bool is_double_mark(char32_t c) {
  return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0x2033 ||
         c == 0xAB || c == 0xBB || c == 0xFF02 ||
         (c >= 0x300C && c <= 0x300F);
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_combining(char32_t c) {
  if (c < 0x300) return false;
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC;
}

class Folder {
 public:
  explicit Folder(std::string_view text) : text_(text) { decode(); }

  FoldedText run() {
    folded_.text.reserve(text_.size());
    while (at_ < points_.size()) {
      if (fold_space() || fold_ellipsis() || fold_dash() || fold_mark()) {
        continue;
      }
      fold_letter();
    }
    return std::move(folded_);
  }

 private:
  void decode() {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text_.data());
    std::size_t at = 0;
    while (at < text_.size()) {
      utf8proc_int32_t value = 0;
      utf8proc_ssize_t used = 1;
      if (bytes[at] < 0x80) {
        value = bytes[at];
      } else {
        used = utf8proc_iterate(
            bytes + at, static_cast<utf8proc_ssize_t>(text_.size() - at),
            &value);
        if (used <= 0) used = 1, value = 0xFFFD;
      }
      const std::size_t end = at + static_cast<std::size_t>(used);
      if (!is_invisible(static_cast<char32_t>(value))) {
        points_.push_back({static_cast<char32_t>(value), at, end});
      }
      at = end;
    }
  }

  char32_t value(std::size_t i) const {
    return i < points_.size() ? points_[i].value : U'\0';
  }

  // Spaces are written late: a dash or an ellipsis swallows them.
  bool fold_space() {
    if (!is_space(value(at_))) return false;
    if (!space_) space_ = points_[at_];
    space_->end = points_[at_].end;
    ++at_;
    return true;
  }

  void write(std::string_view bytes, std::size_t begin, std::size_t end) {
    if (space_) {
      const bool wanted = !folded_.text.empty() && !swallow_;
      if (wanted) {
        folded_.text += ' ';
        folded_.map.append(1, space_->begin, space_->end);
      }
      space_.reset();
    }
    swallow_ = false;
    folded_.text += bytes;
    folded_.map.append(bytes.size(), begin, end);
  }

  // A dash or an ellipsis, with the spaces around it.
  void write_joint(std::string_view bytes, std::size_t begin,
                   std::size_t end) {
    if (space_) begin = space_->begin;
    space_.reset();
    while (is_space(value(at_))) end = points_[at_++].end;
    const bool merges = folded_.text.size() >= bytes.size() &&
                        std::string_view(folded_.text)
                            .substr(folded_.text.size() - bytes.size()) ==
                            bytes;
    if (!merges) write(bytes, begin, end);
    swallow_ = true;
  }

  // …  ...  . . .  ....  . …
  bool fold_ellipsis() {
    std::size_t i = at_;
    std::size_t last = at_;
    std::size_t dots = 0;
    while (value(i) == '.' || value(i) == 0x2026) {
      dots += value(i) == '.' ? 1 : 3;
      last = i++;
      while (is_space(value(i))) ++i;
    }
    if (dots < 3) return false;
    const std::size_t begin = points_[at_].begin;
    at_ = last + 1;
    write_joint(kEllipsis, begin, points_[last].end);
    return true;
  }

  bool fold_dash() {
    const char32_t c = value(at_);
    if (!is_hyphen(c) && !is_dash(c)) return false;
    std::size_t end = at_ + 1;
    while (is_hyphen(value(end)) || is_dash(value(end))) ++end;
    if (end == at_ + 1 && is_hyphen(c) && joins_lines(end)) {
      at_ = end;
      while (is_space(value(at_))) ++at_;
      return true;
    }
    const bool before = at_ == 0 || space_ || swallow_;
    const bool after = end == points_.size() || is_space(value(end));
    const bool between_digits =
        at_ > 0 && !space_ && is_digit(value(at_ - 1)) && is_digit(value(end));
    const bool minus = before && c == 0x2212 && is_digit(value(end));
    const bool single = end == at_ + 1;
    std::size_t next = end;
    while (is_space(value(next))) ++next;
    const bool beside_dash =
        ends_with_dash() || is_dash(value(next)) || is_hyphen(value(next));
    const bool hyphen =
        single && !beside_dash && ((is_hyphen(c) && !(before && after)) || minus ||
                   (is_range_dash(c) && between_digits));
    const std::size_t begin = points_[at_].begin;
    at_ = end;
    if (hyphen) {
      write("-", begin, points_[end - 1].end);
    } else {
      write_joint(kDash, begin, points_[end - 1].end);
    }
    return true;
  }

  // A word cut at the end of a line: the har-
  // bour. Its hyphen is the printer's.
  bool joins_lines(std::size_t end) const {
    const auto is_lower = [&](std::size_t i) {
      return utf8proc_category(static_cast<utf8proc_int32_t>(value(i))) ==
             UTF8PROC_CATEGORY_LL;
    };
    if (at_ == 0 || space_ || !is_lower(at_ - 1)) return false;
    std::size_t breaks = 0;
    while (is_space(value(end))) breaks += value(end++) == '\n';
    return breaks == 1 && is_lower(end);
  }

  bool ends_with_dash() const {
    return folded_.text.size() >= kDash.size() &&
           std::string_view(folded_.text)
                   .substr(folded_.text.size() - kDash.size()) == kDash;
  }

  bool fold_mark() {
    const char32_t c = value(at_);
    const std::size_t begin = points_[at_].begin;
    if (is_double_mark(c)) {
      write("\"", begin, points_[at_++].end);
      return true;
    }
    if (!is_single_mark(c)) return false;
    // ``so'' is a double mark set with two singles.
    const bool doubled = is_single_mark(value(at_ + 1));
    if (doubled) ++at_;
    write(doubled ? "\"" : "'", begin, points_[at_++].end);
    return true;
  }

  void fold_letter() {
    std::size_t end = at_ + 1;
    while (is_combining(value(end))) ++end;
    const std::size_t begin = points_[at_].begin;
    const std::size_t last = points_[end - 1].end;
    const char32_t c = value(at_);
    const bool ligature = c >= 0xFB00 && c <= 0xFB06;
    const bool composes = end > at_ + 1 || c >= 0x340;
    if (!composes) {
      write(text_.substr(begin, points_[at_].end - begin), begin, last);
      at_ = end;
      return;
    }
    std::string cluster;
    for (std::size_t i = at_; i < end; ++i) {
      cluster += text_.substr(points_[i].begin,
                              points_[i].end - points_[i].begin);
    }
    const int how = UTF8PROC_STABLE | UTF8PROC_COMPOSE |
                    (ligature ? UTF8PROC_COMPAT : 0);
    utf8proc_uint8_t* composed = nullptr;
    const utf8proc_ssize_t size = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(cluster.data()),
        static_cast<utf8proc_ssize_t>(cluster.size()), &composed,
        static_cast<utf8proc_option_t>(how));
    if (size > 0) {
      cluster.assign(reinterpret_cast<const char*>(composed),
                     static_cast<std::size_t>(size));
    }
    std::free(composed);
    write(cluster, begin, last);
    at_ = end;
  }

  std::string_view text_;
  std::vector<CodePoint> points_;
  FoldedText folded_;
  std::size_t at_ = 0;
  std::optional<CodePoint> space_;  // read, not yet written
  bool swallow_ = false;            // after a dash: no space is written
};

}  // namespace

FoldedText fold_typography(std::string_view text) {
  return Folder(text).run();
}

}  // namespace quoin
