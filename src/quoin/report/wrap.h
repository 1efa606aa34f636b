// SPDX-License-Identifier: Apache-2.0
// A text on lines of a width, broken between words.
//
//   wrap_to_width("We will mend the wall.", 10, 2)  // {"We will", "mend the…"}

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoin {

// What is more than `most_lines` ends in an ellipsis.
// Requires: valid UTF-8 on one line (base/display.h), most_lines of at least 1.
std::vector<std::string> wrap_to_width(std::string_view text, std::size_t width,
                                       std::size_t most_lines);

}  // namespace quoin
