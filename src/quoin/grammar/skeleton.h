// SPDX-License-Identifier: Apache-2.0
// The text that rules read: words and marks, every quotation one symbol.
//
// Every token is one unit, its type (token_types.h), so that a position in the
// skeleton is the number of a token and a rule never has to say where white
// space may stand. Paragraphs are parted by a token, shown here as ¶. The
// content of a quotation that has others nested in it follows as a passage of
// its own, so that no rule sees inside a quotation from outside it.
//
//   “We call it ‘the pit’,” Ng said.   ¶ Q Ng said . ¶ We call it Q , ¶
//
// A rule is anchored at a quotation and reads away from it in both directions.
// Reading leftwards uses the mirror, the same units in reverse, so that one
// matcher that only ever matches forwards and anchored serves both.

#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include <quoin/base/span.h>
#include <quoin/grammar/tokens.h>
#include <quoin/grammar/token_types.h>
#include <quoin/quote/quotation.h>
#include <quoin/text/document.h>

namespace quoin {

using TokenIndex = std::uint32_t;
inline constexpr TokenIndex kNoToken = std::numeric_limits<TokenIndex>::max();

struct Token {
  std::uint32_t text_begin = 0;  // bytes of the document
  std::uint32_t text_end = 0;
  TokenClass token_class = TokenClass::kMark;
  bool is_quotation = false;
  bool is_break = false;
};

// A quotation is typed by four letters:
//   how it ends    c comma, s full stop, q question or exclamation, d dash,
//                  ellipsis or colon, n nothing
//   how it begins  U upper case, l lower case, o otherwise
//   how long       1 one word, 2 two, 3 three, 7 four to seven, L longer,
//                  V verse: lines set in that all begin with a capital
//   title case     T when all its longer words are capitalised, else t
inline constexpr std::array<std::string_view, 4> kQuoteLetters = {
    "csqdn", "Ulo", "1237LV", "Tt"};

// A bit for each letter that there is.
using LetterBits = std::uint32_t;
// Requires: one letter of each kind, in their order.
LetterBits letters_of(std::string_view letters);
// All that a rule allows.
LetterBits letters_allowed(const QuoteLetters& wanted);

// What stands between paragraphs, as a token's form.
inline constexpr std::string_view kBreakForm = "\u2029";

// The tokens, both ways round, and where the quotations stand in them.
struct Skeleton {
  std::u16string forward;  // unit i is the type of token i
  std::u16string mirror;   // unit i is the type of token size - 1 - i
  std::vector<Token> tokens;
  // Of quotation i: its first and its last symbol (they differ when it has
  // segments); kNoToken for one that rules do not see.
  struct Symbols {
    TokenIndex first = kNoToken;
    TokenIndex last = kNoToken;
  };
  std::vector<Symbols> symbols;
  std::vector<LetterBits> letters;  // of quotation i
  // Told, not reported: outside its quotations the words of the list
  // `story-word` (he, had, upon) outnumber numbers and capitals that begin no
  // sentence. Rules marked `only in stories` ask.
  bool is_story = false;
};

// Requires: what find_quotations guarantees. Furniture is left out.
Skeleton build_skeleton(const Document& document,
                        std::span<const Quotation> quotations,
                        const Tokenizer& tokenizer, const TokenTypes& types);

}  // namespace quoin
