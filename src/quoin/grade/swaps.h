// SPDX-License-Identifier: Apache-2.0
// Which protected words of a run only one of the two texts has.
//
// Internal to grade/. "will" for "may" is a swap of two modals; "not" on one
// side alone is added or dropped. What both sides have cancels out.

#pragma once

#include <map>
#include <vector>

#include <quoin/grade/classify.h>

namespace quoin {

// The values on either side that the other side lacks.
struct Swap {
  std::vector<const ProtectedHit*> r;
  std::vector<const ProtectedHit*> p;
};

using SwapsByClass = std::map<Protected, Swap>;

SwapsByClass find_swaps(const ClassifyInput& input, const Run& run);

}  // namespace quoin
