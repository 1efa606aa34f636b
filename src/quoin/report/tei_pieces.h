// SPDX-License-Identifier: Apache-2.0
// Quotations cut into pieces that nest, as elements of XML must.
//
// A quotation that runs over lines is a piece a line; one that would end
// behind the one around it is cut there.

#pragma once

#include <cstddef>
#include <vector>

#include <quoin/attribute/attribution.h>

namespace quoin {

struct TeiPiece {
  TextSpan span;
  std::size_t quotation = 0;
  std::size_t number = 1;  // of its quotation's pieces, from 1
  std::size_t of = 1;      // how many there are
};

// By begin, outer before inner. Elements this deep break parsers, so that
// quotations nested deeper are left out; their text is not.
inline constexpr std::size_t kMostTeiDepth = 64;

std::vector<TeiPiece> cut_into_pieces(const Article& article);

}  // namespace quoin
