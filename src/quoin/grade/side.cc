// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/side.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <quoin/grade/near.h>

namespace quoin {
namespace {

using KeySet = std::unordered_set<std::string>;

KeySet keys_of(const FoldedWords& words) {
  KeySet keys;
  for (const Unit& unit : words.units) keys.insert(unit.key);
  return keys;
}

// Per unit: does punctuation stand before it?
std::vector<char> puncts_before(const FoldedWords& words) {
  std::vector<char> before(words.units.size() + 1, 0);
  for (const Punct& punct : words.puncts) before[punct.slot] = 1;
  return before;
}

// The unit in lower case as printed, not as it folds: First, not #1.
std::string plain_form(const FoldedWords& words, std::size_t i) {
  const Unit& unit = words.units[i];
  const bool shared =
      (i > 0 && words.units[i - 1].group == unit.group) ||
      (i + 1 < words.units.size() && words.units[i + 1].group == unit.group);
  return shared ? unit.key : fold_case(words.printed(unit));
}

// Splits units that stand for two or three words of the other text: FirstGroup
// for First Group, co-operation for cooperation, @janedoe for Jane Doe.
void split_joined(FoldedWords& words, const FoldedWords& other) {
  const KeySet known = keys_of(other);
  const std::vector<char> parted = puncts_before(other);
  std::unordered_map<std::string, std::vector<std::string>> joints;
  for (std::size_t i = 0; i + 1 < other.units.size(); ++i) {
    std::string joined = plain_form(other, i);
    std::vector<std::string> parts = {other.units[i].key};
    for (std::size_t j = i + 1; j < std::min(i + 3, other.units.size()); ++j) {
      if (parted[j]) break;
      joined += plain_form(other, j);
      parts.push_back(other.units[j].key);
      joints.emplace(joined, parts);
    }
  }
  std::vector<Unit> units;
  std::vector<std::size_t> moved_to(words.units.size() + 1);
  for (std::size_t i = 0; i < words.units.size(); ++i) {
    Unit& unit = words.units[i];
    moved_to[i] = units.size();
    const auto found = joints.find(unit.key);
    if (found == joints.end() || known.contains(unit.key) || unit.number) {
      units.push_back(std::move(unit));
      continue;
    }
    for (const std::string& part : found->second) {
      Unit piece = unit;
      piece.key = part;
      units.push_back(std::move(piece));
    }
  }
  moved_to[words.units.size()] = units.size();
  if (units.size() == words.units.size()) {
    words.units = std::move(units);
    return;
  }
  for (Punct& punct : words.puncts) punct.slot = moved_to[punct.slot];
  words.units = std::move(units);
}

// f*** is the word it hides, if the other text prints it.
void unmask(FoldedWords& words, const FoldedWords& other) {
  for (Unit& unit : words.units) {
    if (unit.key.find('*') == std::string::npos) continue;
    for (const Unit& full : other.units) {
      if (full.key.find('*') == std::string::npos &&
          is_masked(unit.key, full.key)) {
        unit.key = full.key;
        unit.fold = FoldKind::kInformal;
        break;
      }
    }
  }
}

struct Expanded {
  std::string key;
  std::size_t unit = 0;
};

void find_hits(Side& side, const GradeTables& tables) {
  std::vector<Expanded> words;
  for (std::size_t i = 0; i < side.size(); ++i) {
    const auto full = expand_contraction(side.unit(i).key, tables);
    if (full.empty()) {
      words.push_back({side.unit(i).key, i});
      continue;
    }
    for (const std::string& key : full.front()) words.push_back({key, i});
  }
  const auto is_number = [&](std::size_t at) {
    return at < words.size() && side.unit(words[at].unit).number;
  };
  const auto fits = [&](const ClassPhrase& phrase, std::size_t at) {
    if (at + phrase.words.size() > words.size()) return false;
    for (std::size_t k = 0; k < phrase.words.size(); ++k) {
      if (words[at + k].key != phrase.words[k]) return false;
    }
    const Unit& head = side.unit(words[at].unit);
    if (phrase.capital && (!head.capital || head.sentence_start)) return false;
    if (phrase.before_number && !is_number(at + phrase.words.size())) {
      return false;
    }
    const bool heads = head.sentence_start &&
                       tables.head_conjunctions.contains(head.key);
    return !(heads && phrase.which == Protected::kCondition);
  };
  std::size_t at = 0;
  while (at < words.size()) {
    const Unit& unit = side.unit(words[at].unit);
    std::size_t used = 1;
    const auto found = tables.protected_phrases.find(words[at].key);
    const ClassPhrase* best = nullptr;
    if (found != tables.protected_phrases.end()) {
      for (const ClassPhrase& phrase : found->second) {
        if (!fits(phrase, at)) continue;
        if (best == nullptr || (phrase.words.size() == best->words.size() &&
                                phrase.capital && !best->capital)) {
          best = &phrase;
        }
      }
    }
    if (best != nullptr) {
      used = best->words.size();
      side.hits.push_back({words[at].unit, words[at + used - 1].unit,
                           best->which, best->value, best->only_swapped});
      // "I think" is a hedge; its pronoun is still a person.
      if (used > 1 && best->which == Protected::kHedge) {
        for (const ClassPhrase& phrase : found->second) {
          if (phrase.words.size() > 1 || !fits(phrase, at)) continue;
          side.hits.push_back({words[at].unit, words[at].unit, phrase.which,
                               phrase.value, phrase.only_swapped});
        }
        used = 1;
      }
    } else if (unit.number) {
      side.hits.push_back({words[at].unit, words[at].unit, Protected::kNumber,
                           unit.key, false});
      if (at + 1 < words.size() &&
          tables.unit_keys.contains(words[at + 1].key)) {
        side.hits.push_back({words[at + 1].unit, words[at + 1].unit,
                             Protected::kNumber, words[at + 1].key, false});
      }
    }
    at += used;
  }
}

void finish(Side& side, std::unordered_map<std::string, std::uint32_t>& ids,
            const GradeTables& tables) {
  std::size_t capitals = 0;
  for (const Unit& unit : side.words.units) {
    const auto id = static_cast<std::uint32_t>(ids.size());
    side.ids.push_back(ids.emplace(unit.key, id).first->second);
    capitals += unit.capital;
  }
  side.mostly_capitals = side.size() >= 4 && capitals * 10 > side.size() * 6;
  side.slot_begin.assign(side.size() + 2, side.words.puncts.size());
  std::size_t at = 0;
  for (std::size_t slot = 0; slot <= side.size(); ++slot) {
    while (at < side.words.puncts.size() &&
           side.words.puncts[at].slot < slot) {
      ++at;
    }
    side.slot_begin[slot] = at;
  }
  find_hits(side, tables);
}

}  // namespace

bool Side::slot_has(std::size_t i, char kind) const {
  for (const Punct& punct : slot(i)) {
    if (punct.kind == kind) return true;
  }
  return false;
}

bool Side::sentence_begins(std::size_t i) const {
  if (i == 0 || i == size()) return true;
  return slot_has(i, '.') || slot_has(i, '?') || slot_has(i, '!');
}

Sides prepare_sides(std::string_view reference, std::string_view printed,
                    const GradeTables& tables) {
  Sides sides;
  sides.reference.text = reference;
  sides.printed.text = printed;
  FoldedWords& r = sides.reference.words;
  FoldedWords& p = sides.printed.words;
  r = fold_words(reference, tables.folds);
  p = fold_words(printed, tables.folds);
  split_joined(r, p);
  split_joined(p, r);
  unmask(r, p);
  unmask(p, r);
  std::unordered_map<std::string, std::uint32_t> ids;
  finish(sides.reference, ids, tables);
  finish(sides.printed, ids, tables);
  return sides;
}

}  // namespace quoin
