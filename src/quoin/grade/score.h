// SPDX-License-Identifier: Apache-2.0
// How many quotations of each article and outlet were checked, and with what
// grades: counts with their denominators, no order of merit.
//
// Internal to grade/.

#pragma once

#include <map>
#include <span>
#include <utility>
#include <vector>

#include <quoin/attribute/attribution.h>
#include <quoin/grade/compare.h>
#include <quoin/match/spoken.h>

namespace quoin {

// Quotations that can be matched, by article and index.
using SpokenByPlace = std::map<std::pair<std::size_t, std::size_t>, Spoken>;

// One row an article. A quotation over several paragraphs counts once, by the
// highest of its grades.
std::vector<ScoreRow> count_rows(std::span<const Article> articles,
                                 const SpokenByPlace& spoken,
                                 const std::vector<ComparedCluster>& clusters);

// The rows of articles for which `counts` is set, summed by outlet.
std::vector<OutletRow> sum_by_outlet(std::span<const Article> articles,
                                     const std::vector<ScoreRow>& rows,
                                     const std::vector<char>& counts);

}  // namespace quoin
