// SPDX-License-Identifier: Apache-2.0
#include <quoin/base/diagnostic.h>

#include <algorithm>

#include <fmt/format.h>
#include <utf8proc.h>

namespace quoin {
namespace {

// The columns a terminal needs for the first `code_points` of `line`; tabs are
// shown as one space.
std::size_t display_width(const std::string& line, std::size_t code_points) {
  std::size_t width = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(line.data());
  auto left = static_cast<utf8proc_ssize_t>(line.size());
  while (left > 0 && code_points-- > 0) {
    utf8proc_int32_t code_point = 0;
    const utf8proc_ssize_t used =
        utf8proc_iterate(bytes, left, &code_point);
    if (used <= 0) break;
    width += code_point == '\t'
                 ? 1
                 : static_cast<std::size_t>(
                       std::max(0, utf8proc_charwidth(code_point)));
    bytes += used;
    left -= used;
  }
  return width;
}

}  // namespace

std::string to_string(const Diagnostic& diagnostic) {
  std::string out = diagnostic.file;
  if (diagnostic.line > 0) out += fmt::format(":{}", diagnostic.line);
  if (diagnostic.column > 0) out += fmt::format(":{}", diagnostic.column);
  if (!out.empty()) out += ": ";
  out += diagnostic.severity == Severity::kError ? "error: " : "warning: ";
  return out + diagnostic.message;
}

std::string render(const Diagnostic& diagnostic) {
  std::string out = to_string(diagnostic);
  const bool has_caret =
      !diagnostic.source_line.empty() && diagnostic.column > 0;
  if (!has_caret) {
    if (!diagnostic.hint.empty()) out += "\n    hint: " + diagnostic.hint;
    return out;
  }
  std::string shown = diagnostic.source_line;
  std::replace(shown.begin(), shown.end(), '\t', ' ');
  const std::size_t before =
      display_width(diagnostic.source_line, diagnostic.column - 1);
  const std::size_t through = display_width(
      diagnostic.source_line,
      diagnostic.column - 1 + std::max<std::size_t>(1, diagnostic.width));
  const std::size_t underlined =
      std::max<std::size_t>(1, through - std::min(before, through));
  out += fmt::format("\n{:5} | {}\n      | {}^{}", diagnostic.line, shown,
                     std::string(before, ' '),
                     std::string(underlined - 1, '~'));
  if (!diagnostic.hint.empty()) out += " " + diagnostic.hint;
  return out;
}

}  // namespace quoin
