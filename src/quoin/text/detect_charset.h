// SPDX-License-Identifier: Apache-2.0
// A guess at an encoding that nothing names, from the bytes alone.
//
//   detect_charset("Der B\xFCrgermeister sagte, die Stra\xDF" "e ...")

#pragma once

#include <string>
#include <string_view>

namespace quoin {

// A label that text/charset_labels.h knows, or "" when there is too little to
// guess from or nothing fits well. Looks at 8 KiB of what is not markup, where
// it differs from ASCII. For bytes that are neither UTF-8 nor UTF-16.
std::string detect_charset(std::string_view bytes);

// "utf-16le" or "utf-16be" of bytes with that byte order mark, or of text most
// of which is ASCII, so that every second byte is NUL; else "".
std::string_view utf16_of(std::string_view bytes);

}  // namespace quoin
