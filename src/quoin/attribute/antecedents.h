// SPDX-License-Identifier: Apache-2.0
// Who was named before: whom “she”, “the singer”, “the chief” and “the
// company” mean.
//
// Everybody named within some paragraphs is weighed: whether the name is known
// to be a person's, and of that sex; whether it spoke or was the subject of its
// sentence; how many sentences back it stands. The heaviest wins, of equals
// the nearest.
//
//   Antecedents antecedents(reader, entities);
//   antecedents.note_speech(token, entity);    // as the document goes on
//   if (auto who = antecedents.person_before(token, Gender::kFemale)) ...

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <quoin/attribute/entities.h>
#include <quoin/attribute/name_reader.h>

namespace quoin {

inline constexpr int kUnnamed = -1;  // somebody without a name: “a witness”

struct Antecedent {
  int entity = kUnnamed;
  TokenRange mention;  // where it stands
};

class Antecedents {
 public:
  // Requires: both outlive it.
  Antecedents(const NameReader& reader, const Entities& entities);

  // Told of every speaker beforehand: who is named as one is no place.
  void note_speaker(int entity);
  // Told of speakers in the order of the quotations, once they are known.
  void note_speech(TokenRange mention, int entity);

  // Whom “she” means at `token`; kUnnamed when an unnamed speaker does.
  std::optional<Antecedent> person_before(TokenIndex token,
                                          Gender gender) const;

  // The name that ends at `token`, or a comma before it.
  std::optional<Antecedent> name_right_before(TokenIndex token) const;

  // Which body “the board” or “it” is: the nearest before it that ends in that
  // word; else one that spoke, or that was the subject of a sentence.
  std::optional<Antecedent> organisation_before(TokenRange mention) const;

  // Who “the prime minister” is: all who hold the role.
  std::vector<int> holders_of_role(TokenRange mention) const;

  // Where the entity was named last before `token`; empty when it was not.
  TokenRange last_mention(int entity, TokenIndex token) const;

 private:
  struct Speech {
    TokenRange mention;
    int entity;
  };
  using Mentions = std::vector<NameMention>;

  int fit(int entity, Gender gender) const;
  int distance(TokenIndex from, TokenIndex to) const;
  bool has_spoken(int entity) const;
  Mentions::const_reverse_iterator last_before(TokenIndex token) const;
  bool has_all_capitals(std::string_view name, TokenRange mention) const;

  const NameReader& reader_;
  const Entities& entities_;
  std::vector<Speech> speeches_;
  std::vector<bool> has_spoken_;           // by entity
  std::vector<std::uint32_t> sentences_;   // that ended before each token
  std::unordered_map<std::string, std::vector<int>> by_role_;
};

}  // namespace quoin
