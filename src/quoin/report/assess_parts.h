// SPDX-License-Identifier: Apache-2.0
// What both ways of making assessments share (assessment.h is the interface).

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <quoin/report/assessment.h>

namespace quoin {

// The articles of a report, with where in them things are.
class Places {
 public:
  explicit Places(std::span<const Article> articles);

  Passage passage(std::size_t article, TextSpan span) const;

 private:
  std::span<const Article> articles_;
  std::vector<PositionIndex> positions_;
};

// The id of words that nothing was held against.
std::string id_of(const Passage& printed, std::size_t occurrence);

void add_finding(const Finding& finding, const Document& against,
                 const Document& printed, Assessment& into);

// By document in the order given, then position; the rest behind.
void sort_assessments(std::span<const Article> articles,
                      std::vector<Assessment>& items);

}  // namespace quoin
