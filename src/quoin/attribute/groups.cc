// SPDX-License-Identifier: Apache-2.0
#include <quoin/attribute/groups.h>

#include <algorithm>
#include <utility>

namespace quoin {
namespace {

// How far back a group may stand, and how many sentences may end between.
constexpr TokenIndex kReach = 80;
constexpr int kMostSentences = 2;
// How long what describes a member may be: “finance minister Richard Roe”.
constexpr TokenIndex kLongestRole = 4;
constexpr std::size_t kMostMembers = 12;

}  // namespace

Groups::Groups(const NameReader& reader, const Entities& entities)
    : reader_(reader), entities_(entities) {
  const std::vector<NameMention>& names = entities.mentions();
  for (std::size_t first = 0; first < names.size();) {
    Group group;
    group.members.push_back(names[first]);
    std::size_t next = first + 1;
    while (next < names.size() && group.joint.empty() &&
           group.members.size() < kMostMembers) {
      const Joint joint = joint_between(names[next - 1].name.end,
                                        names[next].begin);
      if (joint.kind == JointKind::kNone) break;
      group.members.push_back(names[next++]);
      if (joint.kind == JointKind::kLast) {
        group.joint = reader.text_of(joint.conjunction);
      }
    }
    if (!group.joint.empty() && can_speak(group)) {
      group.mention = {names[first].begin, names[next - 1].name.end};
      group.is_subject = names[first].is_subject;
      groups_.push_back(std::move(group));
    }
    first = next;
  }
}

// What stands between two names: a comma, a conjunction, or both; behind it
// may stand an article or a role.
Groups::Joint Groups::joint_between(TokenIndex at, TokenIndex end) const {
  Joint joint;
  if (at < end && reader_.is_mark(at, ",")) {
    joint.kind = JointKind::kMore;
    ++at;
  }
  if (at < end && reader_.in(at, NamedSet::kConjunction)) {
    joint = {JointKind::kLast, at};
    ++at;
  }
  if (at < end && reader_.in(at, NamedSet::kDefinite)) ++at;
  if (at < end) {
    const bool is_role =
        reader_.in(end - 1, NamedSet::kRole) && end - at <= kLongestRole;
    for (; is_role && at < end && reader_.is_lower(at); ++at) {
      if (reader_.in(at, NamedSet::kFunctionWord)) break;
    }
  }
  return at == end ? joint : Joint{};
}

// People, or bodies; not “Norden and Macon”, two towns.
bool Groups::can_speak(const Group& group) const {
  std::size_t people = 0, bodies = 0, unknown = 0;
  for (const NameMention& member : group.members) {
    if (member.is_aside || member.entity < 0) return false;
    const Entity& entity =
        entities_.all()[static_cast<std::size_t>(member.entity)];
    switch (entity.kind()) {
      case EntityKind::kPerson: ++people; break;
      case EntityKind::kOrganisation: ++bodies; break;
      case EntityKind::kUnknown:
        if (!entity.is_full && !entity.reports) return false;
        ++unknown;
    }
  }
  return (people > 0 && bodies == 0) || bodies == group.members.size();
}

std::optional<Group> Groups::in(TokenRange mention) const {
  Group group;
  group.mention = mention;
  TokenIndex begin = mention.begin;
  const auto add_part = [&](TokenIndex end) {
    if (begin == end) return true;  // between a comma and a conjunction
    const auto name = reader_.name_in({begin, end});
    // What stands behind the name is about something else of somebody's.
    if (!name || name->name.end != end) return false;
    group.members.push_back(*name);
    return true;
  };
  for (TokenIndex t = mention.begin; t < mention.end; ++t) {
    const bool joins = reader_.in(t, NamedSet::kConjunction);
    if (!joins && !reader_.is_mark(t, ",")) continue;
    if (!add_part(t)) return std::nullopt;
    if (joins) group.joint = reader_.text_of(t);
    begin = t + 1;
  }
  if (group.joint.empty() || begin == mention.end || !add_part(mention.end) ||
      group.members.size() < 2) {
    return std::nullopt;
  }
  return group;
}

const Group* Groups::before(TokenIndex token, std::size_t size) const {
  const auto after = std::lower_bound(
      groups_.begin(), groups_.end(), token,
      [](const Group& group, TokenIndex t) { return group.mention.end <= t; });
  int sentences = 0;
  TokenIndex at = token;
  for (auto group = std::make_reverse_iterator(after);
       group != groups_.rend() && token - group->mention.end <= kReach;
       ++group) {
    for (; at > group->mention.end; --at) {
      sentences += reader_.ends_sentence(at - 1) ? 1 : 0;
    }
    if (sentences > kMostSentences) break;
    if (!group->is_subject) continue;
    if (size == 0 || group->members.size() == size) return &*group;
  }
  return nullptr;
}

}  // namespace quoin
