// SPDX-License-Identifier: Apache-2.0
// Where a source holds the words of a quotation piece by piece, with much
// between the pieces that no mark shows.
//
// Internal to match/. Word edits cannot find a splice: what was left out counts
// as so many edits. Here runs of three words are looked for instead, and the
// longest chain of them in order, or most of them in one place in another
// order, is the passage.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace quoin {

// Words [begin, end) of the source that stand for words from `at` on.
struct GappedBlock {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t at = 0;
};

struct GappedSearch {
  // In the order of the source; nothing when less than six words in ten of the
  // quotation are there in order, nor nine in ten in any order.
  std::optional<std::vector<GappedBlock>> blocks;
  // Its runs stand in the source so often that only the rarest were looked at.
  bool truncated = false;
};

// Two words of id 0 are never equal.
GappedSearch find_gapped(
    std::span<const std::uint32_t> source,
    std::span<const std::uint32_t> quotation);

}  // namespace quoin
