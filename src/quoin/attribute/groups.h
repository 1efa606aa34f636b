// SPDX-License-Identifier: Apache-2.0
// Several who speak together: “Jane Doe and Richard Roe”, and whom “they”,
// “both men” and “the two ministers” mean after it.
//
// A group is names with nothing but commas, a conjunction and a role between
// them. Nobody is put together who was not printed together.
//
//   const Groups groups(reader, entities);
//   if (const Group* who = groups.before(token, 2)) ...  // “both men”

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <quoin/attribute/entities.h>
#include <quoin/attribute/name_reader.h>

namespace quoin {

struct Group {
  std::vector<NameMention> members;  // two or more, each a name
  std::string joint;                 // as printed before the last: “and”
  TokenRange mention;                // from the first to the last
  bool is_subject = false;           // begins its sentence or clause
};

class Groups {
 public:
  // Linear. Requires: both outlive it.
  Groups(const NameReader& reader, const Entities& entities);

  // The names of a mention that a conjunction divides: none when it names one,
  // or when a part of it is no name (“Jane Doe and her husband”).
  std::optional<Group> in(TokenRange mention) const;

  // The nearest before `token` that began its sentence, not far away; of
  // `size` when that is not 0. Null when there is none.
  const Group* before(TokenIndex token, std::size_t size) const;

 private:
  enum class JointKind : std::uint8_t { kNone, kMore, kLast };
  struct Joint {
    JointKind kind = JointKind::kNone;
    TokenIndex conjunction = 0;
  };
  Joint joint_between(TokenIndex at, TokenIndex end) const;
  bool can_speak(const Group& group) const;

  const NameReader& reader_;
  const Entities& entities_;
  std::vector<Group> groups_;  // in the order of the text
};

}  // namespace quoin
