// SPDX-License-Identifier: Apache-2.0
// What renderings are held against where nobody declared a reference: the
// agency's own copy, or else a printing to show the others against.
//
// Internal to grade/. A declared reference always comes first
// (grade/compare.h). A baseline among peers is a manner of showing: findings
// stay symmetric, and no outlet is counted right by it.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <quoin/attribute/attribution.h>
#include <quoin/grade/compare.h>

namespace quoin {

// Per article: is it an agency's own copy? One credited to an agency that is
// its outlet, or that names no outlet besides. A newspaper's edition of the
// copy is not: what differs there may be the agency's or the paper's.
std::vector<char> find_agency_copies(std::span<const Article> articles);

// What an agency's copy has its speakers say, of a span of it: `text` is the
// span with everything outside of its quotations blanked, byte for byte, so that
// places in it are places in the document. The whole span, where no quotation
// overlaps it: then the words stand there without marks.
struct SpokenWords {
  TextSpan span;  // cut to the first and the last of these words
  std::string text;
  std::vector<ReferenceSpan> blanks;  // in `text`, by position
};
// Makes operations that touch a blank cover all of it, so that applied to the
// document's own words they still give the printed text.
void cover_blanks(const std::vector<ReferenceSpan>& blanks, Finding& finding);
SpokenWords spoken_words_of(const Article& article, TextSpan span);

struct Baseline {
  std::optional<std::size_t> member;
  std::string rule;
};

// Of the renderings that are no mere excerpts: the earliest of independent
// printings, else the longest, else what most independent witnesses print
// alike, else none. Duplicates and copies of one wire count once.
// Requires: the pairs of the cluster are graded.
Baseline choose_baseline(std::span<const Article> articles,
                         const std::vector<std::size_t>& witness,
                         const ComparedCluster& compared,
                         const std::vector<std::size_t>& words);

}  // namespace quoin
