// SPDX-License-Identifier: Apache-2.0
#include <quoin/quote/duplicates.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include <quoin/text/characters.h>

namespace quoin {
namespace {

constexpr std::size_t kFewestLetters = 15;   // of all that another one says
constexpr std::size_t kFewestOfAPart = 20;   // of a part of what it says
constexpr std::size_t kFewestWordsOfAPart = 4;
constexpr std::size_t kHeadLetters = 8;

// The letters and digits of a span, one after the other, in upper case.
class Letters {
 public:
  Letters(std::string_view text, TextSpan span)
      : text_(text), at_(span.begin), end_(span.end) {}

  // 0 at the end.
  char32_t next() {
    while (at_ < end_) {
      const CodePoint point = code_point_at(text_, at_);
      at_ += point.size;
      if (is_word_character(point.value)) return to_upper(point.value);
    }
    return 0;
  }

  std::size_t at() const { return at_; }

  // Whether no letter follows at once: a word ends here.
  bool is_between_words() const {
    return at_ >= end_ ||
           !is_word_character(code_point_at(text_, at_).value);
  }

 private:
  std::string_view text_;
  std::size_t at_;
  std::size_t end_;
};

// The first letters in one number; none when there are fewer.
std::optional<std::uint64_t> head_of(Letters letters) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < kHeadLetters; ++i) {
    const char32_t letter = letters.next();
    if (letter == 0) return std::nullopt;
    head = head << 8 | (letter & 0xFF);
  }
  return head;
}

// “A … C” in its parts, at most so many.
std::vector<TextSpan> parts_of(std::string_view text, TextSpan span) {
  constexpr std::size_t kMost = 4;
  std::vector<TextSpan> parts;
  while (parts.size() + 1 < kMost) {
    const std::string_view rest = text.substr(span.begin, span.size());
    const std::size_t dots = std::min(rest.find("..."), rest.find("\u2026"));
    if (dots == std::string_view::npos) break;
    parts.push_back({span.begin, span.begin + dots});
    span.begin += dots + 3;  // both are three bytes
  }
  parts.push_back(span);
  std::erase_if(parts, [&](TextSpan part) {
    return Letters(text, part).next() == 0;
  });
  return parts;
}

struct Size {
  std::size_t letters = 0;
  std::size_t words = 0;
};

// Counts as far as it matters.
Size size_of(std::string_view text, TextSpan span) {
  Size size;
  Letters letters(text, span);
  while (letters.next() != 0) {
    ++size.letters;
    if (letters.is_between_words()) ++size.words;
    if (size.letters >= kFewestOfAPart && size.words >= kFewestWordsOfAPart) {
      break;
    }
  }
  return size;
}

// Whether only bullets and spaces stand before the quotation, and behind it
// nothing else or what names its speaker: “…” — Ivo Land, ferry chief
bool is_alone(std::string_view text, const Quotation& quotation,
              TextSpan paragraph) {
  constexpr std::size_t kFarthest = 64;  // bytes
  const TextSpan before{paragraph.begin, quotation.open.begin};
  const TextSpan after{quotation.close.end, paragraph.end};
  if (before.size() > kFarthest || after.size() > kFarthest) return false;
  if (Letters(text, before).next() != 0) return false;
  bool is_first = true;
  char32_t last = 0;
  for (std::size_t at = after.begin; at < after.end;) {
    const CodePoint point = code_point_at(text, at);
    at += point.size;
    if (is_space(point.value)) continue;
    // “…,” said Land, “…”: five of the best, “…”, she said: sentences.
    if (is_first && (is_lower(point.value) || point.value == ':' ||
                     point.value == ',' || point.value == ';')) {
      return false;
    }
    is_first = false;
    last = point.value;
  }
  return last != '.' && last != '?' && last != '!' && last != ':' &&
         last != ',' && last != 0x3002;
}

// Finds the pull quotes of one document.
class PullQuotes {
 public:
  PullQuotes(std::string_view text, std::vector<Quotation>& quotations)
      : text_(text), quotations_(quotations), steps_left_(4 * text.size()) {}

  void find_alone(std::span<const TextSpan> paragraphs) {
    auto paragraph = paragraphs.begin();
    for (std::size_t i = 0; i < quotations_.size(); ++i) {
      const Quotation& quotation = quotations_[i];
      if (quotation.depth > 0 || quotation.block == BlockRole::kHeadline ||
          quotation.block == BlockRole::kFurniture ||
          !quotation.segments.empty() ||
          quotation.span.size() < kFewestLetters) {
        continue;
      }
      while (paragraph != paragraphs.end() &&
             paragraph->end < quotation.close.end) {
        ++paragraph;
      }
      if (paragraph == paragraphs.end()) break;
      if (paragraph->begin > quotation.open.begin ||
          !is_alone(text_, quotation, *paragraph)) {
        continue;
      }
      add_alone(i);
    }
    std::sort(alone_.begin(), alone_.end());
  }

  void flag() {
    if (alone_.empty()) return;
    for (std::size_t i = 0; i < quotations_.size(); ++i) {
      // What a teaser repeats does stand in the article.
      if (quotations_[i].depth == 0 &&
          quotations_[i].block != BlockRole::kFurniture) {
        look_in(i);
      }
    }
  }

