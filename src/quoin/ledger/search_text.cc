// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/search_text.h>

#include <algorithm>

#include <quoin/text/fold.h>

namespace quoin {
namespace {

bool is_ascii_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

// How many bytes of the marks and spaces that the tokenizer parts words at
// stand at the beginning; 0 for anything else, which may be part of a word.
std::size_t separator_size(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  if (byte(0) < 0x80) return is_ascii_letter_or_digit(text[0]) ? 0 : 1;
  // U+00A0, « and »
  if (byte(0) == 0xC2) {
    return byte(1) == 0xA0 || byte(1) == 0xAB || byte(1) == 0xBB ? 2 : 0;
  }
  if (byte(0) != 0xE2 || byte(1) != 0x80) return 0;
  // U+2000..U+200A spaces, U+2010..U+2015 dashes, U+2018..U+201F marks,
  // U+2026 …, U+202F, U+2039 and U+203A; no invisible characters, which the
  // fold takes out and the tokenizer parts at.
  const unsigned last = byte(2);
  const bool is_separator = last <= 0x8A || (last >= 0x90 && last <= 0x95) ||
                            (last >= 0x98 && last <= 0x9F) || last == 0xA6 ||
                            last == 0xAF || last == 0xB9 || last == 0xBA;
  return is_separator ? 3 : 0;
}

// The words with one space between each.
std::string words_only(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t size = separator_size(text);
    if (size == 0) {
      out += text.front();
      text.remove_prefix(1);
      continue;
    }
    if (!out.empty() && out.back() != ' ') out += ' ';
    text.remove_prefix(size);
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

std::optional<std::string> folded_for_search(std::string_view words) {
  // Plain ASCII on one line, the usual, folds to what the tokenizer sees.
  const bool plain = std::all_of(words.begin(), words.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && c != '\n' && c != '\r';
  });
  if (plain) return std::nullopt;
  std::string folded = fold_typography(words).text;
  if (words_only(folded) == words_only(words)) return std::nullopt;
  return folded;
}

std::optional<std::string> phrase_query(std::string_view phrase) {
  const bool is_open_ended = phrase.ends_with('*');
  if (is_open_ended) phrase.remove_suffix(1);
  std::string words = words_only(fold_typography(phrase).text);
  if (words.empty()) return std::nullopt;
  return '"' + words + '"' + (is_open_ended ? "*" : "");
}

std::vector<std::string> search_words(std::string_view text) {
  const std::string words = words_only(fold_typography(text).text);
  std::vector<std::string> out;
  std::size_t begin = 0;
  while (begin < words.size()) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    out.push_back(words.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

}  // namespace quoin
