// SPDX-License-Identifier: Apache-2.0
// Finds the same quotation elsewhere.
//
// Candidates come from an index over the rarest disjoint word runs: up to t
// word edits cannot break t+1 disjoint runs, so none is missed (contained.h).
// A bit-parallel infix distance verifies them (infix.h); stars make clusters of
// them (stars.h).
// Findings are not made here but one stage on, in grade/compare.h.

#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <quoin/attribute/attribution.h>
#include <quoin/match/cluster.h>
#include <quoin/text/fold_tables.h>

namespace quoin {

struct MatchOptions {
  double edits_per_word = 0.25;  // of the shorter text: what still verifies
  std::size_t min_unquoted_words = 8;
  // Only articles at most so many days apart are compared, when both have a
  // date; 0 for no window.
  int window_days = 0;
  std::size_t min_articles = 2;  // that a cluster must have
  // Articles that are references, not printings: not matched.
  std::vector<std::size_t> excluded;
};

struct Matches {
  std::vector<Cluster> clusters;
  std::vector<DocumentRelation> relations;
  // Per article: articles with the same number are one witness.
  std::vector<std::size_t> witness;
  // Per article: so many share most of its words that it was held against
  // some of them only.
  std::vector<char> copies_truncated;
};

Matches match_quotations(std::span<const Article> articles,
                         const FoldTables& folds,
                         const MatchOptions& options = {});

}  // namespace quoin
