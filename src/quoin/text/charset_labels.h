// SPDX-License-Identifier: Apache-2.0
// The labels of the Encoding Standard, and what ICU calls what they mean.
//
//   find_charset(" ISO-8859-1 ")->name    // "windows-1252"

#pragma once

#include <string_view>

namespace quoin {

struct Charset {
  const char* name;    // the standard's, in lower case
  const char* icu;     // a converter of ICU that reads it
  bool single_byte;    // one byte, one character
  const char* labels;  // all of them but the name, with spaces between
};

// Null when no encoding has that label. White space and case do not matter.
const Charset* find_charset(std::string_view label);

}  // namespace quoin
