// SPDX-License-Identifier: Apache-2.0
#include <quoin/base/diagnostic.h>

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include <quoin/base/display_width.h>

namespace quoin {
namespace {

// The first `code_points` of `line`, which is valid UTF-8.
std::string_view first_of(std::string_view line, std::size_t code_points) {
  std::size_t end = 0;
  while (end < line.size()) {
    const bool begins = (static_cast<unsigned char>(line[end]) & 0xC0) != 0x80;
    if (begins && code_points-- == 0) break;
    ++end;
  }
  return line.substr(0, end);
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
      display_width(first_of(shown, diagnostic.column - 1));
  const std::size_t through = display_width(first_of(
      shown,
      diagnostic.column - 1 + std::max<std::size_t>(1, diagnostic.width)));
  const std::size_t underlined =
      std::max<std::size_t>(1, through - std::min(before, through));
  out +=
      fmt::format("\n{:5} | {}\n      | {}^{}", diagnostic.line, shown,
                  std::string(before, ' '), std::string(underlined - 1, '~'));
  if (!diagnostic.hint.empty()) out += " " + diagnostic.hint;
  return out;
}

}  // namespace quoin
