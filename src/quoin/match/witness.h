// SPDX-License-Identifier: Apache-2.0
// Which articles are one witness: the same page twice, or one agency copy.
//
// Twelve outlets that print one wire story confirm nothing twelve times.

#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <quoin/attribute/attribution.h>
#include <quoin/match/cluster.h>
#include <quoin/match/spoken.h>
#include <quoin/text/fold_tables.h>

namespace quoin {

// The words of an article outside furniture, in order, with where they stand.
struct ArticleWords {
  std::vector<std::uint32_t> words;
  std::vector<TextSpan> spans;
};

std::vector<ArticleWords> collect_words(std::span<const Article> articles,
                                        std::span<const std::size_t> excluded,
                                        const FoldTables& folds,
                                        Vocabulary& vocabulary);

// Pairs that share most of their runs of eight words, by a, then b.
std::vector<DocumentRelation> find_relations(
    std::span<const Article> articles,
    const std::vector<ArticleWords>& article_words);

// Per article a number; related articles have the same.
std::vector<std::size_t> group_witnesses(
    std::size_t articles, const std::vector<DocumentRelation>& relations);

}  // namespace quoin
