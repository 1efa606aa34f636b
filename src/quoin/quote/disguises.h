// SPDX-License-Identifier: Apache-2.0
// Marks that stand in a text as something else: HTML entities that nobody
// decoded, and mojibake (UTF-8 read as Windows-1252 or as Latin-1).
//
//   &ldquo;Fine,&rdquo; she said.
//   â€œFine,â€ she said.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quoin {

// Named and numeric entities; empty for marks of several characters.
std::vector<std::string> entities_of(std::string_view mark);

// How the mark looks after its UTF-8 was read as single bytes; empty for
// ASCII. The closing mark ” has a third form, with its last byte lost.
std::vector<std::string> mojibake_of(std::string_view mark);

// Other characters garbled likewise, which begin like a garbled mark.
std::vector<std::string> mojibake_lookalikes();

}  // namespace quoin
