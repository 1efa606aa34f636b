// SPDX-License-Identifier: Apache-2.0
#include <quoin/base/display_width.h>

#include <algorithm>

#include <utf8proc.h>

namespace quoin {
namespace {

struct Glyph {
  std::size_t bytes = 0;  // 0: no more
  std::size_t columns = 0;
};

Glyph next_glyph(std::string_view text) {
  utf8proc_int32_t code_point = 0;
  const utf8proc_ssize_t used =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                       static_cast<utf8proc_ssize_t>(text.size()), &code_point);
  if (used <= 0) return {};
  const bool is_control = code_point < 0x20 || code_point == 0x7F;
  const int width = is_control ? 1 : utf8proc_charwidth(code_point);
  return {static_cast<std::size_t>(used),
          static_cast<std::size_t>(std::max(0, width))};
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const Glyph glyph = next_glyph(text);
    if (glyph.bytes == 0) break;
    width += glyph.columns;
    text.remove_prefix(glyph.bytes);
  }
  return width;
}

std::string_view fit_to_width(std::string_view text, std::size_t columns) {
  std::size_t kept = 0;
  while (kept < text.size()) {
    const Glyph glyph = next_glyph(text.substr(kept));
    if (glyph.bytes == 0 || glyph.columns > columns) break;
    columns -= glyph.columns;
    kept += glyph.bytes;
  }
  return text.substr(0, kept);
}

}  // namespace quoin
