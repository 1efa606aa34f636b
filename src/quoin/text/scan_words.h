// SPDX-License-Identifier: Apache-2.0
// Cuts a typographically folded text into printed words and punctuation.
//
// The first half of fold_words (text/units.h), which is what callers want.
// Here is decided what an apostrophe is, where a hyphen parts a word, which
// full stop belongs to an abbreviation and what stands inside brackets.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/text/fold_tables.h>
#include <quoin/text/units.h>

namespace quoin {

struct WordToken {
  std::size_t begin = 0;  // in the folded text, brackets inside included
  std::size_t end = 0;
  std::string word;       // as printed, without brackets inside, @ and #
  std::string key;        // fold_case of it, without dots at its end
  Bracket bracket = Bracket::kNone;
  bool bracket_inside = false;
  bool handle = false;  // began with @ or #
  bool hyphen_before = false;
  bool punct_before = false;
  bool space_before = false;
  bool sentence_start = false;
  bool dotted = false;
  std::string_view clipped;  // talkin': what is left out, of the tables
};

struct WordScan {
  std::vector<WordToken> words;
  std::vector<Punct> puncts;  // slot counts words; sources are not set
};

WordScan scan_words(std::string_view folded, const FoldTables& tables);

}  // namespace quoin
