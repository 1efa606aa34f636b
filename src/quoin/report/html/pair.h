// SPDX-License-Identifier: Apache-2.0
// Two texts side by side, and what differs between them in words.

#pragma once

#include <string>
#include <string_view>

#include <quoin/report/html/edits.h>

namespace quoin {

struct PairSide {
  std::string heading;  // HTML
  std::string name;     // in sentences: "A", "the release"
  std::string_view text;
};

// `base` first, whichever of the finding's texts it is.
std::string pair_html(const Finding& finding, BaseSide side,
                      const PairSide& base, const PairSide& other);

// The differences in words, the words counted, and the rule that graded.
std::string finding_html(const Finding& finding, BaseSide side,
                         const PairSide& base, const PairSide& other);

}  // namespace quoin
