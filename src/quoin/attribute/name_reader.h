// SPDX-License-Identifier: Apache-2.0
// Where a document prints names, and what stands around them.
//
// A name is a run of capitals; what stands before it (Mr, coach) is no part of
// it. “the Bank of Norlund” and “the Norlund army” are names too, of bodies.
// What a run of capitals means is for entities.h.
//
//   NameReader reader(document, skeleton, types);
//   for (const NameMention& mention : reader.collect()) ...

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/grammar/rule_set.h>
#include <quoin/grammar/skeleton.h>
#include <quoin/grammar/token_types.h>
#include <quoin/text/document.h>

namespace quoin {

// One place where somebody or something is named.
struct NameMention {
  TokenRange name;          // without what stands before it
  TokenIndex begin = 0;     // with it: “Police Chief Marta Ruiz”
  int entity = -1;          // -1: two or more could be meant, or none
  bool is_subject = false;  // begins its sentence or clause
  bool reports = false;     // subject of a verb that reports, marks or no marks
  bool is_aside = false;    // a credit or caption: no pronoun means it
  bool is_body = false;     // “the Norlund army”: the noun is part of it
};

// A given name and the word behind it, in the title of a document.
struct TitleName {
  std::string first;
  std::string last;
  bool is_male = false;
};

std::vector<TitleName> names_in_title(std::string_view title,
                                      const Tokenizer& tokenizer,
                                      const TokenTypes& types);

class NameReader {
 public:
  // Requires: all of them outlive the reader.
  NameReader(const Document& document, const Skeleton& skeleton,
             const TokenTypes& types);

  // Names outside quotations, in the order of the text. Linear.
  std::vector<NameMention> collect() const;

  // The last run of capitals in `range` before a preposition: the name in
  // “Apple's marketing chief Phil Schiller”. None in “a spokesman for Acme”.
  std::optional<NameMention> name_in(TokenRange range) const;

  bool in(TokenIndex token, NamedSet set) const {
    return types_.is_in(skeleton_.forward[token], set);
  }
  bool is_mark(TokenIndex token, std::string_view mark) const {
    return skeleton_.tokens[token].token_class == TokenClass::kMark &&
           text_of(token) == mark;
  }
  TokenIndex size() const {
    return static_cast<TokenIndex>(skeleton_.tokens.size());
  }
  bool is_quotation(TokenIndex token) const {
    return skeleton_.tokens[token].is_quotation;
  }
  bool is_break(TokenIndex token) const {
    return skeleton_.tokens[token].is_break;
  }
  bool ends_sentence(TokenIndex token) const;
  // Any word; no mark and no quotation.
  bool is_word(TokenIndex token) const {
    return skeleton_.tokens[token].token_class != TokenClass::kMark &&
           !is_quotation(token);
  }
  bool is_lower(TokenIndex token) const {
    return token < size() &&
           skeleton_.tokens[token].token_class == TokenClass::kLower;
  }
  bool is_number(TokenIndex token) const {
    return skeleton_.tokens[token].token_class == TokenClass::kNumber;
  }
  bool is_cap(TokenIndex token) const;
  std::string_view text_of(TokenIndex token) const;
  // A nickname in it is left out.
  std::string text_of(TokenRange range) const;
  // Two capitals or more: UN. Not the place that a report is datelined from:
  // “MORWELL (Northern Wire)”.
  bool is_acronym(TokenIndex token) const;

 private:
  class Collection;

  bool can_begin_name(TokenIndex token) const;
  // Where the run of capitals from `begin` ends. Requires: one begins there.
  TokenIndex end_of_run(TokenIndex begin, TokenIndex limit) const;
  std::optional<TokenIndex> behind_particles(TokenIndex at,
                                             TokenIndex limit) const;
  std::optional<TokenIndex> behind_link(TokenIndex at, TokenIndex limit) const;
  NameMention read_name(TokenIndex begin, TokenIndex end) const;
  std::optional<NameMention> name_behind_comma(TokenRange range) const;
  std::optional<NameMention> name_behind_office(TokenRange range) const;
  std::optional<TokenIndex> given_name_in(TokenRange run) const;
  bool is_credit(TokenIndex begin, TokenIndex end) const;
  bool is_body_noun(TokenIndex token) const;
  bool reports(const NameMention& mention) const;
  std::optional<TokenIndex> behind_aside(TokenIndex at) const;
  bool is_title_line(TokenIndex begin) const;

  const Document& document_;
  const Skeleton& skeleton_;
  const TokenTypes& types_;
};

}  // namespace quoin
