// SPDX-License-Identifier: Apache-2.0
// Numbers, names of grades and letters of renderings, as reports for people
// have them.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace quoin {

// "1 word", "3 words"
std::string plural(std::size_t count, std::string_view noun);

// "marked_edit" is "marked edit".
std::string spaced(std::string_view id);

// "A", "B", … "Z", "A1", …
std::string reading_letter(std::size_t index);

}  // namespace quoin
