// SPDX-License-Identifier: Apache-2.0
#include <quoin/attribute/entities.h>

#include <algorithm>

#include <quoin/text/characters.h>

namespace quoin {
namespace {

// How far behind a name its role is looked for: “Ruiz, the city's chief”.
constexpr TokenIndex kApposition = 8;
constexpr std::size_t kMostForms = 4;
constexpr std::size_t kMostRoles = 12;

// What a sign is worth.
constexpr int kWeak = 1;
constexpr int kFair = 2;
constexpr int kStrong = 4;

bool is_initial_of(std::string_view initial, std::string_view word) {
  return initial.size() == 2 && initial[1] == '.' && word[0] == initial[0];
}

using Words = std::vector<std::string_view>;

bool ends_with(const Words& longer, const Words& shorter) {
  return longer.size() >= shorter.size() &&
         std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin());
}

// “T. Vale” is “Tom Vale”, and so is “Mayor-elect Tom Vale”; “Tom Vale” is not
// “Ian Vale”. Requires: the same last word.
bool same_name(const Words& a, const Words& b) {
  if (a.size() == 1 || b.size() == 1) return true;
  return a.front() == b.front() || is_initial_of(a.front(), b.front()) ||
         is_initial_of(b.front(), a.front()) || ends_with(a, b) ||
         ends_with(b, a);
}

// “RSB” of “Rail Safety Board”; words without capitals do not count.
std::string initials_of(const Words& words) {
  std::string out;
  for (const std::string_view word : words) {
    const CodePoint c = code_point_at(word, 0);
    const std::string_view first = word.substr(0, c.size);
    if (to_lower(first) != first) out += first;
  }
  return out;
}

}  // namespace

Entities::Entities(const NameReader& reader,
                   const std::vector<TitleName>& title)
    : reader_(reader), mentions_(reader.collect()) {
  // Full names first, so that a surname printed before them is theirs.
  Scratch scratch;
  for (const bool full : {true, false}) {
    for (NameMention& mention : mentions_) {
      const bool is_full = mention.name.end - mention.name.begin > 1;
      if (is_full == full) enter(mention, scratch);
    }
    if (full) link_acronyms();
  }
  for (const TitleName& name : title) learn_title(name);
}

// Some texts have the full name only above them.
void Entities::learn_title(const TitleName& name) {
  const auto known = by_last_.find(name.last);
  if (known == by_last_.end() || known->second.size() != 1) return;
  Entity& entity = entities_[static_cast<std::size_t>(known->second.front())];
  if (entity.is_full || entity.kind() == EntityKind::kOrganisation) return;
  from_title_[known->second.front()] = name.first + " " + name.last;
  entity.is_full = true;
  entity.gender = name.is_male ? Gender::kMale : Gender::kFemale;
  entity.person += kFair;
}

void Entities::read_words(TokenRange name, Words& words) const {
  words.clear();
  for (TokenIndex t = name.begin; t < name.end; ++t) {
    if (!reader_.is_quotation(t)) words.push_back(reader_.text_of(t));
  }
}

std::vector<int> Entities::find(TokenRange name) const {
  Words words;
  std::vector<int> found;
  read_words(name, words);
  find(words, found);
  return found;
}

void Entities::find(const Words& words, std::vector<int>& found) const {
  found.clear();
  if (words.empty()) return;
  const auto by_last = by_last_.find(words.back());
  if (by_last != by_last_.end()) {
    for (const int entity : by_last->second) {
      const Words& known = words_[static_cast<std::size_t>(entity)];
      if (known.back() != words.back() || same_name(known, words)) {
        found.push_back(entity);
      }
    }
  }
  if (!found.empty() || words.size() > 1) return;
  // “Jessica” alone is Jessica Alba; “Microsoft” alone is not one of the things
  // that are called after it, unless they speak themselves.
  const auto by_first = by_first_.find(words.front());
  if (by_first == by_first_.end()) return;
  for (const int entity : by_first->second) {
    if (at(entity).kind() == EntityKind::kPerson || at(entity).reports) {
      found.push_back(entity);
    }
  }
}

