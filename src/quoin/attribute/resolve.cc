// SPDX-License-Identifier: Apache-2.0
#include <quoin/attribute/resolve.h>

#include <algorithm>
#include <optional>
#include <utility>

#include <quoin/attribute/antecedents.h>
#include <quoin/attribute/entities.h>
#include <quoin/attribute/groups.h>
#include <quoin/attribute/name_reader.h>

namespace quoin {
namespace {

// How many tokens back a group that spoke may be meant by “they”.
constexpr TokenIndex kGroupReach = 160;

class Resolver {
 public:
  Resolver(const Document& document, const Skeleton& skeleton,
           const Grammar& grammar)
      : document_(document),
        skeleton_(skeleton),
        reader_(document, skeleton, grammar.token_types()),
        entities_(reader_, names_in_title(document.title.value_or(""),
                                          grammar.tokenizer(),
                                          grammar.token_types())),
        groups_(reader_, entities_),
        antecedents_(reader_, entities_) {}

  void note_speaker(TokenRange mention) {
    if (const auto group = groups_.in(mention)) {
      for (const NameMention& member : group->members) note_name(member);
    } else if (const auto name = reader_.name_in(mention)) {
      note_name(*name);
    }
  }

  void resolve(TokenRange mention, Speaker& speaker) {
    if (const auto several = groups_.in(mention)) {
      settle_group(NameStep::kSameName, *several, mention, speaker);
    } else if (is_of_several(mention)) {
      resolve_group(mention, speaker);
    } else if (const auto name = reader_.name_in(mention)) {
      resolve_name(*name, mention, speaker);
    } else if (holds(mention, NamedSet::kPersonRelative)) {
      resolve_relative(mention, speaker);
    } else if (holds(mention, NamedSet::kPersonPronoun)) {
      resolve_person(mention, NameStep::kPronoun, speaker);
    } else if (holds(mention, NamedSet::kThingPronoun) ||
               holds(mention, NamedSet::kOrganisationNoun)) {
      resolve_organisation(mention, speaker);
    } else if (is_caseless(mention)) {
      speaker.name = text_of(without_honorific(mention));
      speaker.source.step = NameStep::kAsPrinted;
    } else {
      resolve_noun(mention, speaker);
    }
  }

 private:
  bool in(TokenIndex token, NamedSet set) const {
    return reader_.in(token, set);
  }

  void note_name(const NameMention& name) {
    for (const int entity : entities_.find(name.name)) {
      antecedents_.note_speaker(entity);
    }
  }

  // “they”, “both men”, “the couple”.
  bool is_of_several(TokenRange mention) const {
    return holds(mention, NamedSet::kGroupPronoun) || is_pair(mention);
  }

