// SPDX-License-Identifier: Apache-2.0
// Which printed word stands for which word of the reference.
//
// Costs are asymmetric because printing is: a gap in the reference is cheap
// (0.6 and 0.1 a word), an invented word is not (1.0 each), a word for another
// is 0.9, and clipping either end of the reference is free. Symmetric diffs
// read long elisions as reorderings and lose substitutions at the edges.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace quoin {

struct AlignInput {
  std::span<const std::uint32_t> reference;  // word ids
  std::span<const std::uint32_t> printed;
  // Per printed slot (printed.size() + 1): an ellipsis stands there, so a gap
  // belongs there. Empty for none.
  std::span<const char> ellipsis;
  // Two words that differ but are near (was, is): paired before others.
  // Empty for none.
  std::function<bool(std::size_t reference, std::size_t printed)> near;
  // Two excerpts of one statement: printed words beyond an end of the
  // reference are cheap.
  bool overlap = false;
};

struct Alignment {
  static constexpr std::int32_t kNone = -1;
  std::vector<std::int32_t> partner;  // per printed word: reference index
  std::vector<char> equal;            // per printed word: partner is the same
  int cost = 0;                       // in tenths
};

// Quadratic in time; one byte a cell for the way back.
Alignment align_words(const AlignInput& input);

}  // namespace quoin
