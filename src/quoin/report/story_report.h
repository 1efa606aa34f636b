// SPDX-License-Identifier: Apache-2.0
// What the reports of a comparison show: everything that was compared, and
// what came of it.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <quoin/attribute/attribution.h>
#include <quoin/grade/compare.h>

namespace quoin {

// Views of what must outlive the report.
struct StoryReport {
  std::optional<std::string> name;
  std::span<const Article> articles;  // documents, and then references
  std::span<const DeclaredReference> references;
  const Comparison* comparison = nullptr;
  // For people: at most so many clusters, and counts of the rest; 0 for all.
  std::size_t most_clusters = 0;

  bool is_reference(std::size_t article) const {
    for (const DeclaredReference& reference : references) {
      if (reference.article == article) return true;
    }
    return false;
  }
};

// Quotations outside furniture, of documents that are no references.
struct StoryTotals {
  std::size_t documents = 0;
  std::size_t outlets = 0;  // named ones; documents without one count each
  std::size_t quotations = 0;
  std::size_t references = 0;
};

StoryTotals count_story(const StoryReport& report);

// The printings of a cluster that differ in convention at most, in order:
// lists of indices into cluster.members. Words without marks are no printing.
std::vector<std::vector<std::size_t>> group_renderings(
    const ComparedCluster& cluster);

// Documents that are one witness, where they are several: the most copied
// first, then by document.
std::vector<std::vector<std::size_t>> group_copies(const StoryReport& report);

// How many documents print a cluster's words, with marks or without.
std::size_t count_documents(const ComparedCluster& compared);

// Where a byte of the text that was graded stands in the document: the pieces
// of a quotation that runs over several paragraphs were graded as one text,
// with one line break between them (grade/compare.h).
std::size_t place_in_document(const Article& article,
                              const Rendering& rendering, std::size_t byte);

// The pair of two members, whichever is first; null when it was not graded.
const ComparedPair* find_pair(const ComparedCluster& cluster, std::size_t a,
                              std::size_t b);

}  // namespace quoin
