// SPDX-License-Identifier: Apache-2.0
// Who is named in a document: “Marta Ruiz”, “Ruiz” and “Chief Ruiz” are one,
// and so are “Rail Safety Board” and “RSB”.
//
// What a name is of is weighed: titles, roles, ages and given names speak for
// a person, words like Council and an article for a body. Gender comes from
// titles, kin words and given names of the grammar's lists, and is never
// guessed.

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <quoin/attribute/name_reader.h>
#include <quoin/attribute/name_words.h>

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
  struct Word {
    std::string_view text;
    WordNumber number = kNoWord;
  };
  using Words = std::span<const Word>;
  // Kept between names, so that a name costs no allocation.
  struct Scratch {
    std::vector<Word> words;
    std::vector<int> found;
  };
  // How often a full form was printed.
  struct Form {
    TokenRange name;
    std::uint32_t count = 0;
  };
  static constexpr std::size_t kMostForms = 4;
  // How an entity was called: the words of its first form, and its full forms.
  struct Names {
    std::size_t first_word = 0;  // in words_
    std::size_t word_count = 0;
    std::array<Form, kMostForms> forms;
    std::size_t form_count = 0;
  };

  void enter(NameMention& mention, Scratch& scratch);
  void learn_title(const TitleName& name);
  int add(const NameMention& mention, Words words);
  void index_first(const Word& word, int entity);
  void note_form(int entity, const NameMention& mention, Words words);
  void link_acronyms();
  bool names_itself(const NameMention& mention, Words words) const;
  void learn(Entity& entity, const NameMention& mention) const;
  void learn_before(Entity& entity, const NameMention& mention) const;
  void learn_within(Entity& entity, const NameMention& mention) const;
  void learn_behind(Entity& entity, const NameMention& mention) const;
  bool ends_noun_phrase(TokenIndex token) const;
  void note_role(Entity& entity, TokenIndex token) const;
  void note_gender(Entity& entity, TokenIndex token) const;
  void read_words(TokenRange name, std::vector<Word>& words) const;
  void number(std::vector<Word>& words);
  static bool same_name(Words a, Words b);
  static std::string initials_of(Words words);
  bool is_same_form(TokenRange a, TokenRange b) const;
  void find(Words words, std::vector<int>& found) const;
  const Entity& at(int entity) const {
    return entities_[static_cast<std::size_t>(entity)];
  }
  Words words_of(int entity) const {
    const Names& names = names_[static_cast<std::size_t>(entity)];
    return Words(words_).subspan(names.first_word, names.word_count);
  }

  const NameReader& reader_;
  std::vector<Entity> entities_;
  std::vector<Names> names_;  // of each entity
  std::vector<Word> words_;   // of all of them
  std::map<int, std::string> from_title_;
  NameWords numbers_;
  EntityLists by_last_;   // by the last word of a name
  EntityLists by_first_;  // by the first
  std::unordered_map<std::string, int> by_initials_;
  std::vector<NameMention> mentions_;
};

}  // namespace quoin