 private:
  // By head; of one head by position.
  struct Alone {
    std::uint64_t head;
    std::size_t index;

    friend auto operator<=>(const Alone&, const Alone&) = default;
  };

  void add_alone(std::size_t index) {
    const auto head = head_of(Letters(text_, quotations_[index].span));
    if (!head) return;
    alone_.push_back({*head, index});
    is_alone_.resize(quotations_.size());
    is_alone_[index] = true;
    const char32_t first = Letters(text_, quotations_[index].span).next();
    if (first >= 0x80) {
      std::fill(firsts_.begin() + 0x80, firsts_.end(), true);
    } else {
      firsts_[first] = true;
      if (is_upper(first)) firsts_[first | 0x20] = true;
    }
  }

  // At the beginning of every word of quotation `i`: does one that stands
  // alone begin so? Most words begin with other letters.
  void look_in(std::size_t i) {
    const TextSpan span = quotations_[i].span;
    if (span.size() < kFewestLetters) return;
    for (std::size_t at = span.begin; at < span.end; ++at) {
      if (firsts_[static_cast<unsigned char>(text_[at])] &&
          begins_word(at, span.begin)) {
        look_at(i, {at, span.end});
      }
    }
  }

  bool begins_word(std::size_t at, std::size_t from) const {
    if ((static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80) return false;
    const CharacterClass kind = class_of(code_point_at(text_, at).value);
    if (kind < CharacterClass::kUpper) return false;
    return kind == CharacterClass::kIdeograph || at == from ||
           !is_word_character(code_point_before(text_, at).value);
  }

  void look_at(std::size_t i, TextSpan rest) {
    const auto head = head_of(Letters(text_, rest));
    if (!head) return;
    const TextSpan before{quotations_[i].span.begin, rest.begin};
    const bool from_the_start = Letters(text_, before).next() == 0;
    for (auto one = std::lower_bound(alone_.begin(), alone_.end(),
                                     Alone{*head, 0});
         one != alone_.end() && one->head == *head && steps_left_ > 0; ++one) {
      --steps_left_;
      Quotation& quotation = quotations_[one->index];
      if (one->index == i || quotation.has(kDuplicate)) continue;
      const std::optional<bool> is_all = repeats(quotation.span, rest);
      if (!is_all) continue;
      const Size size = size_of(text_, quotation.span);
      // Where the words are the same, one of the two is in the article.
      const bool is_pull_quote =
          *is_all && from_the_start
              ? size.letters >= kFewestLetters &&
                    (one->index > i || !is_alone_[i])
              : size.letters >= kFewestOfAPart &&
                    size.words >= kFewestWordsOfAPart;
      if (is_pull_quote) quotation.flags |= kDuplicate;
    }
  }

  // Whether `words` repeats the beginning of `rest`, and if so whether it is
  // all of it. Of “A … C” the further parts stand anywhere behind.
  std::optional<bool> repeats(TextSpan words, TextSpan rest) {
    bool is_all = true;
    bool is_first = true;
    for (const TextSpan part : parts_of(text_, words)) {
      std::optional<std::size_t> end;
      for (std::size_t at = rest.begin; at < rest.end && !end;) {
        end = ends_behind(part, {at, rest.end});
        if (is_first || steps_left_ == 0) break;
        at = next_word(at, rest.end);
      }
      if (!end) return std::nullopt;
      rest.begin = *end;
      is_all = is_first;
      is_first = false;
    }
    return is_all && Letters(text_, rest).next() == 0;
  }

  std::size_t next_word(std::size_t at, std::size_t end) const {
    bool behind = false;
    for (; at < end; at += code_point_at(text_, at).size) {
      const bool is_word = is_word_character(code_point_at(text_, at).value);
      if (is_word && behind) return at;
      behind |= !is_word;
    }
    return end;
  }

  // Where `rest` goes on behind the words that it begins with.
  std::optional<std::size_t> ends_behind(TextSpan words, TextSpan rest) {
    Letters these(text_, words);
    Letters those(text_, rest);
    for (;;) {
      const char32_t letter = these.next();
      if (letter == 0) break;
      if (steps_left_ == 0) return std::nullopt;
      --steps_left_;
      if (letter != those.next()) return std::nullopt;
    }
    if (!those.is_between_words()) return std::nullopt;
    return those.at();
  }

  std::string_view text_;
  std::vector<Quotation>& quotations_;
  std::vector<Alone> alone_;
  std::vector<bool> is_alone_;
  std::array<bool, 256> firsts_{};  // bytes that they begin with
  // Comparisons of letters that may still be made: a hostile text would have every one
  // compared with every other. Real ones do not come near.
  std::size_t steps_left_;
};

}  // namespace

void flag_duplicates(std::string_view text,
                     std::span<const TextSpan> paragraphs,
                     std::vector<Quotation>& quotations) {
  if (quotations.size() < 2) return;
  PullQuotes pull_quotes(text, quotations);
  pull_quotes.find_alone(paragraphs);
  pull_quotes.flag();
}

}  // namespace quoin
