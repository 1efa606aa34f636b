// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/prefilter.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

namespace quoin {
namespace {

// As forms of tokens. That few rules reach across them makes looking behind
// them idle; which they are changes no answer.
constexpr std::array<std::string_view, 4> kSentenceEnds = {".", "?", "!",
                                                           "\u3002"};

// A number at the front of `rest`, taken off it.
std::size_t take_number(std::string_view& rest) {
  std::size_t number = 0;
  const auto end =
      std::from_chars(rest.data(), rest.data() + rest.size(), number).ptr;
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  return number;
}

bool take(std::string_view& rest, std::string_view prefix) {
  if (!rest.starts_with(prefix)) return false;
  rest.remove_prefix(prefix.size());
  return true;
}

std::vector<SetId> either(const std::vector<SetId>& a,
                          const std::vector<SetId>& b) {
  std::vector<SetId> both;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(),
                 std::back_inserter(both));
  return both;
}

// Numbers from `first` on for the `most` that are wanted most often and send
// most away.
template <class Key, class Worth>
std::map<Key, std::size_t> numbers_of_best(
    const std::map<Key, std::size_t>& uses, std::size_t first,
    std::size_t most, const Worth& worth_of) {
  std::vector<std::pair<std::size_t, const Key*>> by_worth;
  for (const auto& [key, count] : uses) {
    by_worth.emplace_back(count * worth_of(key), &key);
  }
  std::stable_sort(
      by_worth.begin(), by_worth.end(),
      [](const auto& a, const auto& b) { return a.first > b.first; });
  if (by_worth.size() > most) by_worth.resize(most);
  std::map<Key, std::size_t> numbers;
  for (const auto& [worth, key] : by_worth) {
    numbers.emplace(*key, first + numbers.size());
  }
  return numbers;
}

}  // namespace

// What the token there is, and with the one behind it.
TokenBits Prefilter::at(std::u16string_view units, std::size_t at) const {
  TokenBits bits = firsts_[units[at]];
  bits &= seconds_[at + 1 < units.size() ? units[at + 1] : 0];
  return bits;
}

Surroundings Prefilter::look(std::u16string_view units, std::size_t at) const {
  Surroundings found;
  TokenBits& seen = found.anywhere;
  const std::size_t left = units.size() - at;
  std::size_t t = 0;
  for (std::size_t i = 0; i < kWindows.size(); ++i) {
    const std::size_t end = std::min(left, kWindows[i].reach);
    for (; t < end; ++t) {
      // The end itself is in the sentence.
      if (kWindows[i].ends_with_sentence && seen.ends_sentence()) break;
      seen |= this->at(units, at + t);
    }
    found.seen[i] = seen;
  }
  return found;
}

TokenBits Prefilter::look_far(std::u16string_view units,
                              std::size_t at) const {
  TokenBits seen;
  const std::size_t end = at + std::min(units.size() - at, kFarReach);
  for (; at < end; ++at) seen |= this->at(units, at);
  return seen;
}

PrefilterBuilder::PrefilterBuilder(const TokenTypes& types)
    : types_(types), ends_(types.size() + 1) {
  for (const std::string_view mark : kSentenceEnds) {
    ends_[types.type_of(mark, class_of_form(mark))] = true;
  }
}

bool PrefilterBuilder::holds_end(SetId set) const {
  const std::vector<TypeSymbol>& units = types_.units_of(set);
  return std::any_of(units.begin(), units.end(),
                     [this](TypeSymbol unit) { return ends_[unit]; });
}

std::size_t PrefilterBuilder::size_of(const Sets& sets) const {
  if (sets.size() == 1) return types_.units_of(sets.front()).size();
  std::vector<bool> is_in(types_.size() + 1);
  for (const SetId set : sets) {
    for (const TypeSymbol type : types_.units_of(set)) is_in[type] = true;
  }
  return static_cast<std::size_t>(std::count(is_in.begin(), is_in.end(), true));
}

