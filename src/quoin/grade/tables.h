// SPDX-License-Identifier: Apache-2.0
// What grading knows of a language: lists and pairs from grammars/, compiled.
//
// The names read are documented in grammars/en/fidelity.grammar, beside the
// entries. A language without them still grades, with fewer distinctions.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <quoin/grade/profile.h>
#include <quoin/text/fold_tables.h>
#include <quoin/text/lexicon.h>

namespace quoin {

// Classes whose change may change the meaning: the finding names the class.
enum class Protected : std::uint8_t {
  kNegation,
  kNumber,
  kModal,
  kQuantifier,
  kCondition,
  kHedge,
  kConnective,
  kPerson,
  kName,
  kAntonym,
};
inline constexpr std::size_t kProtectedCount = 10;

std::string_view to_string(Protected which);  // "negation"

// A phrase of a class, in keys; `value` is what a swap compares: "i" and "me"
// are one person.
struct ClassPhrase {
  std::vector<std::string> words;
  Protected which = Protected::kNegation;
  std::string value;
  bool only_swapped = false;  // fires on a swap, not when added or dropped
  bool capital = false;       // only when printed with a capital: May
  bool before_number = false;  // only before a number: over 40
};

// A set of pairs of keys, asked either way round.
class KeyPairs {
 public:
  void insert(const std::string& a, const std::string& b) {
    pairs_.insert(joined(a, b));
    pairs_.insert(joined(b, a));
  }
  bool contains(const std::string& a, const std::string& b) const {
    return pairs_.contains(joined(a, b));
  }

 private:
  static std::string joined(const std::string& a, const std::string& b) {
    return a + '\n' + b;
  }
  std::unordered_set<std::string> pairs_;
};

struct GradeTables {
  FoldTables folds;
  std::vector<Profile> profiles;

  // By first key, the longest first.
  std::unordered_map<std::string, std::vector<ClassPhrase>> protected_phrases;
  std::unordered_set<std::string> limiters;  // values: only, at-least
  std::unordered_set<std::string> unit_keys;  // percent, kilometre, dollar
  KeyPairs antonyms;
  KeyPairs connective_swaps;
  KeyPairs distinct_names;
  std::string loose_letters;  // that spellings of a name exchange: aeiou
  std::vector<std::string> negative_prefixes;
  std::unordered_set<std::string> not_negative;  // inform, discover

  std::vector<std::vector<std::string>> fillers;  // um, you know
  std::unordered_set<std::string> comma_fillers;  // like, between commas only
  std::unordered_set<std::string> function_words;
  std::unordered_set<std::string> light_words;  // that, a, the
  std::unordered_set<std::string> relatives;    // which, who
  std::unordered_set<std::string> list_conjunctions;  // and, in a list
  std::unordered_set<std::string> head_conjunctions;  // but, at a head
  std::unordered_set<std::string> page_words;  // page, of
  std::unordered_set<std::string> given_names;  // steven
  bool nouns_are_capital = false;  // so that a capital names nobody
  // By first key: "in french", "through an interpreter".
  std::unordered_map<std::string, std::vector<std::vector<std::string>>>
      translation_signs;

  // "can't" -> {can not}; endings as they stand: "'d" -> {would}, {had}
  std::unordered_map<std::string, std::vector<std::vector<std::string>>>
      contractions;
  std::vector<std::pair<std::string, std::vector<std::string>>>
      contraction_endings;
  std::unordered_map<std::string, std::string> lemmas;           // went -> go
  std::vector<std::pair<std::string, std::string>> inflections;  // ies -> y
};

GradeTables compile_grade_tables(const Lexicon& lexicon);

}  // namespace quoin
