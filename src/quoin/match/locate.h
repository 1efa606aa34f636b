// SPDX-License-Identifier: Apache-2.0
// Where a source holds the words of a quotation, whether or not they stand in
// marks there.
//
//   SourceText source(document, folds);
//   std::vector<Passage> places = source.locate("we take steps ... to act");

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <quoin/match/gapped.h>
#include <quoin/text/document.h>
#include <quoin/text/fold_tables.h>
#include <quoin/text/units.h>

namespace quoin {

// How a passage is the source's: in one run of words; in pieces with much
// between them; or in pieces because two columns, or other matter, run through
// each other in the file.
enum class PassageKind : std::uint8_t { kRun, kPieces, kInterleaved };

struct Passage {
  TextSpan span;      // of the source
  TextSpan sentences;  // the same, grown to whole sentences
  std::size_t words = 0;     // of the quotation
  std::size_t distance = 0;  // word edits
  PassageKind kind = PassageKind::kRun;
};

class SourceText {
 public:
  // Keeps no reference to the text. Requires: valid UTF-8.
  SourceText(std::string_view text, const FoldTables& folds);
  SourceText(const Document& document, const FoldTables& folds)
      : SourceText(document.text, folds) {}

  // The places with the fewest word edits, in order: several when the source
  // says it several times. What stands between ellipses is looked for piece by
  // piece, in order. Empty when more than two words in five are not there.
  std::vector<Passage> locate(const FoldedWords& quotation) const;
  std::vector<Passage> locate(std::string_view quotation,
                              const FoldTables& folds) const {
    return locate(fold_words(quotation, folds));
  }

  struct Pieces {
    std::optional<Passage> passage;
    bool truncated = false;  // not all that might be one was looked at
  };
  // The passage that holds the words in pieces, when locate() finds none.
  // Requires: `text` is what this was made of.
  Pieces locate_pieces(const FoldedWords& quotation,
                       std::string_view text) const;

  // The sentences that share the most words with the quotation, the rarer in
  // the source the more, words for which `counts` is false aside. Nothing when
  // that is fewer than two words, or less than three in ten. `distance` is
  // how many are not there.
  std::optional<Passage> nearest(
      const FoldedWords& quotation,
      const std::function<bool(const std::string&)>& counts) const;

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
  bool is_interleaved(const std::vector<GappedBlock>& blocks,
                      std::string_view text) const;

  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<std::uint32_t> words_;
  std::vector<TextSpan> spans_;
  std::vector<char> begins_sentence_;  // per word, and one past the last
};

}  // namespace quoin
