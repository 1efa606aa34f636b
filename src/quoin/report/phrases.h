// SPDX-License-Identifier: Apache-2.0
// Numbers, names of grades and letters of renderings, as reports for people
// have them.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoin {

// "1 word", "3 words"
std::string plural(std::size_t count, std::string_view noun);

// "marked_edit" is "marked edit".
std::string spaced(std::string_view id);

// "A", "B", … "Z", "A1", …
std::string reading_letter(std::size_t index);

// "a, b, c", or of more than `most` the first, and a count: "a, b and 7 more";
// 0 for all.
std::string list_of(const std::vector<std::string>& names, std::size_t most);

}  // namespace quoin
