// SPDX-License-Identifier: Apache-2.0
// What differs between a golden file and what came out, by meaning.
//
// Records are told apart by their words, not by their place, so that a line
// added above gives "moved" and nothing else. A quotation of which a word
// changes is one change too, and what only refers to it by its words is none.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/record.h>

namespace quoin {

// In the order in which they matter.
enum class ChangeKind : std::uint8_t {
  kAdded,
  kRemoved,
  kReworded,  // most of its words are the same: “We will go” -> “We may go”
  kReattributed,  // speaker, name, cue, rule and the like
  kRegraded,      // grade, reference, flags, differences
  kChanged,       // kind, block, cluster: anything else
  kMoved,         // only the line
};
inline constexpr std::size_t kChangeKinds = 7;

std::string_view to_string(ChangeKind kind);  // "re-attributed"

struct Change {
  ChangeKind kind = ChangeKind::kAdded;
  std::string document;
  std::size_t line = 0;  // now; of what was removed, then
  std::string words;     // of the quotation, as the golden file has them
  std::string detail;    // "speaker: Quill -> Basil Quill; cue: said -> (none)"
  bool is_worse = false;  // re-graded, to a higher class
};

// By kind, then as the records come: added, removed, … moved.
std::vector<Change> find_changes(const std::vector<Record>& expected,
                                 const std::vector<Record>& actual);

using ChangeCounts = std::array<std::size_t, kChangeKinds>;
ChangeCounts count_changes(const std::vector<Change>& changes);

// Whether anything but places changed.
bool is_same(const ChangeCounts& counts);

// How many were re-graded to a higher class.
std::size_t count_worse(const std::vector<Change>& changes);

// "+1 -0 quotations, 1 re-graded (0 worse), 14 moved": fit for a pull request.
std::string summarize(const ChangeCounts& counts, std::size_t worse);

}  // namespace quoin