PrefilterBuilder::Part PrefilterBuilder::read_atom(
    std::string_view& rest) const {
  Part part;
  if (take(rest, "<")) {
    const Sets set = {take_number(rest)};
    take(rest, ">");
    part = {1, false, holds_end(set.front()), set, {{set, 1, false, {}, true}}};
  } else if (take(rest, "(?!")) {
    read_choice(rest);  // has no width, and what it forbids is not looked for
    take(rest, ")");
  } else if (take(rest, "(?:") || take(rest, "(")) {
    part = read_choice(rest);
    take(rest, ")");
  } else {
    rest.remove_prefix(1);  // never: the expander writes nothing else
  }
  return repeat(std::move(part), rest);
}

// "?", "{3}", "{1,3}", and a "?" behind it for the fewest.
PrefilterBuilder::Part PrefilterBuilder::repeat(Part part,
                                                std::string_view& rest) {
  std::size_t least = 1;
  std::size_t most = 1;
  if (take(rest, "?")) {
    least = 0;
  } else if (take(rest, "{")) {
    least = most = take_number(rest);
    if (take(rest, ",")) most = take_number(rest);
    take(rest, "}");
    take(rest, "?");
  } else {
    return part;
  }
  if (least == 0) {
    part.wanted.clear();
    part.may_be_empty = true;
  }
  for (Wanted& wanted : part.wanted) {
    if (wanted.is_last && most > 1) {
      wanted.next = either(wanted.next, part.first);
    }
  }
  part.longest *= most;
  return part;
}

void PrefilterBuilder::append(Part& sequence, Part part) const {
  for (Wanted& wanted : sequence.wanted) {
    if (!wanted.is_last) continue;
    wanted.next = either(wanted.next, part.first);
    wanted.is_last = part.may_be_empty;
  }
  for (Wanted& wanted : part.wanted) {
    wanted.reach += sequence.longest;
    wanted.passes_end = wanted.passes_end || sequence.passes_end;
    sequence.wanted.push_back(std::move(wanted));
  }
  if (sequence.may_be_empty) {
    sequence.first = either(sequence.first, part.first);
  }
  sequence.may_be_empty = sequence.may_be_empty && part.may_be_empty;
  sequence.passes_end = sequence.passes_end || part.passes_end;
  sequence.longest += part.longest;
}

PrefilterBuilder::Part PrefilterBuilder::read_sequence(
    std::string_view& rest) const {
  Part sequence;
  while (!rest.empty() && rest.front() != '|' && rest.front() != ')') {
    append(sequence, read_atom(rest));
  }
  return sequence;
}

// Of several ways one is enough: what each of them wants most specially,
// taken together.
void PrefilterBuilder::add_choice(Part& choice, Part part) const {
  const auto most_special = [this](std::vector<Wanted>& wanted) {
    return *std::min_element(wanted.begin(), wanted.end(),
                             [this](const Wanted& a, const Wanted& b) {
                               return size_of(a.sets) < size_of(b.sets);
                             });
  };
  if (!choice.wanted.empty() && !part.wanted.empty()) {
    const Wanted a = most_special(choice.wanted);
    const Wanted b = most_special(part.wanted);
    choice.wanted = {{either(a.sets, b.sets), std::max(a.reach, b.reach),
                      a.passes_end || b.passes_end, either(a.next, b.next),
                      a.is_last || b.is_last}};
  } else {
    choice.wanted.clear();
  }
  choice.first = either(choice.first, part.first);
  choice.may_be_empty = choice.may_be_empty || part.may_be_empty;
  choice.passes_end = choice.passes_end || part.passes_end;
  choice.longest = std::max(choice.longest, part.longest);
}

PrefilterBuilder::Part PrefilterBuilder::read_choice(
    std::string_view& rest) const {
  Part choice = read_sequence(rest);
  while (take(rest, "|")) add_choice(choice, read_sequence(rest));
  return choice;
}

