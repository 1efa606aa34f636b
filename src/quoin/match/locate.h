// SPDX-License-Identifier: Apache-2.0
// Where a source holds the words of a quotation, whether or not they stand in
// marks there.
//
//   SourceText source(document, folds);
//   std::vector<Passage> places = source.locate("we take steps ... to act");

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <quoin/text/document.h>
#include <quoin/text/fold_tables.h>
#include <quoin/text/units.h>

namespace quoin {

struct Passage {
  TextSpan span;      // of the source
  TextSpan sentences;  // the same, grown to whole sentences
  std::size_t words = 0;     // of the quotation
  std::size_t distance = 0;  // word edits
};

class SourceText {
 public:
  // Keeps no reference to the document.
  SourceText(const Document& document, const FoldTables& folds);

  // The places with the fewest word edits, in order: several when the source
  // says it several times. What stands between ellipses is looked for piece by
  // piece, in order. Empty when more than two words in five are not there.
  std::vector<Passage> locate(std::string_view quotation,
                              const FoldTables& folds) const;

  // The likest passage, however unlike; nothing when no word is there.
  std::optional<Passage> nearest(std::string_view quotation,
                                 const FoldTables& folds) const;

 private:
  std::vector<std::uint32_t> ids_of(const FoldedWords& words) const;
  struct Place {
    std::size_t begin = 0;  // words
    std::size_t end = 0;
    std::size_t distance = 0;
  };
  std::vector<Place> find(const std::vector<std::uint32_t>& words,
                          std::size_t from) const;
  TextSpan grow(std::size_t begin, std::size_t end) const;

  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<std::uint32_t> words_;
  std::vector<TextSpan> spans_;
  std::vector<char> begins_sentence_;  // per word, and one past the last
};

}  // namespace quoin
