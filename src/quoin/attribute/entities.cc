// SPDX-License-Identifier: Apache-2.0
#include <quoin/attribute/entities.h>

#include <algorithm>

#include <quoin/text/characters.h>

namespace quoin {
namespace {

// How far behind a name its role is looked for: “Ruiz, the city's chief”.
constexpr std::size_t kApposition = 8;

// Longer words in capitals are datelines: “MORWELL (Northern Wire)”.
constexpr std::size_t kLongestAcronym = 5;

bool is_acronym(std::string_view word) {
  return word.size() >= 2 && word.size() <= kLongestAcronym &&
         std::none_of(word.begin(), word.end(),
                      [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_initial_of(std::string_view initial, std::string_view word) {
  return initial.size() == 2 && initial[1] == '.' && word[0] == initial[0];
}

// “T. Vale” is “Tom Vale”; “Tom Vale” is not “Ian Vale”.
// Requires: the same last word.
bool same_name(const std::vector<std::string_view>& a,
               const std::vector<std::string_view>& b) {
  if (a.size() == 1 || b.size() == 1) return true;
  return a.front() == b.front() || is_initial_of(a.front(), b.front()) ||
         is_initial_of(b.front(), a.front());
}

}  // namespace

Entities::Entities(const Document& document, const Skeleton& skeleton,
                   const TokenTypes& types)
    : document_(document), skeleton_(skeleton), types_(types) {
  collect();
  // Full names first, so that a surname printed before them is theirs.
  Scratch scratch;
  for (const bool full : {true, false}) {
    for (NameMention& mention : mentions_) {
      const bool is_full = mention.name.end - mention.name.begin > 1;
      if (is_full == full) enter(mention, scratch);
    }
  }
}

bool Entities::in(TokenIndex token, NamedSet set) const {
  return types_.is_in(skeleton_.forward[token], set);
}

std::string_view Entities::text_of(TokenIndex token) const {
  const Token& t = skeleton_.tokens[token];
  return document_.slice({t.text_begin, t.text_end});
}

std::string Entities::text_of(TokenRange range) const {
  std::string out;
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (skeleton_.tokens[t].is_quotation) continue;  // a nickname
    const Token& token = skeleton_.tokens[t];
    const bool joined =
        t > range.begin && skeleton_.tokens[t - 1].text_end == token.text_begin;
    if (!out.empty() && !joined) out += ' ';
    out += text_of(t);
  }
  return out;
}

bool Entities::can_begin_name(TokenIndex token) const {
  const TokenClass kind = skeleton_.tokens[token].token_class;
  return (kind == TokenClass::kCap || kind == TokenClass::kInitial) &&
         !skeleton_.tokens[token].is_quotation &&
         !in(token, NamedSet::kSentenceWord) && !in(token, NamedSet::kCalendar);
}

// Takes what is a title or a role off the beginning of a run of capitals.
NameMention Entities::read_name(TokenIndex begin, TokenIndex end) const {
  NameMention mention;
  mention.begin = begin;
  mention.name = {begin, end};
  for (TokenIndex t = begin; t + 1 < end; ++t) {
    if (in(t, NamedSet::kHonorific) || in(t, NamedSet::kRole)) {
      mention.name.begin = t + 1;
    }
  }
  return mention;
}

// “Jane Doe/Acme Images”, or a line that is just a name.
bool Entities::is_credit(TokenIndex begin, TokenIndex end) const {
  const auto is_edge = [&](TokenIndex t) {
    return skeleton_.tokens[t].is_break || text_of(t) == "/" ||
           text_of(t) == "|";
  };
  return end < skeleton_.tokens.size() && is_edge(end) &&
         (begin == 0 || is_edge(begin - 1));
}

void Entities::collect() {
  const auto size = static_cast<TokenIndex>(skeleton_.tokens.size());
  bool starts_sentence = true;
  for (TokenIndex t = 0; t < size;) {
    if (!can_begin_name(t)) {
      const Token& token = skeleton_.tokens[t];
      if (text_of(t) == "(") {  // “the Active Protections Program (MAPP)”
        starts_sentence = false;
      } else if (token.is_quotation || token.is_break ||
                 token.token_class == TokenClass::kMark) {
        starts_sentence = true;
      } else if (!in(t, NamedSet::kSentenceWord) && !in(t, NamedSet::kRole)) {
        starts_sentence = false;
      }
      ++t;
      continue;
    }
    TokenIndex end = t + 1;
    while (end < size) {
      if (can_begin_name(end)) {
        ++end;
      } else if (in(end, NamedSet::kParticle) && end + 1 < size &&
                 can_begin_name(end + 1)) {
        end += 2;
      } else if (skeleton_.tokens[end].is_quotation && end + 1 < size &&
                 can_begin_name(end + 1) &&
                 !skeleton_.tokens[end - 1].is_break) {
        end += 2;  // Joe “Shorty” Brandt
      } else {
        break;
      }
    }
    NameMention mention = read_name(t, end);
    mention.is_subject = starts_sentence && !is_credit(t, end);
    mentions_.push_back(mention);
    starts_sentence = false;
    t = end;
  }
}

void Entities::read_words(TokenRange name, Words& words) const {
  words.clear();
  for (TokenIndex t = name.begin; t < name.end; ++t) {
    if (!skeleton_.tokens[t].is_quotation) words.push_back(text_of(t));
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
      if (same_name(words_[static_cast<std::size_t>(entity)], words)) {
        found.push_back(entity);
      }
    }
  }
  if (!found.empty() || words.size() > 1) return;
  // “Jessica” alone is Jessica Alba; “Microsoft” alone is not one of the things
  // that are called after it.
  const auto by_first = by_first_.find(words.front());
  if (by_first == by_first_.end()) return;
  for (const int entity : by_first->second) {
    if (entities_[static_cast<std::size_t>(entity)].kind ==
        EntityKind::kPerson) {
      found.push_back(entity);
    }
  }
}

void Entities::enter(NameMention& mention, Scratch& scratch) {
  auto& [words, known] = scratch;
  read_words(mention.name, words);
  find(words, known);
  if (words.empty() || known.size() > 1) return;
  if (known.empty()) {
    mention.entity = static_cast<int>(entities_.size());
    Entity& added = entities_.emplace_back();
    added.name = text_of(mention.name);
    added.is_full = words.size() > 1;
    words_.push_back(words);
    by_last_[words.back()].push_back(mention.entity);
    if (words.size() > 1) by_first_[words.front()].push_back(mention.entity);
  } else {
    mention.entity = known.front();
  }
  learn(entities_[static_cast<std::size_t>(mention.entity)], mention);
}

// What stands before, in and behind the name tells what it names.
void Entities::learn(Entity& entity, const NameMention& mention) const {
  const auto note = [&](TokenIndex t) {
    if (in(t, NamedSet::kMaleWord)) entity.gender = Gender::kMale;
    if (in(t, NamedSet::kFemaleWord)) entity.gender = Gender::kFemale;
    if (in(t, NamedSet::kHonorific)) entity.kind = EntityKind::kPerson;
    if (in(t, NamedSet::kRole)) {
      entity.kind = EntityKind::kPerson;
      entity.roles.push_back(to_lower(text_of(t)));
    }
  };
  TokenIndex before = mention.name.begin;
  while (before > 0 && (in(before - 1, NamedSet::kRole) ||
                        in(before - 1, NamedSet::kHonorific))) {
    note(--before);
  }
  for (TokenIndex t = mention.name.begin; t < mention.name.end; ++t) {
    if (in(t, NamedSet::kOrganisationWord)) {
      entity.kind = EntityKind::kOrganisation;
    }
  }
  const TokenIndex given = mention.name.begin;
  if (entity.kind != EntityKind::kOrganisation &&
      entity.gender == Gender::kUnknown) {
    if (in(given, NamedSet::kMaleName)) entity.gender = Gender::kMale;
    if (in(given, NamedSet::kFemaleName)) entity.gender = Gender::kFemale;
    if (entity.gender != Gender::kUnknown) entity.kind = EntityKind::kPerson;
  }
  if (entity.kind == EntityKind::kUnknown &&
      mention.name.end - mention.name.begin == 1 &&
      is_acronym(text_of(given))) {
    entity.kind = EntityKind::kOrganisation;
  }
  const auto size = static_cast<TokenIndex>(skeleton_.tokens.size());
  TokenIndex t = mention.name.end;
  if (t >= size || text_of(t) != ",") return;
  for (++t; t < size && t < mention.name.end + kApposition; ++t) {
    const Token& token = skeleton_.tokens[t];
    if (token.is_quotation || token.token_class == TokenClass::kMark) break;
    if (in(t, NamedSet::kRole)) note(t);
    if (in(t, NamedSet::kPreposition)) break;
  }
}

// “the captain of the port, Jane Doe”: where a name behind a comma ends the
// range, it names whom the words before it describe.
std::optional<NameMention> Entities::name_behind_comma(
    TokenRange range) const {
  TokenIndex begin = range.end;
  while (begin > range.begin &&
         (can_begin_name(begin - 1) || in(begin - 1, NamedSet::kParticle))) {
    --begin;
  }
  if (begin == range.end || begin == range.begin || !can_begin_name(begin) ||
      text_of(begin - 1) != ",") {
    return std::nullopt;
  }
  return read_name(begin, range.end);
}

std::optional<NameMention> Entities::name_in(TokenRange range) const {
  if (const auto behind = name_behind_comma(range)) return behind;
  std::optional<NameMention> found;
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (in(t, NamedSet::kPreposition)) break;
    if (!can_begin_name(t)) continue;
    TokenIndex end = t + 1;
    while (end < range.end &&
           (can_begin_name(end) || in(end, NamedSet::kParticle) ||
            skeleton_.tokens[end].is_quotation)) {
      ++end;
    }
    while (!can_begin_name(end - 1)) --end;
    found = read_name(t, end);
    t = end - 1;
  }
  // Capitals that describe what follows are no name: “the Acme spokesman”.
  if (found && found->name.end < range.end) {
    const Token& next = skeleton_.tokens[found->name.end];
    if (next.token_class != TokenClass::kMark &&
        !in(found->name.end, NamedSet::kPreposition)) {
      return std::nullopt;
    }
  }
  return found;
}

}  // namespace quoin
