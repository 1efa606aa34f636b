// SPDX-License-Identifier: Apache-2.0
#include <quoin/quote/flank.h>

#include <array>

namespace quoin {
namespace {

constexpr std::array<Flank, 128> make_ascii() {
  std::array<Flank, 128> table{};
  for (std::size_t c = 0; c < 128; ++c) table[c] = Flank::kLetter;
  for (std::size_t c = 0; c <= ' '; ++c) table[c] = Flank::kSpace;
  for (char c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = Flank::kDigit;
  for (char c : {',', '.', ';', '!', '?', ')', ']', '}', '%', '>'}) {
    table[static_cast<std::size_t>(c)] = Flank::kStop;
  }
  for (char c : {'(', '[', '{', '$', '#', '@', '<'}) {
    table[static_cast<std::size_t>(c)] = Flank::kOpening;
  }
  for (char c : {'-', '/', '|', '=', '_', '*', '~'}) {
    table[static_cast<std::size_t>(c)] = Flank::kDash;
  }
  table[':'] = Flank::kColon;
  return table;
}

constexpr std::array<Flank, 128> kAscii = make_ascii();

bool is_space_point(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

// What each side says when it stands on the left, and on the right.
constexpr std::array<int, 9> kLeft = {2, 2, -2, -2, -2, 1, -1, 2, 1};
constexpr std::array<int, 9> kRight = {-2, -2, 2, 2, -2, -2, 0, 2, -1};

}  // namespace

Flank flank_of(char32_t c) {
  if (c < 0x80) return kAscii[c];
  if (is_space_point(c)) return Flank::kSpace;
  if (c == 0x2026) return Flank::kEllipsis;
  if (c >= 0x2010 && c <= 0x2015) return Flank::kDash;
  if (c == 0xBF || c == 0xA1 || c == 0xA3 || c == 0x20AC) {
    return Flank::kOpening;
  }
  // Ideographic comma and full stop, fullwidth stops.
  if (c == 0x3001 || c == 0x3002 || c == 0xFF01 || c == 0xFF0C ||
      c == 0xFF0E || c == 0xFF1B || c == 0xFF1F || c == 0xFF09) {
    return Flank::kStop;
  }
  if (c == 0xFF1A) return Flank::kColon;
  if (c == 0xFF08) return Flank::kOpening;
  if (c == 0x2022 || c == 0xB7) return Flank::kSpace;  // bullets
  return Flank::kLetter;
}

int opening_score(Flank left, Flank right) {
  return kLeft[static_cast<std::size_t>(left)] +
         kRight[static_cast<std::size_t>(right)];
}

}  // namespace quoin
