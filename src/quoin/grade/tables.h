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
};

struct GradeTables {
  FoldTables folds;
  std::vector<Profile> profiles;

  std::unordered_map<std::string, std::vector<ClassPhrase>> protected_by_first;
  std::unordered_map<std::string, std::vector<std::vector<std::string>>>
      contractions;  // "there's" -> {there is}, {there has}
  std::vector<std::vector<std::string>> fillers;         // um, you know
  std::vector<std::vector<std::string>> comma_fillers;   // between commas only
  std::unordered_set<std::string> function_words;
  std::unordered_set<std::string> free_words;  // that, an article: never count
  std::unordered_set<std::string> relatives;   // which, who
  std::unordered_set<std::string> head_conjunctions;  // but, at a head
  std::unordered_map<std::string, std::string> lemmas;   // went -> go
  std::vector<std::pair<std::string, std::string>> inflections;  // suffixes
  std::vector<std::string> negative_prefixes;
  std::unordered_set<std::string> not_negative;  // "inform", "discover"
  std::unordered_set<std::string> antonyms;      // "rise\nfall", both ways
  std::unordered_set<std::string> distinct_names;  // "iran\niraq", both ways
};

GradeTables compile_grade_tables(const Lexicon& lexicon);

}  // namespace quoin
