// SPDX-License-Identifier: Apache-2.0
// Code points of UTF-8 text, and what they are, fast for ASCII.
//
//   for (std::size_t at = 0; at < text.size();) {
//     const CodePoint c = code_point_at(text, at);
//     if (is_letter(c.value)) ...
//     at += c.size;
//   }

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace quoin {

struct CodePoint {
  char32_t value = 0;
  std::size_t size = 1;  // bytes
};

// Requires: at < text.size(), text is valid UTF-8, `at` begins a code point.
inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
  };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) {
    return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  }
  return {(lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 |
              (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F),
          4};
}

// The code point that ends before `at`. Requires: at > 0, a boundary.
inline CodePoint code_point_before(std::string_view text, std::size_t at) {
  std::size_t begin = at - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80)
    --begin;
  return code_point_at(text, begin);
}

// Categories of Unicode 15 (utf8proc). Letters without case, marks that
// combine and ideographs are letters; digits are Nd and other numbers.
enum class CharacterClass : std::uint8_t {
  kOther,  // punctuation, symbols, controls
  kSpace,  // white space and no-break spaces; line breaks too
  kUpper,
  kLower,
  kCaseless,   // a letter without case, or a combining mark
  kIdeograph,  // Han, kana: a script written without spaces
  kDigit,
};

CharacterClass class_of_non_ascii(char32_t code_point);
extern const CharacterClass kAsciiClasses[128];

inline CharacterClass class_of(char32_t code_point) {
  return code_point < 128 ? kAsciiClasses[code_point]
                          : class_of_non_ascii(code_point);
}

inline bool is_space(char32_t c) { return class_of(c) == CharacterClass::kSpace; }
inline bool is_upper(char32_t c) { return class_of(c) == CharacterClass::kUpper; }
inline bool is_lower(char32_t c) { return class_of(c) == CharacterClass::kLower; }
inline bool is_digit(char32_t c) { return class_of(c) == CharacterClass::kDigit; }
inline bool is_letter(char32_t c) {
  const CharacterClass k = class_of(c);
  return k >= CharacterClass::kUpper && k <= CharacterClass::kIdeograph;
}
inline bool is_word_character(char32_t c) {
  return class_of(c) >= CharacterClass::kUpper;
}

void append_utf8(std::string& out, char32_t code_point);

// Simple mapping to upper case; itself where there is none.
char32_t to_upper(char32_t code_point);

// Simple lower-casing, code point by code point.
std::string to_lower(std::string_view text);

}  // namespace quoin
