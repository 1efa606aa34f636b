// SPDX-License-Identifier: Apache-2.0
#include <quoin/attribute/antecedents.h>

#include <algorithm>

#include <fmt/format.h>

#include <quoin/text/characters.h>

namespace quoin {
namespace {

// How many tokens back a mention may mean: about three paragraphs.
constexpr TokenIndex kReach = 260;

// What an entity is worth as the one that “she” means. Found by measuring on
// news whose speakers people have named.
constexpr int kNoFit = 0;
constexpr int kRightSex = 70;
constexpr int kPerson = 52;
constexpr int kHasSpoken = 42;   // under a name that might be anything
constexpr int kFullName = 16;
constexpr int kUnnamedSpeaker = 56;
// What its place adds.
constexpr int kSpoke = 40;
constexpr int kSubject = 30;
constexpr int kAside = -60;
constexpr int kBehindPreposition = -8;
constexpr int kPerSentence = 8;

}  // namespace

Antecedents::Antecedents(const NameReader& reader, const Entities& entities)
    : reader_(reader),
      entities_(entities),
      has_spoken_(entities.all().size()) {
  sentences_.reserve(reader.size() + 1);
  std::uint32_t count = 0;
  for (TokenIndex t = 0; t < reader.size(); ++t) {
    sentences_.push_back(count);
    if (reader.ends_sentence(t)) ++count;
  }
  sentences_.push_back(count);
  for (std::size_t i = 0; i < entities.all().size(); ++i) {
    for (const RoleNote& note : entities.all()[i].roles) {
      std::vector<int>& holders = by_role_[note.role];
      const auto holder = static_cast<int>(i);
      if (holders.size() < Entities::kMostNamesakes &&
          (holders.empty() || holders.back() != holder)) {
        holders.push_back(holder);
      }
    }
  }
}

void Antecedents::note_speaker(int entity) {
  has_spoken_[static_cast<std::size_t>(entity)] = true;
}

void Antecedents::note_speech(TokenRange mention, int entity) {
  speeches_.push_back({mention, entity});
}

bool Antecedents::has_spoken(int entity) const {
  return has_spoken_[static_cast<std::size_t>(entity)];
}

int Antecedents::distance(TokenIndex from, TokenIndex to) const {
  return static_cast<int>(sentences_[to] - sentences_[from]);
}

// How likely an entity is somebody who can be meant by “she”.
int Antecedents::fit(int entity, Gender gender) const {
  if (entity == kUnnamed) return kUnnamedSpeaker;
  const Entity& e = entities_.all()[static_cast<std::size_t>(entity)];
  if (e.kind() == EntityKind::kOrganisation) return kNoFit;
  if (gender != Gender::kUnknown && e.gender != Gender::kUnknown) {
    return e.gender == gender ? kRightSex : kNoFit;
  }
  if (e.kind() == EntityKind::kPerson) return kPerson;
  if (has_spoken(entity) || e.reports) return kHasSpoken;
  return e.is_full ? kFullName : kNoFit;
}

std::optional<Antecedent> Antecedents::person_before(TokenIndex token,
                                                     Gender gender) const {
  std::optional<Antecedent> best;
  int best_weight = kNoFit;
  const auto consider = [&](int entity, TokenRange at, int place) {
    const int how = fit(entity, gender);
    if (how == kNoFit) return;
    const int weight = how + place - kPerSentence * distance(at.begin, token);
    if (best && weight <= best_weight) return;
    best_weight = weight;
    best = Antecedent{entity, at};
  };
  for (auto speech = speeches_.rbegin(); speech != speeches_.rend(); ++speech) {
    // A quotation led in by one behind it comes first all the same.
    if (speech->mention.begin >= token) continue;
    if (token - speech->mention.begin > kReach) break;
    consider(speech->entity, speech->mention, kSpoke);
  }
  for (auto name = last_before(token); name != entities_.mentions().rend();
       ++name) {
    if (token - name->begin > kReach) break;
    if (name->entity < 0) continue;
    const bool is_behind_preposition =
        name->begin > 0 &&
        reader_.in(name->begin - 1, NamedSet::kPreposition);
    consider(name->entity, name->name,
             name->is_aside           ? kAside
             : name->reports          ? kSpoke
             : name->is_subject       ? kSubject
             : is_behind_preposition  ? kBehindPreposition
                                      : 0);
  }
  return best;
}

Antecedents::Mentions::const_reverse_iterator Antecedents::last_before(
    TokenIndex token) const {
  const Mentions& names = entities_.mentions();
  const auto after = std::lower_bound(
      names.begin(), names.end(), token,
      [](const NameMention& name, TokenIndex t) { return name.begin < t; });
  return std::make_reverse_iterator(after);
}

std::optional<Antecedent> Antecedents::name_right_before(
    TokenIndex token) const {
  const auto name = last_before(token);
  if (name == entities_.mentions().rend()) return std::nullopt;
  const TokenIndex end = name->name.end;
  const bool is_beside =
      end == token || (end + 1 == token && reader_.is_mark(end, ","));
  if (!is_beside) return std::nullopt;
  return Antecedent{name->entity, name->name};
}

TokenRange Antecedents::last_mention(int entity, TokenIndex token) const {
  for (auto name = last_before(token); name != entities_.mentions().rend();
       ++name) {
    if (token - name->begin > kReach) break;
    if (name->entity == entity) return name->name;
  }
  return {token, token};
}

// “the Norlund army” is no other place's.
bool Antecedents::has_all_capitals(std::string_view name,
                                   TokenRange mention) const {
  for (TokenIndex t = mention.begin; t < mention.end; ++t) {
    if (!reader_.is_cap(t) || reader_.in(t, NamedSet::kSentenceWord)) continue;
    const bool has =
        fmt::format(" {} ", name)
            .find(fmt::format(" {} ", reader_.text_of(t))) != std::string::npos;
    if (!has) return false;
  }
  return true;
}

std::optional<Antecedent> Antecedents::organisation_before(
    TokenRange mention) const {
  const std::string head = to_lower(reader_.text_of(mention.end - 1));
  std::optional<Antecedent> best;
  int best_rank = 0;
  for (auto name = last_before(mention.begin);
       name != entities_.mentions().rend(); ++name) {
    if (mention.begin - name->begin > kReach) break;
    if (name->entity < 0 || name->is_aside) continue;
    const Entity& entity =
        entities_.all()[static_cast<std::size_t>(name->entity)];
    if (entity.kind() == EntityKind::kPerson) continue;
    const std::string its_name = entities_.name_of(name->entity);
    if (!has_all_capitals(its_name, mention)) continue;
    const bool is_known = entity.kind() == EntityKind::kOrganisation;
    const bool speaks = has_spoken(name->entity) || name->reports;
    const int rank =
        entity.is_full && to_lower(its_name).ends_with(" " + head) ? 4
        : speaks || (is_known && name->is_subject)                    ? 3
        : name->is_subject                                            ? 2
        : is_known                                                    ? 1
                                                                      : 0;
    if (rank > best_rank) {
      best_rank = rank;
      best = Antecedent{name->entity, name->name};
    }
  }
  return best;
}

std::vector<int> Antecedents::holders_of_role(TokenRange mention) const {
  RoleNote wanted;
  for (TokenIndex t = mention.begin; t < mention.end; ++t) {
    if (reader_.in(t, NamedSet::kPreposition)) break;
    if (!reader_.in(t, NamedSet::kRole)) continue;
    wanted.role = to_lower(reader_.text_of(t));
    wanted.before.clear();
    if (t > mention.begin && !reader_.in(t - 1, NamedSet::kDeterminer)) {
      wanted.before = to_lower(reader_.text_of(t - 1));
    }
  }
  const auto holders = by_role_.find(wanted.role);
  if (holders == by_role_.end()) return {};
  if (wanted.before.empty()) return holders->second;
  std::vector<int> exact;
  for (const int holder : holders->second) {
    const auto& roles = entities_.all()[static_cast<std::size_t>(holder)].roles;
    const bool holds = std::any_of(
        roles.begin(), roles.end(), [&](const RoleNote& note) {
          return note.role == wanted.role && note.before == wanted.before;
        });
    if (holds) exact.push_back(holder);
  }
  return exact.empty() ? holders->second : exact;
}

}  // namespace quoin
