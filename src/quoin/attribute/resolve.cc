// SPDX-License-Identifier: Apache-2.0
#include <quoin/attribute/resolve.h>

#include <algorithm>
#include <optional>

#include <quoin/attribute/entities.h>
#include <quoin/text/characters.h>

namespace quoin {
namespace {

// How many tokens back a pronoun may reach: about three paragraphs.
constexpr TokenIndex kReach = 220;

class Resolver {
 public:
  Resolver(const Document& document, const Skeleton& skeleton,
           const TokenTypes& types)
      : document_(document),
        skeleton_(skeleton),
        types_(types),
        entities_(document, skeleton, types) {}

  // Told of every speaker beforehand: who is named as one is no place.
  void note_speaker(TokenRange mention) {
    has_spoken_.resize(entities_.all().size());
    const auto name = entities_.name_in(mention);
    if (!name) return;
    for (const int entity : entities_.find(name->name)) {
      has_spoken_[static_cast<std::size_t>(entity)] = true;
    }
  }

  void resolve(TokenRange mention, Speaker& speaker) {
    if (const auto name = entities_.name_in(mention)) {
      return resolve_name(*name, mention, speaker);
    }
    if (holds(mention, NamedSet::kPersonPronoun)) {
      settle(person_before(mention), mention, speaker);
    } else if (holds(mention, NamedSet::kThingPronoun) ||
               holds(mention, NamedSet::kOrganisationNoun)) {
      settle(organisation_before(mention), mention, speaker);
    } else if (holds(mention, NamedSet::kRole)) {
      settle(holder_of_role(mention), mention, speaker);
    } else if (is_caseless(mention)) {
      speaker.name = text_of(without_honorific(mention));
    }
  }

 private:
  bool in(TokenIndex token, NamedSet set) const {
    return types_.is_in(skeleton_.forward[token], set);
  }

  // Scripts without capitals do not show what is a name; the mention stands
  // for itself.
  bool is_caseless(TokenRange mention) const {
    for (TokenIndex t = mention.begin; t < mention.end; ++t) {
      if (skeleton_.tokens[t].token_class != TokenClass::kOther) return false;
    }
    return !mention.empty();
  }

  // 潮見氏: in these scripts the honorific stands behind the name.
  TokenRange without_honorific(TokenRange mention) const {
    if (mention.end - mention.begin > 1 &&
        in(mention.end - 1, NamedSet::kHonorific)) {
      --mention.end;
    }
    return mention;
  }

  // Whether the head of the mention, its last word before a preposition, is
  // in the list.
  bool holds(TokenRange mention, NamedSet set) const {
    TokenIndex head = mention.begin;
    for (TokenIndex t = mention.begin; t < mention.end; ++t) {
      if (in(t, NamedSet::kPreposition) ||
          skeleton_.tokens[t].token_class == TokenClass::kMark) {
        break;
      }
      head = t;
    }
    return in(head, set);
  }

  std::string text_of(TokenRange range) const {
    return std::string(
        document_.slice({skeleton_.tokens[range.begin].text_begin,
                         skeleton_.tokens[range.end - 1].text_end}));
  }

  void resolve_name(const NameMention& name, TokenRange mention,
                    Speaker& speaker) {
    if (name.begin < name.name.begin || mention.begin < name.begin) {
      set_role({mention.begin, name.name.begin}, speaker);
    }
    const std::vector<int> fitting = entities_.find(name.name);
    if (fitting.empty()) {
      speaker.name = text_of(name.name);
    } else if (fitting.size() == 1) {
      settle(fitting.front(), mention, speaker);
    } else {
      for (const int entity : fitting) {
        speaker.candidates.push_back(at(entity).name);
      }
    }
  }

  // “the defending champion” of “the defending champion Jane Doe”.
  void set_role(TokenRange before, Speaker& speaker) const {
    const bool has_role = [&] {
      for (TokenIndex t = before.begin; t < before.end; ++t) {
        if (in(t, NamedSet::kRole)) return true;
      }
      return false;
    }();
    if (!has_role || speaker.role) return;
    while (before.end > before.begin &&
           skeleton_.tokens[before.end - 1].token_class == TokenClass::kMark) {
      --before.end;
    }
    if (before.empty()) return;
    speaker.role = TextSpan{skeleton_.tokens[before.begin].text_begin,
                            skeleton_.tokens[before.end - 1].text_end};
  }

  void settle(std::optional<int> entity, TokenRange mention, Speaker& speaker) {
    if (!entity || *entity < 0) return;
    speaker.name = at(*entity).name;
    spoke_.push_back({mention.begin, *entity});
  }

  const Entity& at(int entity) const {
    return entities_.all()[static_cast<std::size_t>(entity)];
  }

  Gender gender_of(TokenRange mention) const {
    for (TokenIndex t = mention.begin; t < mention.end; ++t) {
      if (in(t, NamedSet::kMaleWord)) return Gender::kMale;
      if (in(t, NamedSet::kFemaleWord)) return Gender::kFemale;
    }
    return Gender::kUnknown;
  }

  // How likely an entity is somebody who can be meant by “she”.
  enum class Fit { kNone, kWeak, kStrong };

  Fit fit(int entity, Gender gender) const {
    const Entity& e = at(entity);
    if (e.kind == EntityKind::kOrganisation) return Fit::kNone;
    const bool known =
        gender != Gender::kUnknown && e.gender != Gender::kUnknown;
    if (known && e.gender != gender) return Fit::kNone;
    if (known || e.kind == EntityKind::kPerson || has_spoken(entity)) {
      return Fit::kStrong;
    }
    return e.is_full ? Fit::kWeak : Fit::kNone;
  }