void Entities::enter(NameMention& mention, Scratch& scratch) {
  auto& [words, known] = scratch;
  read_words(mention.name, words);
  find(words, known);
  if (known.empty() && words.size() == 1 &&
      reader_.is_acronym(mention.name.begin)) {
    const auto full = by_initials_.find(std::string(words.front()));
    if (full != by_initials_.end()) {
      known.push_back(full->second);
      by_last_[words.front()].push_back(full->second);
    }
  }
  if (words.empty() || known.size() > 1) return;
  mention.entity = known.empty() ? add(mention, words) : known.front();
  if (mention.entity < 0) return;
  if (words.size() > 1 || names_itself(mention, words)) {
    note_form(mention.entity, mention, words);
  }
  learn(entities_[static_cast<std::size_t>(mention.entity)], mention);
}

// An acronym that goes without an article is a name of its own: “said RSB”.
bool Entities::names_itself(const NameMention& mention,
                            const Words& words) const {
  const TokenIndex first = mention.name.begin;
  return words.size() == 1 && first > 0 &&
         !reader_.in(first - 1, NamedSet::kDeterminer) &&
         !reader_.is_mark(first - 1, "(") && reader_.is_acronym(first);
}

// The new entity; -1 when there are too many of its last word.
int Entities::add(const NameMention& mention, const Words& words) {
  std::vector<int>& namesakes = by_last_[words.back()];
  if (namesakes.size() >= kMostNamesakes) return -1;
  const auto entity = static_cast<int>(entities_.size());
  Entity& added = entities_.emplace_back();
  added.is_full = words.size() > 1;
  words_.push_back(words);
  forms_.push_back({{mention.name, 0}});
  namesakes.push_back(entity);
  if (words.size() > 1) index(words.front(), entity);
  if (words.size() > 2) by_initials_.emplace(initials_of(words), entity);
  return entity;
}

void Entities::index(std::string_view word, int entity) {
  std::vector<int>& same = by_first_[word];
  if (same.size() < kMostNamesakes) same.push_back(entity);
}

void Entities::note_form(int entity, const NameMention& mention,
                         const Words& words) {
  std::vector<Form>& forms = forms_[static_cast<std::size_t>(entity)];
  for (Form& form : forms) {
    if (is_same_form(form.name, mention.name)) {
      ++form.count;
      return;
    }
  }
  if (forms.size() >= kMostForms) return;
  forms.push_back({mention.name, 1});
  const Words& first = words_[static_cast<std::size_t>(entity)];
  if (words.size() > 1 && first.front() != words.front()) {
    index(words.front(), entity);
  }
}

bool Entities::is_same_form(TokenRange a, TokenRange b) const {
  if (a.end - a.begin != b.end - b.begin) return false;
  for (TokenIndex i = 0; i < a.end - a.begin; ++i) {
    if (reader_.text_of(a.begin + i) != reader_.text_of(b.begin + i)) {
      return false;
    }
  }
  return true;
}

// “the Rail Safety Board (RSB)”.
void Entities::link_acronyms() {
  for (std::size_t i = 1; i < mentions_.size(); ++i) {
    const NameMention& full = mentions_[i - 1];
    const TokenRange name = mentions_[i].name;
    if (full.entity < 0 || name.end - name.begin != 1 ||
        full.name.end + 1 != name.begin ||
        !reader_.is_mark(full.name.end, "(") || !reader_.is_acronym(name.begin)) {
      continue;
    }
    const std::string_view acronym = reader_.text_of(name.begin);
    if (acronym[0] != reader_.text_of(full.name.begin)[0]) continue;
    std::vector<int>& known = by_last_[acronym];
    if (known.empty()) known.push_back(full.entity);
  }
}

// A heading's “Comedian Jane Doe” is Jane Doe everywhere else.
std::string Entities::name_of(int entity) const {
  const auto titled = from_title_.find(entity);
  if (titled != from_title_.end()) return titled->second;
  const auto& forms = forms_[static_cast<std::size_t>(entity)];
  const Form* best = &forms.front();
  for (const Form& form : forms) {
    if (form.count > best->count) best = &form;
  }
  return reader_.text_of(best->name);
}

void Entities::note_role(Entity& entity, TokenIndex token) const {
  if (entity.roles.size() >= kMostRoles) return;
  RoleNote note{to_lower(reader_.text_of(token)), {}};
  if (token > 0 && reader_.is_word(token - 1) &&
      !reader_.in(token - 1, NamedSet::kDeterminer)) {
    note.before = to_lower(reader_.text_of(token - 1));
  }
  const bool is_known = std::any_of(
      entity.roles.begin(), entity.roles.end(), [&](const RoleNote& known) {
        return known.role == note.role && known.before == note.before;
      });
  if (!is_known) entity.roles.push_back(std::move(note));
}

