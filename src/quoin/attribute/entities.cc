// SPDX-License-Identifier: Apache-2.0
#include <quoin/attribute/entities.h>

#include <algorithm>

#include <quoin/text/characters.h>

namespace quoin {
namespace {

// How far behind a name its role is looked for: “Ruiz, the city's chief”.
constexpr TokenIndex kApposition = 8;
constexpr std::size_t kMostRoles = 12;

// What a sign is worth.
constexpr int kWeak = 1;
constexpr int kFair = 2;
constexpr int kStrong = 4;

bool is_initial_of(std::string_view initial, std::string_view word) {
  return initial.size() == 2 && initial[1] == '.' && word[0] == initial[0];
}

}  // namespace

// “T. Vale” is “Tom Vale”, and so is “Mayor-elect Tom Vale”; “Tom Vale” is not
// “Ian Vale”. Requires: the same last word.
bool Entities::same_name(Words a, Words b) {
  if (a.size() == 1 || b.size() == 1) return true;
  const auto same = [](const Word& one, const Word& other) {
    return one.number == other.number;
  };
  const auto is_end_of = [&](Words shorter, Words longer) {
    return longer.size() >= shorter.size() &&
           std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin(), same);
  };
  return same(a.front(), b.front()) ||
         is_initial_of(a.front().text, b.front().text) ||
         is_initial_of(b.front().text, a.front().text) || is_end_of(a, b) ||
         is_end_of(b, a);
}

// “RSB” of “Rail Safety Board”; words without capitals do not count.
std::string Entities::initials_of(Words words) {
  std::string out;
  for (const Word& word : words) {
    const CodePoint c = code_point_at(word.text, 0);
    if (is_upper(c.value)) out += word.text.substr(0, c.size);
  }
  return out;
}

Entities::Entities(const NameReader& reader,
                   const std::vector<TitleName>& title)
    : reader_(reader), mentions_(reader.collect()) {
  // Full names first, so that a surname printed before them is theirs.
  Scratch scratch;
  entities_.reserve(mentions_.size());
  names_.reserve(mentions_.size());
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
  const EntityLists::List known = by_last_.of(numbers_.find(name.last));
  if (known.size != 1) return;
  const int only = *known.begin();
  Entity& entity = entities_[static_cast<std::size_t>(only)];
  if (entity.is_full || entity.kind() == EntityKind::kOrganisation) return;
  from_title_[only] = name.first + " " + name.last;
  entity.is_full = true;
  entity.gender = name.is_male ? Gender::kMale : Gender::kFemale;
  entity.person += kFair;
}

void Entities::read_words(TokenRange name, std::vector<Word>& words) const {
  words.clear();
  for (TokenIndex t = name.begin; t < name.end; ++t) {
    if (!reader_.is_quotation(t)) words.push_back({reader_.text_of(t)});
  }
}

void Entities::number(std::vector<Word>& words) {
  for (Word& word : words) word.number = numbers_.add(word.text);
}

std::vector<int> Entities::find(TokenRange name) const {
  std::vector<Word> words;
  std::vector<int> found;
  read_words(name, words);
  for (Word& word : words) word.number = numbers_.find(word.text);
  find(words, found);
  return found;
}

void Entities::find(Words words, std::vector<int>& found) const {
  found.clear();
  if (words.empty()) return;
  const WordNumber last = words.back().number;
  for (const int entity : by_last_.of(last)) {
    const Words known = words_of(entity);
    // An acronym stands for all that it was said to stand for.
    if (known.back().number != last || same_name(known, words)) {
      found.push_back(entity);
    }
  }
  if (!found.empty() || words.size() > 1) return;
  // “Jessica” alone is Jessica Alba; “Microsoft” alone is not one of the things
  // that are called after it, unless they speak themselves.
  for (const int entity : by_first_.of(words.front().number)) {
    if (at(entity).kind() == EntityKind::kPerson || at(entity).reports) {
      found.push_back(entity);
    }
  }
}

void Entities::enter(NameMention& mention, Scratch& scratch) {
  auto& [words, known] = scratch;
  read_words(mention.name, words);
  number(words);
  find(words, known);
  if (known.empty() && words.size() == 1 &&
      reader_.is_acronym(mention.name.begin)) {
    const auto full = by_initials_.find(std::string(words.front().text));
    if (full != by_initials_.end()) {
      known.push_back(full->second);
      by_last_.append(words.front().number, full->second);
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
bool Entities::names_itself(const NameMention& mention, Words words) const {
  const TokenIndex first = mention.name.begin;
  return words.size() == 1 && first > 0 &&
         !reader_.in(first - 1, NamedSet::kDeterminer) &&
         !reader_.is_mark(first - 1, "(") && reader_.is_acronym(first);
}

// The new entity; -1 when there are too many of its last word.
int Entities::add(const NameMention& mention, Words words) {
  const WordNumber last = words.back().number;
  if (by_last_.of(last).size >= kMostNamesakes) return -1;
  const auto entity = static_cast<int>(entities_.size());
  entities_.emplace_back().is_full = words.size() > 1;
  Names& names = names_.emplace_back();
  names.first_word = words_.size();
  names.word_count = words.size();
  names.forms.front().name = mention.name;
  names.form_count = 1;
  words_.insert(words_.end(), words.begin(), words.end());
  by_last_.append(last, entity);
  if (words.size() > 1) index_first(words.front(), entity);
  if (words.size() > 2) by_initials_.emplace(initials_of(words), entity);
  return entity;
}

void Entities::index_first(const Word& word, int entity) {
  if (by_first_.of(word.number).size >= kMostNamesakes) return;
  by_first_.append(word.number, entity);
}

void Entities::note_form(int entity, const NameMention& mention, Words words) {
  Names& names = names_[static_cast<std::size_t>(entity)];
  const std::span forms = std::span(names.forms).first(names.form_count);
  for (Form& form : forms) {
    if (is_same_form(form.name, mention.name)) {
      ++form.count;
      return;
    }
  }
  if (names.form_count == kMostForms) return;
  names.forms[names.form_count++] = {mention.name, 1};
  if (words.size() > 1 &&
      words_of(entity).front().number != words.front().number) {
    index_first(words.front(), entity);
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
    const WordNumber number = numbers_.add(acronym);
    if (by_last_.of(number).empty()) by_last_.append(number, full.entity);
  }
}

// A heading's “Comedian Jane Doe” is Jane Doe everywhere else.
std::string Entities::name_of(int entity) const {
  const auto titled = from_title_.find(entity);
  if (titled != from_title_.end()) return titled->second;
  const Names& names = names_[static_cast<std::size_t>(entity)];
  const Form* best = &names.forms.front();
  for (const Form& form : std::span(names.forms).first(names.form_count)) {
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
