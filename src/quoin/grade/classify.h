// SPDX-License-Identifier: Apache-2.0
// What one difference is: the grade of a run of words that do not match, of
// the punctuation in one slot, of two forms of one word.
//
// Internal to grade/. The decision rules are FIDELITY's, in docs/grades.md.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <quoin/grade/finding.h>
#include <quoin/grade/side.h>
#include <quoin/grade/tables.h>

namespace quoin {

// Words between two matches: reference units [r0, r1) stand against printed
// units [p0, p1). At an edge of the alignment, words of the reference that are
// clipped are not part of the run.
struct Run {
  std::size_t r0 = 0;
  std::size_t r1 = 0;
  std::size_t p0 = 0;
  std::size_t p1 = 0;
  bool head = false;  // before the first match
  bool tail = false;  // after the last
};

struct Difference {
  Grade grade = Grade::kIdentical;
  std::vector<std::string> flags;
  std::size_t word_edits = 0;

  void raise(Grade to) {
    if (to > grade) grade = to;
  }
};

struct ClassifyInput {
  const Side& r;
  const Side& p;
  const GradeTables& tables;
  bool reordered = false;  // as a whole
  // Per unit: is in a block that stands elsewhere in the other text.
  const std::vector<char>& moved_r;
  const std::vector<char>& moved_p;
};

// Requires: the run has words on one side at least.
Difference classify_run(const ClassifyInput& input, const Run& run);

// The punctuation between two matches that follow each other in both texts:
// slot r before reference unit r, slot p before printed unit p.
Difference classify_slot(const ClassifyInput& input, std::size_t r,
                         std::size_t p);

// The punctuation before the first printed word and after the last. `clipped`:
// the reference goes on there.
Difference classify_head(const ClassifyInput& input, std::size_t r,
                         bool clipped);
Difference classify_tail(const ClassifyInput& input, std::size_t r,
                         bool clipped);

// Two forms of one word, with equal keys.
Difference classify_word(const ClassifyInput& input, std::size_t r,
                         std::size_t p);

// "qualifier_clipped:negation" and the like for the words of the reference
// left out in the same sentence, before unit `first` and after unit `last`.
std::vector<std::string> clipped_qualifiers(const Side& r, std::size_t first,
                                            std::size_t last);

}  // namespace quoin
