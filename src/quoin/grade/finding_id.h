// SPDX-License-Identifier: Apache-2.0
// A name for a finding that outlives the run that made it.
//
// A log of corrections refers to findings for years, so the name depends on
// what is compared (which document prints which words, held against which) and
// not on places, grades or what else was compared: an article that grows above
// the quotation, or a rule that is mended, leaves it as it is. The same words
// twice in one document are told apart by their number.
//
//   finding_id({{"courier", "We will act", 0}, {"statement", "", 0}})
//   // "f3b1c09a7e2d4"

#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include <quoin/attribute/attribution.h>

namespace quoin {

// One side of a finding: a document and words of it; all of it when empty.
struct FindingSide {
  std::string_view document;    // its id
  std::string_view words;       // as printed
  std::size_t occurrence = 0;   // how often they were printed before in it
};

// "f" and twelve hexadecimal digits.
std::string finding_id(std::initializer_list<FindingSide> sides);

// How often the words of a quotation stood in marks before, in one article.
class Occurrences {
 public:
  explicit Occurrences(const Article& article);
  // Of the quotation, or of the paragraph of one, that begins there.
  std::size_t at(std::size_t begin) const;

 private:
  std::map<std::size_t, std::size_t> by_begin_;
};

}  // namespace quoin