std::vector<PrefilterBuilder::Wanted> PrefilterBuilder::wanted_by(
    std::string_view regex) const {
  Part part = read_choice(regex);
  if (!part.may_be_empty) {
    part.wanted.push_back({part.first, 1, false, {}, true});
  }
  // Behind the last token of a match anything may stand.
  for (Wanted& wanted : part.wanted) {
    if (wanted.is_last) wanted.next.clear();
  }
  return std::move(part.wanted);
}

void PrefilterBuilder::expect(std::string_view regex) {
  const auto [known, is_new] = expected_.try_emplace(std::string(regex));
  if (is_new) known->second = wanted_by(regex);
  for (const Wanted& wanted : known->second) {
    ++uses_[wanted.sets];
    if (!wanted.next.empty()) ++pair_uses_[{wanted.sets, wanted.next}];
  }
}

void PrefilterBuilder::give_bits() {
  const std::size_t types = types_.size();
  bits_ = numbers_of_best(uses_, 0, TokenBits::kSets, [&](const Sets& sets) {
    return types - size_of(sets);
  });
  pair_bits_ = numbers_of_best(
      pair_uses_, TokenBits::kFirstPair, TokenBits::kPairs,
      [&](const Pair& pair) {
        return types * types - size_of(pair.first) * size_of(pair.second);
      });
}

// What stands in every other sentence would be seen.
bool PrefilterBuilder::is_worth_a_far_look(const Wanted& wanted) const {
  constexpr std::size_t kRare = 8;
  return wanted.reach <= kFarReach &&
         size_of(wanted.sets) * kRare <= types_.size();
}

Need PrefilterBuilder::need_of(std::string_view regex) {
  if (bits_.empty()) give_bits();
  Need need;
  for (const Wanted& wanted : expected_.at(std::string(regex))) {
    const auto window = std::find_if(
        kWindows.begin(), kWindows.end(), [&](const Window& candidate) {
          return wanted.reach <= candidate.reach &&
                 (!wanted.passes_end || !candidate.ends_with_sentence);
        });
    const bool is_far = window == kWindows.end();
    if (is_far && !is_worth_a_far_look(wanted)) continue;
    TokenBits& needed =
        is_far ? need.far
               : need.near[static_cast<std::size_t>(window - kWindows.begin())];
    const auto bit = bits_.find(wanted.sets);
    if (bit != bits_.end()) needed.set(bit->second);
    const auto pair = pair_bits_.find({wanted.sets, wanted.next});
    if (pair != pair_bits_.end()) needed.set(pair->second);
  }
  return need;
}

template <class Visit>
void PrefilterBuilder::for_types(const Sets& sets, const Visit& visit) const {
  for (const SetId set : sets) {
    for (const TypeSymbol type : types_.units_of(set)) visit(type);
  }
}

Prefilter PrefilterBuilder::build() const {
  Prefilter filter;
  filter.firsts_.resize(types_.size() + 1);
  filter.seconds_.resize(types_.size() + 1);
  for (TokenBits& bits : filter.seconds_) bits.set_all_but_pairs();
  for (std::size_t type = 0; type < ends_.size(); ++type) {
    if (ends_[type]) filter.firsts_[type].set(TokenBits::kSentenceEnd);
  }
  for (const auto& [sets, bit] : bits_) {
    for_types(sets, [&, bit = bit](TypeSymbol type) {
      filter.firsts_[type].set(bit);
    });
  }
  for (const auto& [pair, bit] : pair_bits_) {
    for_types(pair.first, [&, bit = bit](TypeSymbol type) {
      filter.firsts_[type].set(bit);
    });
    for_types(pair.second, [&, bit = bit](TypeSymbol type) {
      filter.seconds_[type].set(bit);
    });
  }
  return filter;
}

}  // namespace quoin