  bool has_spoken(int entity) const {
    return static_cast<std::size_t>(entity) < has_spoken_.size() &&
           has_spoken_[static_cast<std::size_t>(entity)];
  }

  // Whom “she” means: of the people named before it, the nearest who spoke or
  // was the subject of a sentence; else the nearest of all. One who is known
  // to be a person goes before a name that might be anything.
  std::optional<int> person_before(TokenRange mention) const {
    const Gender gender = gender_of(mention);
    std::optional<int> best;
    int best_rank = 0;
    const auto consider = [&](int entity, bool prominent) {
      const Fit how = entity < 0 ? Fit::kNone : fit(entity, gender);
      const int rank = how == Fit::kNone     ? 0
                       : how == Fit::kStrong ? (prominent ? 4 : 3)
                                             : (prominent ? 2 : 1);
      if (rank > best_rank) {
        best_rank = rank;
        best = entity;
      }
    };
    auto spoke = spoke_.rbegin();
    const auto& names = entities_.mentions();
    const auto within = [&](TokenIndex token) {
      return mention.begin - token <= kReach && best_rank < 4;
    };
    for (auto name = last_before(mention.begin);
         name != names.rend() && within(name->begin); ++name) {
      while (spoke != spoke_.rend() && spoke->token > name->begin) {
        consider(spoke->entity, true);
        ++spoke;
      }
      consider(name->entity, name->is_subject);
    }
    for (; spoke != spoke_.rend() && within(spoke->token); ++spoke) {
      consider(spoke->entity, true);
    }
    return best;
  }

  // Mentions by name before `token`, the nearest first.
  std::vector<NameMention>::const_reverse_iterator last_before(
      TokenIndex token) const {
    const auto& names = entities_.mentions();
    const auto after = std::lower_bound(
        names.begin(), names.end(), token,
        [](const NameMention& name, TokenIndex t) { return name.begin < t; });
    return std::make_reverse_iterator(after);
  }

  // Which “the board” is: the nearest before it that ends in that word; else
  // the nearest that has spoken, or is known to be a body and was the subject
  // of a sentence; else the nearest subject that is not known to be a person.
  std::optional<int> organisation_before(TokenRange mention) const {
    const auto& names = entities_.mentions();
    const std::string head = to_lower(text_of({mention.end - 1, mention.end}));
    std::optional<int> best;
    int best_rank = 0;
    for (auto name = last_before(mention.begin); name != names.rend(); ++name) {
      if (mention.begin - name->begin > kReach) break;
      if (name->entity < 0) continue;
      const Entity& entity = at(name->entity);
      if (entity.kind == EntityKind::kPerson) continue;
      const bool is_known = entity.kind == EntityKind::kOrganisation;
      const int rank =
          entity.is_full && to_lower(entity.name).ends_with(" " + head) ? 4
          : has_spoken(name->entity) || (is_known && name->is_subject)  ? 3
          : name->is_subject                                            ? 2
          : is_known                                                    ? 1
                                                                        : 0;
      if (rank > best_rank) {
        best_rank = rank;
        best = name->entity;
      }
    }
    return best;
  }

  // Who “the chief” is: the one person of that role.
  std::optional<int> holder_of_role(TokenRange mention) const {
    std::string role;
    for (TokenIndex t = mention.begin; t < mention.end; ++t) {
      if (in(t, NamedSet::kPreposition)) break;
      if (in(t, NamedSet::kRole)) role = to_lower(text_of({t, t + 1}));
    }
    std::optional<int> found;
    const auto& all = entities_.all();
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto& roles = all[i].roles;
      if (std::find(roles.begin(), roles.end(), role) == roles.end()) continue;
      if (found) return std::nullopt;  // two: not decided
      found = static_cast<int>(i);
    }
    return found;
  }

  struct Spoke {
    TokenIndex token;
    int entity;
  };

  const Document& document_;
  const Skeleton& skeleton_;
  const TokenTypes& types_;
  Entities entities_;
  std::vector<Spoke> spoke_;      // in the order of the quotations
  std::vector<bool> has_spoken_;  // by entity
};

}  // namespace

void resolve_speakers(const Document& document, const Skeleton& skeleton,
                      const Grammar& grammar,
                      const std::vector<Reading>& readings,
                      std::vector<Attribution>& attributions) {
  const bool somebody_speaks = std::any_of(
      attributions.begin(), attributions.end(),
      [](const Attribution& a) { return a.speaker.has_value(); });
  if (!somebody_speaks) return;
  Resolver resolver(document, skeleton, grammar.token_types());
  const auto& rules = grammar.rules().rules();
  for (const Reading& reading : readings) {
    const TokenRange mention = reading.slot(Slot::kSpeaker);
    if (!mention.empty()) resolver.note_speaker(mention);
  }
  for (std::size_t q = 0; q < attributions.size(); ++q) {
    if (!attributions[q].speaker) continue;
    Speaker& speaker = *attributions[q].speaker;
    const Reading& reading = readings[q];
    const bool taken =
        rules[static_cast<std::size_t>(reading.rule)].take != Take::kNothing ||
        reading.from != kNoQuotation;
    if (taken && attributions[static_cast<std::size_t>(reading.from)].speaker) {
      // The same mention means the same.
      speaker = *attributions[static_cast<std::size_t>(reading.from)].speaker;
    } else {
      resolver.resolve(reading.slot(Slot::kSpeaker), speaker);
    }
  }
}

}  // namespace quoin
