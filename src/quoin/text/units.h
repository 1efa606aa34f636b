// SPDX-License-Identifier: Apache-2.0
// The convention fold: a text as a sequence of comparable words.
//
// Two printings agree in wording when their units have equal keys in order.
// Every unit knows the bytes that made it and which fold made its key differ
// from the printed form; punctuation is kept aside, in the slots between.
//
//   fold_words("We favour nine per cent", tables)
//   // keys: we favor #9 percent
//
// A unit may be part of one printed expression ("gonna" is going + to), and
// one unit may be several printed words ("five million" is #5000000).

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/span.h>
#include <quoin/text/fold.h>
#include <quoin/text/fold_tables.h>

namespace quoin {

enum class Bracket : std::uint8_t { kNone, kSquare, kRound };

struct Unit {
  std::string key;
  FoldedSpan folded;  // of the whole printed expression, for shared groups
  TextSpan source;
  std::uint32_t group = 0;  // equal for units of one printed expression
  FoldKind fold = FoldKind::kNone;
  Bracket bracket = Bracket::kNone;  // stands inside [ ] or ( )
  bool bracket_inside = false;       // brackets inside the word: [T]he
  bool number = false;
  bool capital = false;
  bool all_capitals = false;
  bool sentence_start = false;
  bool hyphen_before = false;
  bool dotted = false;  // a full stop belongs to the word
};

// What a slot holds: the character itself, or one of these.
inline constexpr char kDashMark = 'D';
inline constexpr char kEllipsisMark = 'E';
inline constexpr char kQuoteMark = 'Q';
inline constexpr char kEmphasisMark = 'I';  // *not*, _not_

struct Punct {
  char kind = ' ';
  std::size_t slot = 0;  // before unit `slot`; units.size() for the last
  FoldedSpan folded;
  TextSpan source;
};

struct FoldedWords {
  FoldedText text;  // the typographic fold the units were read from
  std::vector<Unit> units;
  std::vector<Punct> puncts;  // by position

  std::string_view printed(const Unit& unit) const {
    return std::string_view(text.text)
        .substr(unit.folded.begin, unit.folded.size());
  }
};

// Requires: valid UTF-8. Linear.
FoldedWords fold_words(std::string_view text, const FoldTables& tables);

// Lower case without diacritics, apostrophes kept: the key of a plain word.
std::string fold_case(std::string_view word);

}  // namespace quoin
