// SPDX-License-Identifier: Apache-2.0
// Renderings of one utterance across documents.
//
// Clusters are stars: a rendering joins by the edge to its best container,
// never through a chain of likenesses, so that a short common phrase cannot
// glue two statements together. Short or unattributed renderings join but
// never bridge; those that hang on little are marked weak.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/span.h>

namespace quoin {

inline constexpr std::size_t kUnquoted = static_cast<std::size_t>(-1);

// One printing of the utterance in one article.
struct Rendering {
  std::size_t article = 0;            // index into the articles compared
  std::size_t quotation = kUnquoted;  // index into its quotations; kUnquoted
                                      // for the words reused without marks
  TextSpan span;  // the words, without marks; of a quotation in several
                  // paragraphs one, since others may have printed one
  bool weak = false;  // four words or less, attributed to nobody
  // The member it joined by and how: index into Cluster::members; itself for
  // the root.
  std::size_t container = 0;
  std::size_t shared_words = 0;  // aligned with the container
  // A phrase of it stands in so many renderings that not all of them were
  // looked at.
  bool candidates_truncated = false;
};

struct Cluster {
  std::string id;                  // "c1": clusters are sorted by first member
  std::vector<Rendering> members;  // by article, then position
  std::size_t root = 0;            // the best container: most words, strong
  std::optional<std::string> speaker;      // when the members agree
  std::vector<std::string> speakers;       // all names found, sorted
  bool speaker_conflict = false;           // two names that cannot be one
  bool candidates_truncated = false;       // of a member
  // Joins between the two members farthest apart: at most 2 where all hang on
  // the root.
  std::size_t diameter = 0;
};

enum class RelationKind : std::uint8_t {
  kDuplicate,  // the same page twice
  kSameWire,   // two printings of one agency copy
};

std::string_view to_string(RelationKind kind);  // "same_wire"

// Two articles that are one witness.
struct DocumentRelation {
  std::size_t a = 0;  // a < b, indices into the articles
  std::size_t b = 0;
  RelationKind kind = RelationKind::kDuplicate;
  double shared = 0;  // share of the smaller text's word runs in the other
};

}  // namespace quoin
