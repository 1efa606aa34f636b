// SPDX-License-Identifier: Apache-2.0
// Text as the words and marks that rules are written in.
//
// One canonical form for what typography writes in many ways, so that rules
// need not care: the apostrophe is ', every dash between words is —, every
// ellipsis is …, a possessive ending is a word of its own. A full stop that
// belongs to an abbreviation or an initial stays with it; one that ends a
// sentence is a token.
//
//   Sen. O’Neill’s aide – a lawyer – said ...
//   Sen. | O'Neill | 's | aide | — | a | lawyer | — | said | …
//
// What leans on a word and is one of its own for grammar is a token too, where
// the language lists it: l’Agence, ajoute-t-il is l | Agence, ajoute | il.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <quoin/base/span.h>
#include <quoin/text/lexicon.h>

namespace quoin {

// Lets string sets be asked with views.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
using StringSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

enum class TokenClass : std::uint8_t {
  kCap,      // begins with a capital: Doe, NATO, @doe
  kLower,    // begins with a small letter
  kNumber,   // begins with a digit: 5, $5
  kInitial,  // a capital and a full stop
  kOther,    // any other word: 's, 90s, 田
  kMark,     // punctuation, symbols, the break between paragraphs
};
inline constexpr std::size_t kTokenClassCount = 6;

// Marks that no longer token begins with and that are their own form.
inline constexpr std::string_view kPlainMarks = ",;:()!?";

// Requires: a canonical form, not empty.
TokenClass class_of_form(std::string_view form);

class Tokenizer {
 public:
  // Reads `words abbreviation`: words whose full stop ends no sentence,
  // written without it; `words proclitic`: what an apostrophe parts from the
  // word behind it (l, qu); `words enclitic`: what a hyphen joins to the word
  // before it (il, lhe), with or without a euphonic t.
  explicit Tokenizer(const Lexicon& lexicon);
  Tokenizer() = default;

  // Reads one token of `text` from `at` (not on white space), at most to
  // `end`: appends its canonical form to `out` and returns where it ends.
  // Appends nothing for a mark of quotation that belongs to no quotation.
  // Requires: at < end <= text.size().
  std::size_t read(std::string_view text, std::size_t at, std::size_t end,
                   std::string& out) const;

  // The canonical forms of all tokens of a phrase, for word lists.
  std::vector<std::string> split(std::string_view phrase) const;

 private:
  std::size_t read_word(std::string_view text, std::size_t at,
                        std::size_t end, std::string& out) const;
  std::size_t read_mark(std::string_view text, std::size_t at,
                        std::size_t end, std::string& out) const;
  bool keeps_full_stop(std::string_view word) const;
  bool is_proclitic(std::string_view word) const;
  // The size of the hyphen, or "-t-", at `at` when an enclitic stands behind
  // it; 0 when none does.
  std::size_t joint_before_enclitic(std::string_view text, std::size_t at,
                                    std::size_t end) const;

  StringSet abbreviations_;
  StringSet proclitics_;
  StringSet enclitics_;
};

}  // namespace quoin
