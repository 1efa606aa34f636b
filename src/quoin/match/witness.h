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
#include <quoin/match/windows.h>
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

struct Relations {
  std::vector<DocumentRelation> pairs;  // by a, then b
  // Per article: most of its runs stand in so many others that not all of
  // those were looked at.
  std::vector<char> truncated;
};

// Pairs that share half of the shorter one's runs of eight words.
Relations find_relations(std::span<const Article> articles,
                         const std::vector<ArticleWords>& article_words,
                         const Windows& windows);

// Per article a number; related articles have the same.
std::vector<std::size_t> group_witnesses(
    std::size_t articles, const std::vector<DocumentRelation>& relations);

}  // namespace quoin
