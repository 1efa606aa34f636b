// SPDX-License-Identifier: Apache-2.0
// A comparison as the parts of a page show it: who has a column, what each
// printing is held against, and which printings read alike.
//
// Every part of the page (matrix.h, card.h, glance.h …) is written from this,
// so that they cannot disagree.

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/grammar/grammar.h>
#include <quoin/report/html/edits.h>
#include <quoin/report/story_report.h>
#include <quoin/text/positions.h>

namespace quoin {

inline constexpr std::size_t kNoIndex = static_cast<std::size_t>(-1);

// A column of the matrix: an outlet with its documents, or a document of none.
struct OutletView {
  std::string name;
  std::vector<std::size_t> articles;
};

// One rendering of a cluster.
struct PrintingView {
  std::size_t member = 0;  // index into the cluster's
  std::size_t article = 0;
  std::size_t outlet = 0;
  std::size_t reading = kNoIndex;  // kNoIndex for words without marks
  std::string anchor;
  std::string text;
  // Against the base; null for what is the base itself.
  const Finding* finding = nullptr;
  BaseSide base_side = BaseSide::kFirst;
  Grade grade = Grade::kIdentical;

  bool is_marked() const { return reading != kNoIndex; }
};

// Printings that differ in type and house style at most.
struct ReadingView {
  std::string letter;
  std::vector<std::size_t> printings;
};

struct ClusterView {
  const ComparedCluster* compared = nullptr;
  std::string anchor;
  // What printings are laid beside: the passage of the reference, or else a
  // printing (ComparedCluster::baseline), which is not called right.
  std::string base;
  std::size_t base_member = kNoIndex;  // of the cluster, without a reference
  bool has_reference = false;
  std::size_t words = 0;             // of the base
  std::size_t base_reading = kNoIndex;  // the one that reads as the base does
  std::vector<PrintingView> printings;
  std::vector<ReadingView> readings;
  std::vector<std::size_t> outlets;      // that print it in marks, sorted
  std::vector<std::size_t> not_printed;  // outlets
  std::size_t speaker = kNoIndex;           // index into StoryView::speakers
  Grade worst = Grade::kIdentical;       // of the printings in marks
  std::string verdict;                   // "words equal, one comma differs"

  // Fewer words are a phrase.
  bool is_statement() const { return words >= 5; }
  const Cluster& cluster() const { return compared->cluster; }
};

struct StoryView {
  const StoryReport* report = nullptr;
  std::span<const Grammar* const> grammars;  // one an article, or none
  std::vector<OutletView> outlets;
  std::vector<std::size_t> outlet_of;  // by article; kNoIndex for references
  std::vector<std::string> speakers;   // sorted; "" is nobody named, last
  std::vector<ClusterView> clusters;
  std::vector<PositionIndex> positions;  // by article

  const Document& document(std::size_t article) const {
    return report->articles[article].document;
  }
  const std::string& outlet_name(const PrintingView& printing) const {
    return outlets[printing.outlet].name;
  }
};

// Requires: the report outlives the view, which points into it.
StoryView make_story_view(const StoryReport& report,
                          std::span<const Grammar* const> grammars);

// What the base of a cluster is called: "the release", "A".
std::string base_name(const ClusterView& cluster);

}  // namespace quoin
