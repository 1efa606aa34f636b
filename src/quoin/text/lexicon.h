// SPDX-License-Identifier: Apache-2.0
// The word lists and pairs of a grammar, as plain data.
//
// Everything linguistic is data under grammars/. Rules are compiled by
// grammar/; lists and pairs are handed as they are to the stages left of it,
// each of which documents the names that it reads:
//
//   words furniture-line          lexicon.words_of("furniture-line")
//       "related articles"
//   pairs spelling                lexicon.pairs_of("spelling")
//       colour = color

#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quoin {

// left = right, each side one or more entries; an entry may be several words.
struct LexiconPair {
  std::vector<std::string> left;
  std::vector<std::string> right;
  std::string at;  // "en/marks.grammar:12", for messages
};

struct Lexicon {
  std::string lang;  // the language of the grammar: "en"
  std::map<std::string, std::vector<std::string>, std::less<>> words;
  std::map<std::string, std::vector<LexiconPair>, std::less<>> pairs;

  // The list of that name in the order of the file; empty when there is none.
  // Valid while the lexicon lives.
  const std::vector<std::string>& words_of(std::string_view name) const&;
  const std::vector<LexiconPair>& pairs_of(std::string_view name) const&;
  const std::vector<std::string>& words_of(std::string_view) const&& = delete;
  const std::vector<LexiconPair>& pairs_of(std::string_view) const&& = delete;
};

}  // namespace quoin
