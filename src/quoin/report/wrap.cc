// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/wrap.h>

#include <algorithm>

#include <quoin/base/display.h>

namespace quoin {

std::vector<std::string> wrap_to_width(std::string_view text, std::size_t width,
                                       std::size_t most_lines) {
  std::vector<std::string> lines;
  std::string_view rest = text;
  while (!rest.empty()) {
    if (lines.size() + 1 == most_lines) {
      lines.push_back(clip_to_width(rest, width));
      break;
    }
    const std::string_view fits = fit_to_width(rest, width);
    std::size_t cut = fits.size();
    if (cut < rest.size()) {
      const std::size_t space = rest.rfind(' ', cut);
      cut = space == std::string_view::npos || space == 0
                ? std::max<std::size_t>(1, cut)
                : space;
    }
    lines.emplace_back(rest.substr(0, cut));
    rest.remove_prefix(cut);
    while (rest.starts_with(' ')) rest.remove_prefix(1);
  }
  return lines;
}

}  // namespace quoin
