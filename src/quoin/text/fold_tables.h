// SPDX-License-Identifier: Apache-2.0
// The convention folds of a language, made ready from its lists and pairs.
//
// "favour" and "favor", "nine per cent" and "9%", "Gov." and "governor" are
// house style, not wording. Which are is data, in grammars/en/fidelity.grammar
// and fidelity-spelling.grammar, where the names read here are documented:
//
//   pairs spelling, spelling-prefix, spelling-suffix, abbreviation, informal,
//         transliteration, clipped-ending, unit, currency, number, magnitude,
//         ordinal, fraction
//   words decimal-mark, spaced-thousands, abbreviation-before-number,
//         leading-apostrophe, number-article, number-joint, ordinal-ending, fraction-joint,
//         fraction-after-joint, speaker-title

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <quoin/text/lexicon.h>

namespace quoin {

// Which fold made a unit's key differ from its printed form.
enum class FoldKind : std::uint8_t {
  kNone,
  kSpelling,
  kAbbreviation,
  kInformal,
  kTransliteration,
  kNumber,
  kHandle,
  kDiacritics,
};

// One or more words that fold to others: "gonna" -> going to.
struct PhraseFold {
  std::vector<std::string> from;  // two words or more when a phrase
  std::vector<std::string> to;    // keys
  FoldKind kind = FoldKind::kNone;
};

struct FoldTables {
  // By first word: as written where the entry has a capital, else in lower
  // case; the longest first.
  std::unordered_map<std::string, std::vector<PhraseFold>> phrases;
  std::vector<std::pair<std::string, std::string>> prefixes;
  std::vector<std::pair<std::string, std::string>> suffixes;
  std::unordered_map<std::string, std::string> units;       // km -> kilometre
  std::unordered_map<std::string, std::string> currencies;  // $ -> dollar
  std::unordered_map<std::string, double> numbers;          // nine -> 9
  std::unordered_map<std::string, double> magnitudes;       // million
  std::unordered_map<std::string, int> ordinals;            // ninth -> 9
  bool decimal_comma = false;  // 1.000,5 and not 1,000.5
  bool spaced_thousands = false;  // 500 000 is one number
  std::unordered_set<std::string> number_articles;          // a million
  std::unordered_set<std::string> number_joints;  // two hundred and one
  std::unordered_set<std::string> ordinal_endings;  // 9th
  std::unordered_map<std::string, double> fractions;  // thirds -> 1/3
  std::unordered_set<std::string> fraction_joints;    // a quarter of a million
  std::unordered_set<std::string> fractions_after_joint;  // deux et demi
  // in -> ing: as printed for, when an apostrophe follows
  std::vector<std::pair<std::string, std::string>> clipped_endings;
  std::unordered_set<std::string> dotted;                // "gov." keeps its dot
  std::unordered_set<std::string> dotted_before_number;  // "no."
  std::unordered_set<std::string> leading_apostrophe;    // 'tis, 'em
  std::unordered_set<std::string> speaker_titles;  // part of many names: the
};

FoldTables compile_fold_tables(const Lexicon& lexicon);

}  // namespace quoin
