// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/characters.h>

#include <utf8proc.h>

namespace quoin {
namespace {

using enum CharacterClass;

constexpr auto O = kOther, S = kSpace, U = kUpper, L = kLower, D = kDigit;

bool is_ideograph(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) ||  // kana
         (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3134F) ||
         c == 0x3005;  // the mark that repeats an ideograph
}

}  // namespace

const CharacterClass kAsciiClasses[128] = {
    O, O, O, O, O, O, O, O, O, S, S, S, S, S, O, O,  // tab, line breaks
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,  //
    S, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,  // space, marks
    D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, O,  // 0-9
    O, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,  // @, A-O
    U, U, U, U, U, U, U, U, U, U, U, O, O, O, O, O,  // P-Z
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,  // `, a-o
    L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O,  // p-z
};

CharacterClass class_of_non_ascii(char32_t c) {
  // The code points that news text is full of, before the table look-up.
  if (c >= 0x2010 && c <= 0x2027) return kOther;
  if (c == 0x00A0 || c == 0x200B || c == 0xFEFF) return kSpace;
  if (is_ideograph(c)) return kIdeograph;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT: return kUpper;
    case UTF8PROC_CATEGORY_LL: return kLower;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: return kCaseless;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: return kDigit;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return kSpace;
    default: return kOther;
  }
}

void append_utf8(std::string& out, char32_t code_point) {
  utf8proc_uint8_t bytes[4];
  const utf8proc_ssize_t size = utf8proc_encode_char(
      static_cast<utf8proc_int32_t>(code_point), bytes);
  out.append(reinterpret_cast<const char*>(bytes),
             static_cast<std::size_t>(size));
}

char32_t to_upper(char32_t code_point) {
  return static_cast<char32_t>(
      utf8proc_toupper(static_cast<utf8proc_int32_t>(code_point)));
}

std::string to_lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (c.value < 128) {
      out += kAsciiClasses[c.value] == kUpper
                 ? static_cast<char>(c.value + 32)
                 : static_cast<char>(c.value);
    } else {
      append_utf8(out, static_cast<char32_t>(utf8proc_tolower(
                           static_cast<utf8proc_int32_t>(c.value))));
    }
    at += c.size;
  }
  return out;
}

}  // namespace quoin
