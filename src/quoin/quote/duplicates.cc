// SPDX-License-Identifier: Apache-2.0
#include <quoin/quote/duplicates.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include <quoin/text/characters.h>

namespace quoin {
namespace {

constexpr std::size_t kFewestLetters = 15;

// Letters and digits, lower case.
std::string words_of(std::string_view text, TextSpan span) {
  std::string words;
  for (std::size_t at = span.begin; at < span.end;) {
    const CodePoint point = code_point_at(text, at);
    if (is_word_character(point.value)) {
      words += text.substr(at, point.size);
    }
    at += point.size;
  }
  return to_lower(words);
}

bool is_alone(std::string_view text, const Quotation& quotation,
              TextSpan paragraph) {
  constexpr std::size_t kFarthest = 64;  // bytes of bullets and spaces
  const auto is_blank = [&](std::size_t begin, std::size_t end) {
    if (end - begin > kFarthest) return false;
    for (std::size_t at = begin; at < end;) {
      const CodePoint point = code_point_at(text, at);
      if (is_word_character(point.value)) return false;
      at += point.size;
    }
    return true;
  };
  return is_blank(paragraph.begin, quotation.open.begin) &&
         is_blank(quotation.close.end, paragraph.end);
}

// Eight of them, lower case, in one number.
std::uint64_t first_letters(std::string_view text, TextSpan span) {
  std::uint64_t letters = 0;
  int count = 0;
  for (std::size_t at = span.begin; at < span.end && count < 8; ++at) {
    const char c = text[at];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                        (c >= '0' && c <= '9');
    if (!letter) continue;
    letters = letters << 8 | static_cast<unsigned char>(c | 0x20);
    ++count;
  }
  return letters;
}

struct Entry {
  std::string words;
  bool is_alone;
  std::size_t index;
};

void flag_among(std::vector<Entry> entries,
                std::vector<Quotation>& quotations) {
  // By words, then those that are not alone, then by position.
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) {
              if (a.words != b.words) return a.words < b.words;
              if (a.is_alone != b.is_alone) return b.is_alone;
              return a.index < b.index;
            });
  for (std::size_t i = 1; i < entries.size(); ++i) {
    if (entries[i].is_alone && entries[i].words == entries[i - 1].words &&
        entries[i].words.size() >= kFewestLetters) {
      quotations[entries[i].index].flags |= kDuplicate;
    }
  }
}

}  // namespace

void flag_duplicates(std::string_view text,
                     std::span<const TextSpan> paragraphs,
                     std::vector<Quotation>& quotations) {
  std::vector<std::size_t> alone;
  auto paragraph = paragraphs.begin();
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    const Quotation& quotation = quotations[i];
    if (quotation.depth > 0 || !quotation.segments.empty() ||
        quotation.span.size() < kFewestLetters) {
      continue;
    }
    while (paragraph != paragraphs.end() &&
           paragraph->end < quotation.close.end) {
      ++paragraph;
    }
    if (paragraph == paragraphs.end()) break;
    if (paragraph->begin <= quotation.open.begin &&
        is_alone(text, quotation, *paragraph)) {
      alone.push_back(i);
    }
  }
  if (alone.empty() || quotations.size() == 1) return;

  // Most quotations begin with other letters than any pull quote: only those
  // that begin alike are read to their ends.
  std::vector<std::pair<std::uint64_t, std::size_t>> heads;
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    if (quotations[i].depth == 0 && quotations[i].span.size() >= kFewestLetters) {
      heads.emplace_back(first_letters(text, quotations[i].span), i);
    }
  }
  std::sort(heads.begin(), heads.end());
  for (std::size_t begin = 0; begin < heads.size();) {
    std::size_t end = begin + 1;
    while (end < heads.size() && heads[end].first == heads[begin].first) ++end;
    if (end - begin > 1) {
      std::vector<Entry> entries;
      for (std::size_t k = begin; k < end; ++k) {
        const std::size_t i = heads[k].second;
        entries.push_back(
            {words_of(text, quotations[i].span),
             std::binary_search(alone.begin(), alone.end(), i), i});
      }
      flag_among(std::move(entries), quotations);
    }
    begin = end;
  }
}

}  // namespace quoin
