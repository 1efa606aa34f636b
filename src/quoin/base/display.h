// SPDX-License-Identifier: Apache-2.0
// Text set in the columns of a terminal (display_width.h).
//
// Nothing that steers a terminal gets through: documents are written by
// strangers.
//
//   pad_to_width(clip_to_width("“We will not sell a berth”", 12), 14)
//   // "“We will not…  "

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <quoin/base/display_width.h>

namespace quoin {

// Requires for all: valid UTF-8.

// On one line and without control characters: white space of any length is one
// space, line breaks too.
std::string single_line(std::string_view text);

// The longest beginning that fits in `width` columns with "…" behind it, cut
// between graphemes; `text` itself when it fits.
std::string clip_to_width(std::string_view text, std::size_t width);

// With spaces behind, up to `width` columns.
std::string pad_to_width(std::string text, std::size_t width);

}  // namespace quoin
