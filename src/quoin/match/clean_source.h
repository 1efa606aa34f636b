// SPDX-License-Identifier: Apache-2.0
// A source without what printing put between its words: line numbers, heads
// and feet of pages.
//
// Court transcripts number their lines, saved pages repeat their heads, so
// words that were said in one breath stand apart in the file. Where a quotation
// is not found in the text as it is, it is looked for here, and found it carries
// a flag: the match runs across damage.
//
//   1  We will mend the       We will mend the
//   2  wall before winter.    wall before winter.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/span.h>

namespace quoin {

struct CleanSource {
  std::string text;
  bool line_numbers = false;    // were taken away
  bool page_furniture = false;  // heads, feet and numbers of pages were

  // The bytes of the source between those that a span of `text` begins and
  // ends with.
  TextSpan source_of(std::size_t begin, std::size_t end) const;
  std::size_t source_of(std::size_t at) const;

  struct Piece {
    std::size_t at = 0;  // in text
    std::size_t source = 0;
  };
  std::vector<Piece> pieces;  // kept runs, in order
};

// Nothing when there is nothing to take away. Linear. Requires: valid UTF-8.
std::optional<CleanSource> clean_source(std::string_view text);

}  // namespace quoin
