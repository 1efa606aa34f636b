// SPDX-License-Identifier: Apache-2.0
#include <quoin/base/display.h>

#include <algorithm>

#include <utf8proc.h>

namespace quoin {
namespace {

struct CodePoint {
  utf8proc_int32_t value = 0;
  std::size_t size = 1;
};

// Requires: text is not empty.
CodePoint first_of(std::string_view text) {
  CodePoint found;
  const utf8proc_ssize_t used = utf8proc_iterate(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
      static_cast<utf8proc_ssize_t>(text.size()), &found.value);
  if (used > 0) {
    found.size = static_cast<std::size_t>(used);
  } else {
    found.value = 0xFFFD;
  }
  return found;
}

std::size_t width_of(utf8proc_int32_t code_point) {
  return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code_point)));
}

bool is_white_space(utf8proc_int32_t code_point) {
  switch (utf8proc_category(code_point)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return true;
    default: return code_point >= '\t' && code_point <= '\r';
  }
}

// C0, C1, and the direction marks by which a line can be made to read
// otherwise than it is.
bool is_control(utf8proc_int32_t code_point) {
  return utf8proc_category(code_point) == UTF8PROC_CATEGORY_CC ||
         (code_point >= 0x202A && code_point <= 0x202E) ||
         (code_point >= 0x2066 && code_point <= 0x2069);
}

}  // namespace

std::string single_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space_due = false;
  while (!text.empty()) {
    const CodePoint next = first_of(text);
    if (is_white_space(next.value)) {
      space_due = !out.empty();
    } else if (!is_control(next.value)) {
      if (space_due) out += ' ';
      space_due = false;
      out.append(text.substr(0, next.size));
    }
    text.remove_prefix(next.size);
  }
  return out;
}

std::string clip_to_width(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width == 0) return {};
  std::size_t used = 0;  // columns up to `at`
  std::size_t at = 0;
  std::size_t cut = 0;  // the last break between graphemes that fits
  utf8proc_int32_t state = 0;
  utf8proc_int32_t before = 0;
  while (at < text.size()) {
    const CodePoint next = first_of(text.substr(at));
    if (at == 0 ||
        utf8proc_grapheme_break_stateful(before, next.value, &state)) {
      cut = at;
    }
    used += width_of(next.value);
    if (used > width - 1) break;
    at += next.size;
    before = next.value;
  }
  while (cut > 0 && text[cut - 1] == ' ') --cut;
  return std::string(text.substr(0, cut)) + "…";
}

std::string pad_to_width(std::string text, std::size_t width) {
  const std::size_t used = display_width(text);
  if (used < width) text.append(width - used, ' ');
  return text;
}

}  // namespace quoin
