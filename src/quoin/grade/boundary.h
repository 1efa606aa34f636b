// SPDX-License-Identifier: Apache-2.0
// The mark one word too early: “proof of concept” code.
//
// Internal to grade/.

#pragma once

#include <optional>
#include <string_view>

#include <quoin/attribute/attribution.h>
#include <quoin/grade/finding.h>
#include <quoin/match/cluster.h>
#include <quoin/text/fold_tables.h>

namespace quoin {

// The word printed just outside the marks of `part` that is the next one of
// the fuller text at that end, when the finding clips it there.
// Requires: finding.aligned counts in `fuller`.
std::optional<TextSpan> find_boundary_shift(const Article& article,
                                            const Rendering& part,
                                            const Finding& finding,
                                            std::string_view fuller,
                                            const FoldTables& folds);

}  // namespace quoin
