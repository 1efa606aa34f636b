// SPDX-License-Identifier: Apache-2.0
// How many columns of a terminal a text takes: carets and tables line up by
// this, not by bytes or code points, or they drift under Japanese and accents.
//
//   display_width("日本")  // 4

#pragma once

#include <cstddef>
#include <string_view>

namespace quoin {

// By the widths of UAX #11; tabs and other control characters count as one,
// combining marks as none. Ill-formed UTF-8 ends the count.
std::size_t display_width(std::string_view text);

// The longest beginning of `text` that fits into `columns`, cut between code
// points and never before a combining mark. Points into `text`.
std::string_view fit_to_width(std::string_view text, std::size_t columns);

}  // namespace quoin
