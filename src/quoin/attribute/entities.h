// SPDX-License-Identifier: Apache-2.0
// Who is named in a document: “Marta Ruiz”, “Ruiz” and “Chief Ruiz” are one.
//
// A name is a run of capitals; what stands before it (Mr, coach) is no part of
// it but tells what it names. Gender comes from titles, kin words and given
// names of the grammar's lists, and is never guessed.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <quoin/grammar/rule_set.h>
#include <quoin/grammar/skeleton.h>
#include <quoin/grammar/token_types.h>
#include <quoin/text/document.h>

namespace quoin {

enum class Gender { kUnknown, kMale, kFemale };
enum class EntityKind { kUnknown, kPerson, kOrganisation };

struct Entity {
  std::string name;  // the fullest form, as first printed
  Gender gender = Gender::kUnknown;
  EntityKind kind = EntityKind::kUnknown;
  std::vector<std::string> roles;  // lower case: "chief", "president"
  bool is_full = false;            // a name of two words or more
};

// One place where an entity is named.
struct NameMention {
  TokenRange name;           // without what stands before it
  TokenIndex begin = 0;      // with it: “Police Chief Marta Ruiz”
  int entity = -1;           // -1: two or more could be meant
  bool is_subject = false;   // begins its sentence or clause
};

class Entities {
 public:
  // Names outside quotations, in the order of the text. Linear.
  Entities(const Document& document, const Skeleton& skeleton,
           const TokenTypes& types);

  const std::vector<Entity>& all() const { return entities_; }
  const std::vector<NameMention>& mentions() const { return mentions_; }

  // The entities that a name can mean: one, several, or none when it is not
  // a name of the document.
  std::vector<int> find(TokenRange name) const;

  // The last run of capitals in `range` before a preposition: the name in
  // “Apple's marketing chief Phil Schiller”. None in “a spokesman for Acme”.
  std::optional<NameMention> name_in(TokenRange range) const;

 private:
  using Words = std::vector<std::string_view>;
  // Kept between names, so that a name costs no allocation.
  struct Scratch {
    Words words;
    std::vector<int> found;
  };

  bool in(TokenIndex token, NamedSet set) const;
  std::optional<NameMention> name_behind_comma(TokenRange range) const;
  bool can_begin_name(TokenIndex token) const;
  NameMention read_name(TokenIndex begin, TokenIndex end) const;
  std::string_view text_of(TokenIndex token) const;
  std::string text_of(TokenRange range) const;
  bool is_credit(TokenIndex begin, TokenIndex end) const;
  void collect();
  void enter(NameMention& mention, Scratch& scratch);
  void learn(Entity& entity, const NameMention& mention) const;
  void read_words(TokenRange name, Words& words) const;
  void find(const Words& words, std::vector<int>& found) const;

  const Document& document_;
  const Skeleton& skeleton_;
  const TokenTypes& types_;
  std::vector<Entity> entities_;
  std::vector<std::vector<std::string_view>> words_;  // of each entity's name
  // Entities by the last and the first word of their names.
  std::unordered_map<std::string_view, std::vector<int>> by_last_, by_first_;
  std::vector<NameMention> mentions_;
};

}  // namespace quoin
