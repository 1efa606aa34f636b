// SPDX-License-Identifier: Apache-2.0
// A `.grammar` file as a tree: what the parser makes and the compiler reads.
//
//   rule said-name
//       priority 80
//       pattern  QUOTE ,? CUE:say SPEAKER:person
//       example  "We leave at dawn," [CUE said] [SPEAKER Jane Doe].
//
// docs/grammar.md describes the language.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <quoin/quote/quotation.h>

namespace quoin {

// Where something stands in its file.
struct Place {
  std::size_t line = 0;    // from 1
  std::size_t column = 0;  // code points from 1
  std::size_t width = 1;   // code points
};

// What a rule can capture. Names in patterns and examples: to_string. A
// quotation other than the rule's own is captured too, to know which it was.
enum class Slot { kNone, kCue, kSpeaker, kRole, kMedium, kAddressee, kQuote };
inline constexpr std::size_t kSlotCount = 7;

std::string_view to_string(Slot slot);
// None for QUOTE, which is an atom and takes no name.
std::optional<Slot> slot_named(std::string_view name);

enum class AtomKind {
  kQuote,    // QUOTE, QUOTE:brief
  kName,     // a word list, a shape or a built-in
  kLiteral,  // "pointed out", and a bare mark
  kRegex,    // /…/
  kGroup,    // ( … )
};

struct Item;
using Sequence = std::vector<Item>;
// Alternatives, in order of preference.
using Pattern = std::vector<Sequence>;

struct Item {
  AtomKind kind = AtomKind::kName;
  std::string text;  // the name, the literal's text, the regex
  std::vector<std::string> qualities;  // of a QUOTE
  Pattern group;
  Slot slot = Slot::kNone;
  std::vector<Item> except;  // "lower except function-word": must not match
  int min = 1;
  int max = 1;
  bool fewest = false;  // {0,4}? prefers fewer
  bool is_not = false;  // "not preposition": must not stand here; no width
  Place place;
};

// A sentence in which [SLOT text] marks what must be found.
struct Example {
  std::string text;
  Place place;
};

// What a rule takes from the quotation before instead of finding it.
enum class Take {
  kNothing,
  kSpeaker,    // who speaks
  kUtterance,  // who speaks, and the quotation goes on with the same utterance
  kLastButOne,  // who spoke before the one who spoke last: two take turns
};

struct RuleSyntax {
  std::string name;
  std::string note;
  int priority = 0;
  std::optional<QuotationKind> kind;  // none: a rule of speech
  std::uint16_t flags = 0;            // QuotationFlag that the rule sets
  Take take = Take::kNothing;
  bool only_in_stories = false;
  std::vector<Pattern> patterns;  // one a line, alternatives of one another
  std::vector<Example> examples;
  std::vector<Example> nevers;
  Place place;
};

struct ShapeSyntax {
  std::string name;
  Pattern pattern;
  Place place;
};

struct Entry {
  std::string text;
  Place place;
};

struct WordsSyntax {
  std::string name;
  std::vector<Entry> entries;
  Place place;
};

struct PairSyntax {
  std::vector<Entry> left;
  std::vector<Entry> right;
  Place place;
};

struct PairsSyntax {
  std::string name;
  std::vector<PairSyntax> lines;
  Place place;
};

struct GrammarFile {
  std::string path;  // below grammars/: "en/attribution.grammar"
  std::string lang;
  std::vector<std::string> lines;  // the text, for carets
  std::vector<Entry> includes;
  std::vector<WordsSyntax> words;
  std::vector<PairsSyntax> pairs;
  std::vector<ShapeSyntax> shapes;
  std::vector<RuleSyntax> rules;
};

}  // namespace quoin
