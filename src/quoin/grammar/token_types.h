// SPDX-License-Identifier: Apache-2.0
// What the rules of a grammar can tell apart, as one symbol a token.
//
// Rules never look at a word itself: they ask whether it is in a list, begins
// with a capital, is not a function word. All words that answer every question
// of a grammar alike are one type. The types are found when the grammar is
// compiled, and a document's tokens are written as their types, one 16-bit
// unit each. So a pattern is a regular expression over types, "a capitalised
// word that is in none of four lists" is one character class, and the size of
// a list costs nothing (docs/decisions/token-types.md).
//
//   TypeBuilder builder;
//   SetId say = builder.list({"say", "said"});
//   SetId cap = builder.token_class(kClassCap);
//   SetId name = builder.minus(cap, say);
//   TokenTypes types = builder.build({say, name});
//   types.units_of(name)   // the symbols of the types in the set

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/grammar/regex.h>
#include <quoin/grammar/tokens.h>
#include <quoin/grammar/word_table.h>

namespace quoin {

using TypeSymbol = char16_t;

// A set of tokens that a pattern asks for.
using SetId = std::size_t;

// Word lists that stages right of this one ask about, whether or not a rule
// does. Named in the grammar as NamedSet's members in kebab-case without the k;
// a grammar need not have them.
enum class NamedSet {
  kSentenceWord,  // capitals that only begin a sentence: The, After
  kCalendar,      // Monday, January
  kParticle,      // de, van
  kHonorific,     // Mr, Dr., Sir: before a name, no part of it
  kRole,          // president, coach: before a name or instead of it
  kMaleWord,      // Mr, husband, he
  kFemaleWord,    // Ms, wife, she
  kMaleName,      // given names
  kFemaleName,
  kOrganisationWord,  // parts of names of organisations: Council, Inc.
  kOrganisationNoun,  // nouns for one: company, ministry
  kPersonPronoun,     // he, she
  kThingPronoun,      // it
  kGroupPronoun,      // they
  kDeterminer,
  kPreposition,
  kFunctionWord,      // words that belong to no noun phrase
  kSay,               // verbs that report; its entries of one word
  kDefinite,          // the, that: before what was named already
  kEpithet,           // nouns for somebody who has a name: singer, senator
  kPersonRelative,    // who
  kNameLink,          // of: Bank of Norlund
  kStoryWord,         // he, had, upon: words of a story more than of news
  kConjunction,       // and: between two who speak together
  kPair,              // both, couple: two who speak together
  kIndefinite,        // a, another: before what was not named yet
};
inline constexpr std::size_t kNamedSetCount = 26;
std::string_view list_name(NamedSet set);

// The four letters of a quotation (see skeleton.h), each one of a few; "" is
// any.
using QuoteLetters = std::array<std::string, 4>;

// A property that words of no list can have: “-ed”, or an expression /…/.
struct WordEnding {
  std::string key;  // the suffix, or the expression between slashes
  std::optional<WordRegex> expression;

  bool fits(std::string_view form) const;
};

class TokenTypes {
 public:
  // Requires: form is canonical (tokens.h) and of that class.
  TypeSymbol type_of(std::string_view form, TokenClass token_class) const {
    return type_of(form, token_class, known_.find(form));
  }
  // The same, faster. Requires: eight bytes can be read from where it begins.
  TypeSymbol type_in_text(std::string_view form, TokenClass token_class) const {
    return type_of(form, token_class, known_.find_in_text(form));
  }
  // Of one that is a token as it stands: , ; : ( ) ! ?
  TypeSymbol type_of_mark(char ascii_mark) const {
    return marks_[static_cast<unsigned char>(ascii_mark)];
  }
  // Requires: four letters as skeleton.h lists them.
  TypeSymbol type_of_quotation(std::string_view letters) const;

  // Sorted. Requires: one of the sets that the types were built for.
  const std::vector<TypeSymbol>& units_of(SetId set) const {
    return units_.at(set);
  }
  // The same as a character class of PCRE2; what never matches when no token
  // is in the set. The view is valid while this lives.
  std::string_view class_of(SetId set) const { return classes_.at(set); }
  std::size_t size() const { return count_; }
  bool is_in(TypeSymbol type, NamedSet set) const {
    return (named_[type] >> static_cast<std::size_t>(set)) & 1;
  }

 private:
  friend class TypeBuilder;
  std::size_t endings_of(std::string_view form) const;
  TypeSymbol type_of(std::string_view form, TokenClass token_class,
                     TypeSymbol known) const;

  WordTable known_;
  std::array<TypeSymbol, 128> marks_{};
  // Words of no list, by class and by which endings and expressions they fit.
  std::vector<TypeSymbol> unknown_;
  std::vector<WordEnding> endings_;
  std::array<TypeSymbol, 5 * 3 * 6 * 2> quotations_{};
  std::map<SetId, std::vector<TypeSymbol>> units_;
  std::map<SetId, std::string> classes_;
  std::vector<std::uint32_t> named_;  // by type: a bit for each NamedSet
  std::size_t count_ = 0;
};

class TypeBuilder {
 public:
  // A list of words; one without capitals stands for the word in any case.
  // "-ed" stands for every word that ends so.
  SetId list(const std::vector<std::string>& words);
  SetId expression(std::string_view regex, WordRegex compiled);
  SetId token_class(TokenClass token_class);
  SetId quotation(const QuoteLetters& letters);
  SetId either(SetId a, SetId b);
  SetId minus(SetId a, SetId b);

  // How many endings and expressions there are; at most kMostEndings.
  std::size_t ending_count() const { return endings_.size(); }
  static constexpr std::size_t kMostEndings = 10;

  // A set that types must tell apart even if no pattern uses it.
  void name_set(NamedSet name, SetId set) { named_[name] = set; }

  // The coarsest types that tell all of `sets`, and the named ones, apart.
  TokenTypes build(std::span<const SetId> patterns);

 private:
  enum class Operation { kWords, kEnding, kClass, kQuotation, kEither, kMinus };
  struct Set {
    Operation operation = Operation::kWords;
    std::size_t a = 0;  // a list, an ending, a class, a set
    std::size_t b = 0;
    QuoteLetters letters;

    friend auto operator<=>(const Set&, const Set&) = default;
  };
  // All that can be asked about a token.
  struct Facts {
    TokenClass token_class = TokenClass::kMark;
    std::vector<std::size_t> lists;  // sorted
    std::size_t endings = 0;         // a bit each
    std::string letters;             // of a quotation; empty for words

    friend auto operator<=>(const Facts&, const Facts&) = default;
  };
  class Partition;

  SetId add(Set set);
  SetId ending(std::string key, std::optional<WordRegex> expression);
  // Whether the facts put a token into each set, by its id.
  std::vector<bool> memberships(const Facts& facts) const;
  Facts facts_of(std::string_view form, const TokenTypes& types) const;

  std::vector<Set> sets_;  // those that a set is made of stand before it
  std::map<Set, SetId> known_sets_;
  std::map<std::vector<std::string>, std::size_t> lists_;
  std::vector<WordEnding> endings_;
  std::map<NamedSet, SetId> named_;
  // By word: the lists it is in as written, and in any case.
  std::map<std::string, std::vector<std::size_t>, std::less<>> exact_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> any_case_;
};

}  // namespace quoin