void Entities::note_gender(Entity& entity, TokenIndex token) const {
  if (reader_.in(token, NamedSet::kMaleWord)) entity.gender = Gender::kMale;
  if (reader_.in(token, NamedSet::kFemaleWord)) entity.gender = Gender::kFemale;
}

// What stands before, in and behind the name tells what it names.
void Entities::learn(Entity& entity, const NameMention& mention) const {
  learn_before(entity, mention);
  learn_within(entity, mention);
  learn_behind(entity, mention);
  const bool is_full = mention.name.end - mention.name.begin > 1;
  entity.reports = entity.reports || (mention.reports && is_full);
}

void Entities::learn_before(Entity& entity, const NameMention& mention) const {
  TokenIndex t = mention.name.begin;
  for (; t > 0; --t) {
    const bool is_honorific = reader_.in(t - 1, NamedSet::kHonorific);
    const bool is_role = reader_.in(t - 1, NamedSet::kRole);
    if (!is_honorific && !is_role) break;
    entity.person += is_honorific ? kStrong : kFair;
    note_gender(entity, t - 1);
    if (is_role) note_role(entity, t - 1);
  }
  if (t == 0 || t != mention.name.begin) return;
  if (reader_.in(t - 1, NamedSet::kOrganisationNoun)) {
    entity.organisation += kFair;  // “the carmaker Norlund”
  } else if (reader_.in(t - 1, NamedSet::kDefinite) &&
             !reader_.is_lower(mention.name.end)) {
    entity.organisation += kWeak;  // “the Norlund Post”, not “the Doe camp”
  }
}

void Entities::learn_within(Entity& entity, const NameMention& mention) const {
  const TokenIndex first = mention.name.begin;
  if (mention.is_body) entity.organisation += kStrong;
  for (TokenIndex t = first; t < mention.name.end; ++t) {
    if (reader_.in(t, NamedSet::kOrganisationWord)) {
      entity.organisation += kStrong;
    }
  }
  if (mention.name.end - first == 1 && reader_.is_acronym(first)) {
    entity.organisation += kFair;
  }
  if (entity.kind() == EntityKind::kOrganisation) return;
  // A surname that is also a given name says nothing of Jane Scott.
  if (entity.is_full && mention.name.end - first == 1) return;
  const bool is_male = reader_.in(first, NamedSet::kMaleName);
  const bool is_female = reader_.in(first, NamedSet::kFemaleName);
  if (is_male || is_female) entity.person += kFair;
  if (entity.gender != Gender::kUnknown) return;
  if (is_male) entity.gender = Gender::kMale;
  if (is_female) entity.gender = Gender::kFemale;
}

// Not in “Doe, coach Roe and others”, where it is the next name's role; nor in
// “to the Norlund Post, the coach said”, where it is a subject.
bool Entities::ends_noun_phrase(TokenIndex token) const {
  const TokenIndex next = token + 1;
  return next >= reader_.size() || !reader_.is_word(next) ||
         reader_.in(next, NamedSet::kPreposition) ||
         (reader_.in(next, NamedSet::kFunctionWord) &&
          !reader_.in(next, NamedSet::kSay));
}

void Entities::learn_behind(Entity& entity, const NameMention& mention) const {
  TokenIndex t = mention.name.end;
  if (t >= reader_.size()) return;
  if (reader_.in(t, NamedSet::kPersonRelative)) entity.person += kFair;
  if (!reader_.is_mark(t, ",")) return;
  for (++t; t < reader_.size() && t < mention.name.end + kApposition; ++t) {
    const bool is_first = t == mention.name.end + 1;
    if (is_first && reader_.in(t, NamedSet::kPersonRelative)) {
      entity.person += kFair;
    }
    // “Jane Doe, 54,”
    if (is_first && reader_.is_number(t) && t + 1 < reader_.size() &&
        reader_.is_mark(t + 1, ",") && reader_.text_of(t).size() <= 3) {
      entity.person += kFair;
      return;
    }
    if (!reader_.is_word(t) || reader_.in(t, NamedSet::kPreposition) ||
        reader_.in(t, NamedSet::kFunctionWord)) {
      break;
    }
    if (!reader_.in(t, NamedSet::kRole) || !ends_noun_phrase(t)) continue;
    entity.person += kFair;
    note_gender(entity, t);
    note_role(entity, t);
  }
}

}  // namespace quoin
