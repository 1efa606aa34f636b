// SPDX-License-Identifier: Apache-2.0
// From bytes to the text that every later stage may rely on.
//
// Documents arrive damaged: cut in the middle of a character, or in another
// encoding. They are read all the same, with U+FFFD where something could not
// be, and the damage is counted and placed, so that it can be said.
//
//   DecodedText decoded = decode_utf8(std::move(bytes));
//   if (decoded.ill_formed > 0) ...decoded.first_fault->line
//
// Characters that the rest of the program needs for itself are treated as
// damage as well: NUL, and the noncharacters U+FDD0..U+FDEF, one of which
// stands for a quotation when rules are run (grammar/).

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <quoin/text/byte_origins.h>
#include <quoin/text/positions.h>

namespace quoin {

struct DecodedText {
  std::string text;  // valid UTF-8 without a byte order mark
  // Ill-formed sequences, each replaced by one U+FFFD ("maximal subparts", as
  // Unicode 3.9 recommends and browsers do).
  std::size_t ill_formed = 0;
  // NULs and noncharacters U+FDD0..U+FDEF, each replaced by U+FFFD.
  std::size_t forbidden = 0;
  // Where the first of either stands in `text`.
  std::optional<Position> first_fault;

  bool is_clean() const { return ill_formed == 0 && forbidden == 0; }
};

// Clean input is handed back without a copy, save that of a byte order mark's
// removal. Linear, about as fast as memory on ASCII. `origins`, when given, is
// filled with the way back, and left empty when the text is the bytes.
DecodedText decode_utf8(std::string bytes, ByteOrigins* origins = nullptr);

// How much of the bytes speaks for UTF-8 and how much against it.
struct Utf8Count {
  std::size_t multibyte = 0;   // well-formed characters of two bytes and more
  std::size_t ill_formed = 0;  // as in DecodedText
};
// Stops behind so many characters of two bytes and more.
Utf8Count count_utf8(std::string_view bytes,
                     std::size_t most_multibyte = SIZE_MAX);

}  // namespace quoin