  bool is_pair(TokenRange mention) const {
    TokenIndex t = mention.begin;
    if (t < mention.end && in(t, NamedSet::kDefinite)) ++t;
    return t < mention.end && in(t, NamedSet::kPair);
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

  // The last word of the mention before a preposition or mark.
  TokenIndex head_of(TokenRange mention) const {
    TokenIndex head = mention.begin;
    for (TokenIndex t = mention.begin; t < mention.end; ++t) {
      if (in(t, NamedSet::kPreposition) || !reader_.is_word(t)) break;
      head = t;
    }
    return head;
  }

  // “the mayor” of “the mayor of Norlund”, and of “the mayor himself”.
  TokenIndex person_noun_in(TokenRange mention) const {
    const TokenIndex head = head_of(mention);
    for (TokenIndex t = head + 1; t-- > mention.begin;) {
      if (in(t, NamedSet::kRole) || in(t, NamedSet::kEpithet)) return t;
    }
    return head;
  }

  bool holds(TokenRange mention, NamedSet set) const {
    return in(head_of(mention), set);
  }

  std::string text_of(TokenRange range) const {
    return std::string(document_.slice(span_of(range)));
  }

  TextSpan span_of(TokenRange range) const {
    if (range.empty()) return {};
    return {skeleton_.tokens[range.begin].text_begin,
            skeleton_.tokens[range.end - 1].text_end};
  }

  void resolve_name(const NameMention& name, TokenRange mention,
                    Speaker& speaker) {
    if (name.begin < name.name.begin || mention.begin < name.begin) {
      set_role({mention.begin, name.name.begin}, speaker);
    }
    const std::vector<int> fitting = of_right_sex(
        entities_.find(name.name), gender_of({mention.begin, name.name.begin}));
    if (fitting.empty()) {
      speaker.name = text_of(name.name);
      speaker.source.step = NameStep::kAsPrinted;
    } else if (fitting.size() == 1) {
      settle(NameStep::kSameName, {fitting.front(), {}}, mention, speaker);
    } else {
      offer(fitting, speaker);
    }
  }

  // “Mrs. Doe” is none of the men called Doe.
  std::vector<int> of_right_sex(std::vector<int> fitting,
                                Gender gender) const {
    if (fitting.size() < 2 || gender == Gender::kUnknown) return fitting;
    std::erase_if(fitting, [&](int entity) {
      const Gender known = at(entity).gender;
      return known != Gender::kUnknown && known != gender;
    });
    return fitting;
  }

  void offer(const std::vector<int>& fitting, Speaker& speaker) const {
    speaker.source.step = NameStep::kAmbiguous;
    for (const int entity : fitting) {
      speaker.candidates.push_back(entities_.name_of(entity));
    }
  }

  void resolve_person(TokenRange mention, NameStep step, Speaker& speaker) {
    const auto found =
        antecedents_.person_before(mention.begin, gender_of(mention));
    if (!found) return;
    if (found->entity == kUnnamed) {
      speaker.source = {NameStep::kUnnamed, span_of(found->mention)};
      antecedents_.note_speech(mention, kUnnamed);
    } else {
      settle(step, *found, mention, speaker);
    }
  }

  // Who was named together before, or who spoke together last; never anybody
  // beyond somebody without a name who spoke since: “researchers … they”.
  void resolve_group(TokenRange mention, Speaker& speaker) {
    const std::size_t size = is_pair(mention) ? 2 : 0;
    const Group* const named = groups_.before(mention.begin, size);
    const TokenIndex named_at = named ? named->mention.end : 0;
    const bool spoke_last =
        last_group_ && last_group_->mention.end > named_at &&
        last_group_->mention.end <= mention.begin &&
        mention.begin - last_group_->mention.end <= kGroupReach &&
        (size == 0 || last_group_->members.size() == size);
    const Group* const group = spoke_last ? &*last_group_ : named;
    if (group == nullptr || group->mention.end < last_unnamed_ ||
        !is_of_sex(*group, gender_of(mention))) {
      note_unnamed(mention);
      return;
    }
    // Last, because it may be the one that spoke last.
    settle_group(NameStep::kGroup, Group(*group), mention, speaker);
  }

  bool is_of_sex(const Group& group, Gender gender) const {
    if (gender == Gender::kUnknown) return true;
    return std::none_of(
        group.members.begin(), group.members.end(),
        [&](const NameMention& member) {
          const std::vector<int> fitting = entities_.find(member.name);
          return fitting.size() == 1 &&
                 at(fitting.front()).gender != Gender::kUnknown &&
                 at(fitting.front()).gender != gender;
        });
  }

  // Each by the name of the one entity that it can be, else as printed.
  void settle_group(NameStep step, Group group, TokenRange mention,
                    Speaker& speaker) {
    std::string joined;
    for (std::size_t i = 0; i < group.members.size(); ++i) {
      const NameMention& member = group.members[i];
      const std::vector<int> fitting = entities_.find(member.name);
      std::string name = fitting.size() == 1
                             ? entities_.name_of(fitting.front())
                             : text_of(member.name);
      const bool is_last = i + 1 == group.members.size();
      if (i > 0) joined += is_last ? " " + group.joint + " " : ", ";
      joined += name;
      speaker.names.push_back(std::move(name));
      if (fitting.size() == 1) {
        antecedents_.note_speech(mention, fitting.front());
      }
    }
    speaker.name = std::move(joined);
    const bool is_elsewhere = group.mention.end <= mention.begin;
    speaker.source = {step, is_elsewhere ? span_of(group.mention) : TextSpan{}};
    group.mention = mention;
    last_group_ = std::move(group);
  }

  void note_unnamed(TokenRange mention) {
    antecedents_.note_speech(mention, kUnnamed);
    last_unnamed_ = std::max(last_unnamed_, mention.begin);
  }

  // “Jane Doe, who said”: the name right before it, or nobody with a name.
  void resolve_relative(TokenRange mention, Speaker& speaker) {
    const auto name = antecedents_.name_right_before(mention.begin);
    if (name && name->entity != kUnnamed) {
      settle(NameStep::kRelative, *name, mention, speaker);
    } else {
      antecedents_.note_speech(mention, kUnnamed);
    }
  }

  void resolve_organisation(TokenRange mention, Speaker& speaker) {
    const auto found = antecedents_.organisation_before(mention);
    if (found) settle(NameStep::kOrganisation, *found, mention, speaker);
  }

  // “the chief”, “the singer”, “the 54-year-old”, “a witness”.
  void resolve_noun(TokenRange mention, Speaker& speaker) {
    const TokenIndex head = person_noun_in(mention);
    if (in(head, NamedSet::kRole) && !in(mention.begin, NamedSet::kIndefinite)) {
      const std::vector<int> holders = antecedents_.holders_of_role(mention);
      if (holders.size() == 1) {
        settle(NameStep::kRole, {holders.front(), {}}, mention, speaker);
        return;
      }
      if (holders.size() > 1 && in(mention.begin, NamedSet::kDefinite)) {
        offer(holders, speaker);
      }
    }
    const bool is_definite = in(mention.begin, NamedSet::kDefinite);
    if (is_definite &&
        (in(head, NamedSet::kEpithet) || reader_.is_number(head))) {
      resolve_person(mention, NameStep::kEpithet, speaker);
      return;
    }
    note_unnamed(mention);
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
    if (!before.empty()) speaker.role = span_of(before);
  }

  void settle(NameStep step, Antecedent found, TokenRange mention,
              Speaker& speaker) {
    speaker.name = entities_.name_of(found.entity);
    if (found.mention.empty()) {
      found.mention = antecedents_.last_mention(found.entity, mention.begin);
    }
    speaker.source = {step, span_of(found.mention)};
    antecedents_.note_speech(mention, found.entity);
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

  const Document& document_;
  const Skeleton& skeleton_;
  const NameReader reader_;
  const Entities entities_;
  const Groups groups_;
  Antecedents antecedents_;
  std::optional<Group> last_group_;  // that spoke
  TokenIndex last_unnamed_ = 0;      // where somebody without a name spoke
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
  Resolver resolver(document, skeleton, grammar);
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
      speaker.source.step = NameStep::kTaken;
    } else {
      resolver.resolve(reading.slot(Slot::kSpeaker), speaker);
    }
  }
}

}  // namespace quoin
