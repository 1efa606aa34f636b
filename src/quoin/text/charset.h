// SPDX-License-Identifier: Apache-2.0
// From other encodings to UTF-8.
//
// What a byte order mark names is converted; everything else is taken for
// UTF-8, damaged or not (text/decode.h).
//
//   std::string text = convert_marked(bytes);   // "\xFF\xFEh\0" -> "h"

#pragma once

#include <string>
#include <string_view>

namespace quoin {

// Whether the bytes begin with the mark of UTF-16, of either byte order.
bool is_marked_utf16(std::string_view bytes);

// UTF-8 of what is_marked_utf16; U+FFFD for every lone surrogate and for half
// a unit at the end. Linear. Requires: is_marked_utf16(bytes).
std::string convert_utf16(std::string_view bytes);

}  // namespace quoin
