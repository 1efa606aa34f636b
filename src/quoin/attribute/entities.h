// SPDX-License-Identifier: Apache-2.0
// Who is named in a document: “Marta Ruiz”, “Ruiz” and “Chief Ruiz” are one,
// and so are “Rail Safety Board” and “RSB”.
//
// What a name is of is weighed: titles, roles, ages and given names speak for
// a person, words like Council and an article for a body. Gender comes from
// titles, kin words and given names of the grammar's lists, and is never
// guessed.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <quoin/attribute/name_reader.h>

namespace quoin {

enum class Gender : std::uint8_t { kUnknown, kMale, kFemale };
enum class EntityKind : std::uint8_t { kUnknown, kPerson, kOrganisation };

// “prime minister” of “Prime Minister Jane Doe”.
struct RoleNote {
  std::string role;    // lower case: “minister”
  std::string before;  // the word before it, lower case: “prime”; or empty
};

struct Entity {
  Gender gender = Gender::kUnknown;
  std::vector<RoleNote> roles;
  bool is_full = false;  // a name of two words or more
  bool reports = false;  // subject of a verb that reports, under its full name
  int person = 0;        // what speaks for a person
  int organisation = 0;  // what speaks for a body

  EntityKind kind() const {
    return organisation > person ? EntityKind::kOrganisation
           : person > 0          ? EntityKind::kPerson
                                 : EntityKind::kUnknown;
  }
};

class Entities {
 public:
  // Linear: of one last word no more than kMostNamesakes are told apart.
  static constexpr std::size_t kMostNamesakes = 50;

  Entities(const NameReader& reader, const std::vector<TitleName>& title);

  const std::vector<Entity>& all() const { return entities_; }
  // In the order of the text.
  const std::vector<NameMention>& mentions() const { return mentions_; }

  // The fullest form of its name; of several the commonest, of these the first.
  std::string name_of(int entity) const;

  // The entities that a name can mean: one, several, or none when it is not
  // a name of the document.
  std::vector<int> find(TokenRange name) const;

 private:
  using Words = std::vector<std::string_view>;
  // Kept between names, so that a name costs no allocation.
  struct Scratch {
    Words words;
    std::vector<int> found;
  };
  // How often a full form was printed.
  struct Form {
    TokenRange name;
    std::size_t count = 0;
  };

  void enter(NameMention& mention, Scratch& scratch);
  void learn_title(const TitleName& name);
  int add(const NameMention& mention, const Words& words);
  void index(std::string_view word, int entity);
  void note_form(int entity, const NameMention& mention, const Words& words);
  void link_acronyms();
  bool names_itself(const NameMention& mention, const Words& words) const;
  void learn(Entity& entity, const NameMention& mention) const;
  void learn_before(Entity& entity, const NameMention& mention) const;
  void learn_within(Entity& entity, const NameMention& mention) const;
  void learn_behind(Entity& entity, const NameMention& mention) const;
  bool ends_noun_phrase(TokenIndex token) const;
  void note_role(Entity& entity, TokenIndex token) const;
  void note_gender(Entity& entity, TokenIndex token) const;
  void read_words(TokenRange name, Words& words) const;
  bool is_same_form(TokenRange a, TokenRange b) const;
  void find(const Words& words, std::vector<int>& found) const;
  const Entity& at(int entity) const {
    return entities_[static_cast<std::size_t>(entity)];
  }

  const NameReader& reader_;
  std::vector<Entity> entities_;
  std::vector<Words> words_;              // of each entity's first form
  std::vector<std::vector<Form>> forms_;  // of each entity
  std::map<int, std::string> from_title_;
  // Entities by the last and the first word of their names; by their
  // initials.
  std::unordered_map<std::string_view, std::vector<int>> by_last_, by_first_;
  std::unordered_map<std::string, int> by_initials_;
  std::vector<NameMention> mentions_;
};

}  // namespace quoin
