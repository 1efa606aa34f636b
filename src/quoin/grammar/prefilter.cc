// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/prefilter.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

namespace quoin {
namespace {

constexpr std::size_t kMostBits = 63;
constexpr TokenBits kSentenceEnd = TokenBits{1} << kMostBits;

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

}  // namespace

Surroundings Prefilter::look(std::u16string_view units, std::size_t at) const {
  Surroundings found;
  const std::u16string_view ahead = units.substr(at, kWindows.back().reach);
  TokenBits seen = 0;
  TokenBits seen_in_sentence = 0;
  std::size_t t = 0;
  for (std::size_t i = 0; i < kWindows.size(); ++i) {
    const std::size_t end = std::min(ahead.size(), kWindows[i].reach);
    for (; t < end; ++t) {
      // The end itself is in the sentence.
      if ((seen & kSentenceEnd) == 0) seen_in_sentence |= bits_[ahead[t]];
      seen |= bits_[ahead[t]];
    }
    found.seen[i] = kWindows[i].ends_with_sentence ? seen_in_sentence : seen;
  }
  return found;
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
  std::size_t size = 0;
  for (const SetId set : sets) size += types_.units_of(set).size();
  return size;
}

PrefilterBuilder::Part PrefilterBuilder::read_atom(
    std::string_view& rest) const {
  Part part;
  if (take(rest, "<")) {
    const Sets set = {take_number(rest)};
    take(rest, ">");
    part = {1, false, holds_end(set.front()), set, {{set, 1, false}}};
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
  part.longest *= most;
  return part;
}

void PrefilterBuilder::append(Part& sequence, Part part) const {
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
                      a.passes_end || b.passes_end}};
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
  if (!part.may_be_empty) part.wanted.push_back({part.first, 1, false});
  return std::move(part.wanted);
}

void PrefilterBuilder::expect(std::string_view regex) {
  for (const Wanted& wanted : wanted_by(regex)) ++uses_[wanted.sets];
}

void PrefilterBuilder::give_bits() {
  std::vector<std::pair<std::size_t, const Sets*>> by_worth;
  for (const auto& [sets, uses] : uses_) {
    const std::size_t others = types_.size() - size_of(sets);
    by_worth.emplace_back(uses * others, &sets);
  }
  std::stable_sort(
      by_worth.begin(), by_worth.end(),
      [](const auto& a, const auto& b) { return a.first > b.first; });
  if (by_worth.size() > kMostBits) by_worth.resize(kMostBits);
  for (const auto& [worth, sets] : by_worth) {
    bits_.emplace(*sets, TokenBits{1} << bits_.size());
  }
}

Need PrefilterBuilder::need_of(std::string_view regex) {
  if (bits_.empty()) give_bits();
  Need need{};
  for (const Wanted& wanted : wanted_by(regex)) {
    const auto window = std::find_if(
        kWindows.begin(), kWindows.end(), [&](const Window& candidate) {
          return wanted.reach <= candidate.reach &&
                 (!wanted.passes_end || !candidate.ends_with_sentence);
        });
    const auto bit = bits_.find(wanted.sets);
    if (window == kWindows.end() || bit == bits_.end()) continue;
    need[static_cast<std::size_t>(window - kWindows.begin())] |= bit->second;
  }
  return need;
}

Prefilter PrefilterBuilder::build() const {
  Prefilter filter;
  filter.bits_.resize(types_.size() + 1);
  for (std::size_t type = 0; type < ends_.size(); ++type) {
    if (ends_[type]) filter.bits_[type] |= kSentenceEnd;
  }
  for (const auto& [sets, bit] : bits_) {
    for (const SetId set : sets) {
      for (const TypeSymbol type : types_.units_of(set)) {
        filter.bits_[type] |= bit;
      }
    }
  }
  return filter;
}

}  // namespace quoin
