// SPDX-License-Identifier: Apache-2.0
// Who printed what, graded: the records that reports show.
//
// match/ says which quotations are the same; this grades them. Where a
// reference is known (a transcript, a release, the agency's copy) every
// rendering is graded against it. Where none is, renderings are graded against
// each other in symmetric mode, and no outlet is ranked.
//
//   Comparison story = compare_articles(articles, tables);
//   for (const ComparedCluster& c : story.clusters)
//     for (const ComparedPair& p : c.pairs) ... p.finding.grade

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/attribute/attribution.h>
#include <quoin/grade/finding.h>
#include <quoin/grade/tables.h>
#include <quoin/match/cluster.h>
#include <quoin/match/match.h>
#include <quoin/text/reference.h>

namespace quoin {

// An article that is a source: its words need not stand in marks.
struct DeclaredReference {
  std::size_t article = 0;
  ReferenceType type = ReferenceType::kTranscript;
  bool complete = false;  // what is not in it was not said
  // Whose words it holds, if declared.
  std::optional<std::string> speaker = std::nullopt;
};

struct CompareOptions {
  MatchOptions match;
  std::vector<DeclaredReference> references;
  // Above so many members only pairs with the root and the baseline are graded
  // (ComparedCluster::pairs_with_root_only).
  std::size_t max_all_pairs = 48;
  // The articles tell one story, as they do when a manifest names them.
  // Otherwise they are grouped into stories by the quotations they share.
  bool one_story = true;
};

struct ComparedPair {
  std::size_t a = 0;  // indices into Cluster::members, a < b
  std::size_t b = 0;
  Finding finding;    // member a as the first text, symmetric
  bool same_speaker = false;  // both known, and one can be the other
  bool independent = true;    // not one wire copy, not one page twice
};

// One member against the reference, when there is one.
struct ComparedMember {
  std::optional<Finding> finding;  // reference mode; none for the reference
  // The first word after the closing mark (or before the opening mark) is the
  // next one of the fuller rendering: “proof of concept” code.
  std::optional<TextSpan> boundary_shift;
  // Words without marks between this fragment and the next of the same
  // sentence, where the fuller text has other words (selective_unquoting).
  std::optional<TextSpan> unquoted_between;
  std::size_t same_as = 0;  // the first member with these very words
};

struct ChosenReference {
  ReferenceType type = ReferenceType::kTranscript;
  std::size_t article = 0;
  TextSpan span;       // the passage of that article
  std::string reason;  // "the only transcript supplied"
  std::optional<std::string> speaker;  // declared
};

struct ComparedCluster {
  Cluster cluster;
  std::optional<ChosenReference> reference;
  std::string reference_reason;  // also why there is none
  std::vector<ComparedMember> members;  // one per cluster.members
  std::vector<ComparedPair> pairs;      // a < b, in order
  bool pairs_with_root_only = false;
  std::optional<std::size_t> earliest;  // member first in print, by date
  // The member that the others are shown against where there is no reference,
  // and the rule that chose it; it is not called right.
  std::optional<std::size_t> baseline;
  std::string baseline_rule;  // "the longest rendering"
  std::size_t story = 0;      // index into Comparison::stories
  std::vector<std::size_t> not_printed;  // articles of the story without it
};

// The row of one article (or outlet: merge by Document::outlet).
struct ScoreRow {
  std::size_t article = 0;
  std::size_t quotations = 0;    // spoken, outside furniture
  std::size_t clustered = 0;     // of them, found elsewhere too
  std::size_t cannot_check = 0;  // nothing to hold them against
  // Graded against a reference, by Grade. All zero where there is none:
  // outlets are never ranked without.
  std::vector<std::size_t> by_grade = std::vector<std::size_t>(kGradeCount);
};

// The same for an outlet: all its articles, or one article of an outlet that
// has no name.
struct OutletRow {
  std::string outlet;
  std::vector<std::size_t> articles;
  ScoreRow sum;  // `article` is the first
};

// Articles that tell one story: all, or those that quotations bring together.
struct StoryGroup {
  std::string id;                     // "s1", by first article
  std::vector<std::size_t> articles;  // in order; no references
  std::vector<std::size_t> clusters;  // in order
};

struct Comparison {
  std::vector<ComparedCluster> clusters;
  std::vector<DocumentRelation> relations;
  std::vector<std::size_t> witness;  // per article
  std::vector<char> copies_truncated;  // per article: Matches says of what
  std::vector<ScoreRow> rows;        // per article
  std::vector<OutletRow> outlets;    // by name; those without by article
  std::vector<StoryGroup> stories;   // by first article
};

// The words of a rendering as they are graded. Spans of operations count in
// this text.
std::string rendering_text(const Article& article, const Rendering& rendering);

Comparison compare_articles(std::span<const Article> articles,
                            const GradeTables& tables,
                            const CompareOptions& options = {});

}  // namespace quoin
