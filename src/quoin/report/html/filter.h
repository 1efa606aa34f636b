// SPDX-License-Identifier: Apache-2.0
// The controls that show fewer parts of a page: by speaker, outlet, grade or
// words. They are hidden until report.js says that it runs; without it the
// page shows everything.

#pragma once

#include <string>
#include <utility>
#include <vector>

namespace quoin {

struct FilterList {
  std::string key;    // of the data attribute: "s" for data-s
  std::string label;  // "Speaker"
  // Token and text, in the order shown; not escaped.
  std::vector<std::pair<std::string, std::string>> options;
};

// `noun` is what is counted: "quotation".
std::string filter_html(const std::vector<FilterList>& lists,
                        const std::string& noun);

}  // namespace quoin
