// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/token_types.h>

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include <quoin/grammar/skeleton.h>
#include <quoin/text/characters.h>

namespace quoin {
namespace {

constexpr std::array<std::string_view, kNamedSetCount> kListNames = {
    "sentence-word",     "calendar",       "particle",
    "honorific",         "role",           "male-word",
    "female-word",       "male-name",      "female-name",
    "organisation-word", "organisation-noun",
    "person-pronoun",    "thing-pronoun",  "group-pronoun",
    "determiner",        "preposition"};

bool has_upper(std::string_view text) { return to_lower(text) != text; }

// How a word of a list may be met: as it is, at the beginning of a sentence,
// and in a headline.
std::vector<std::string> case_forms(const std::string& word) {
  std::string capital, upper;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    append_utf8(upper, to_upper(c.value));
    append_utf8(capital, at == 0 ? to_upper(c.value) : c.value);
    at += c.size;
  }
  return {word, capital, upper};
}

// Every way of writing four letters, as QuoteLetters would allow them.
std::vector<std::string> all_quote_letters() {
  std::vector<std::string> all = {""};
  for (const std::string_view choices : kQuoteLetters) {
    std::vector<std::string> longer;
    for (const std::string& begun : all) {
      for (const char letter : choices) longer.push_back(begun + letter);
    }
    all = std::move(longer);
  }
  return all;
}

std::size_t quotation_index(std::string_view letters) {
  std::size_t index = 0;
  for (std::size_t i = 0; i < kQuoteLetters.size(); ++i) {
    index = index * kQuoteLetters[i].size() + kQuoteLetters[i].find(letters[i]);
  }
  return index;
}

}  // namespace

std::string_view list_name(NamedSet set) {
  return kListNames[static_cast<std::size_t>(set)];
}

TypeSymbol TokenTypes::type_of(std::string_view form,
                               TokenClass token_class) const {
  if (const TypeSymbol known = known_.find(form); known != 0) return known;
  return unknown_[(static_cast<std::size_t>(token_class)
                   << endings_.size()) |
                  endings_of(form)];
}

TypeSymbol TokenTypes::type_of_quotation(std::string_view letters) const {
  return quotations_[quotation_index(letters)];
}

std::size_t TokenTypes::endings_of(std::string_view form) const {
  std::size_t bits = 0;
  for (std::size_t i = 0; i < endings_.size(); ++i) {
    if (endings_[i].fits(form)) bits |= std::size_t{1} << i;
  }
  return bits;
}

bool WordEnding::fits(std::string_view form) const {
  if (expression) return expression->matches(form);
  // The last byte decides nearly always, without a call.
  return form.size() > key.size() && form.back() == key.back() &&
         form.ends_with(key);
}

SetId TypeBuilder::add(Set set) {
  std::string key = fmt::format("{}:{}:{}:{}", static_cast<int>(set.operation),
                                set.a, set.b, fmt::join(set.letters, ","));
  const auto [known, is_new] = by_key_.emplace(std::move(key), sets_.size());
  if (is_new) sets_.push_back(std::move(set));
  return known->second;
}

SetId TypeBuilder::list(const std::vector<std::string>& words) {
  const auto same = std::find(lists_.begin(), lists_.end(), words);
  const auto index = static_cast<std::size_t>(same - lists_.begin());
  const bool is_new = same == lists_.end();
  if (is_new) lists_.push_back(words);
  SetId set = add({Operation::kWords, index, 0, {}});
  for (const std::string& word : words) {
    if (word.size() > 1 && word[0] == '-') {
      set = either(set, ending(word.substr(1), std::nullopt));
    } else if (is_new) {
      (has_upper(word) ? exact_ : any_case_)[word].push_back(index);
    }
  }
  return set;
}

SetId TypeBuilder::ending(std::string key,
                          std::optional<WordRegex> expression) {
  const auto same = std::find_if(
      endings_.begin(), endings_.end(),
      [&](const WordEnding& other) { return other.key == key; });
  const auto index = static_cast<std::size_t>(same - endings_.begin());
  if (same == endings_.end()) {
    endings_.push_back({std::move(key), std::move(expression)});
  }
  return add({Operation::kEnding, index, 0, {}});
}

SetId TypeBuilder::expression(std::string_view regex, WordRegex compiled) {
  return ending(fmt::format("/{}/", regex), std::move(compiled));
}

SetId TypeBuilder::token_class(TokenClass token_class) {
  return add({Operation::kClass, static_cast<std::size_t>(token_class), 0, {}});
}

SetId TypeBuilder::quotation(const QuoteLetters& letters) {
  return add({Operation::kQuotation, 0, 0, letters});
}

SetId TypeBuilder::either(SetId a, SetId b) {
  return a == b ? a : add({Operation::kEither, a, b, {}});
}

SetId TypeBuilder::minus(SetId a, SetId b) {
  return add({Operation::kMinus, a, b, {}});
}

bool TypeBuilder::holds(SetId id, const Facts& facts) const {
  const Set& set = sets_[id];
  switch (set.operation) {
    case Operation::kWords: return set.a < facts.lists.size() && facts.lists[set.a];
    case Operation::kEnding: return (facts.endings >> set.a) & 1;
    case Operation::kClass:
      return facts.letters.empty() &&
             facts.token_class == static_cast<TokenClass>(set.a);
    case Operation::kQuotation:
      if (facts.letters.empty()) return false;
      for (std::size_t i = 0; i < set.letters.size(); ++i) {
        if (!set.letters[i].empty() &&
            set.letters[i].find(facts.letters[i]) == std::string::npos) {
          return false;
        }
      }
      return true;
    case Operation::kEither: return holds(set.a, facts) || holds(set.b, facts);
    case Operation::kMinus: return holds(set.a, facts) && !holds(set.b, facts);
  }
  return false;
}

std::vector<bool> TypeBuilder::answers(std::span<const SetId> sets,
                                       const Facts& facts) const {
  std::vector<bool> all(sets.size());
  for (std::size_t i = 0; i < sets.size(); ++i) {
    all[i] = holds(sets[i], facts);
  }
  return all;
}

TypeBuilder::Facts TypeBuilder::facts_of(std::string_view form,
                                         const TokenTypes& types) const {
  Facts facts;
  facts.token_class = class_of_form(form);
  facts.lists.resize(lists_.size());
  const auto enter = [&](const auto& index, std::string_view word) {
    const auto found = index.find(word);
    if (found == index.end()) return;
    for (const std::size_t list : found->second) facts.lists[list] = true;
  };
  enter(exact_, form);
  enter(any_case_, to_lower(form));
  facts.endings = types.endings_of(form);
  return facts;
}

TokenTypes TypeBuilder::build(std::span<const SetId> patterns) {
  TokenTypes types;
  std::vector<SetId> sets(patterns.begin(), patterns.end());
  for (const auto& [name, set] : named_) sets.push_back(set);
  std::sort(sets.begin(), sets.end());
  sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
  const std::size_t ending_sets = std::size_t{1} << endings_.size();
  types.endings_ = std::move(endings_);

  std::map<std::vector<bool>, TypeSymbol> symbols;
  const auto symbol_for = [&](const Facts& facts) {
    std::vector<bool> signature = answers(sets, facts);
    const auto next = static_cast<TypeSymbol>(symbols.size() + 1);
    const auto [known, is_new] = symbols.emplace(std::move(signature), next);
    if (is_new) {
      for (std::size_t i = 0; i < sets.size(); ++i) {
        if (known->first[i]) types.units_[sets[i]].push_back(next);
      }
    }
    return known->second;
  };
  for (const SetId set : sets) types.units_[set];
  // Symbols below 256 match fastest: words of no list come first.
  for (std::size_t c = 0; c < kTokenClassCount; ++c) {
    for (std::size_t bits = 0; bits < ending_sets; ++bits) {
      Facts facts;
      facts.token_class = static_cast<TokenClass>(c);
      facts.lists.resize(lists_.size());
      facts.endings = bits;
      types.unknown_.push_back(symbol_for(facts));
    }
  }
  for (const std::string& letters : all_quote_letters()) {
    Facts facts;
    facts.letters = letters;
    types.quotations_[quotation_index(letters)] = symbol_for(facts);
  }
  const auto enter = [&](const std::string& form) {
    types.known_.add(form, symbol_for(facts_of(form, types)));
  };
  for (const auto& [word, lists] : any_case_) {
    for (const std::string& form : case_forms(word)) enter(form);
  }
  for (const auto& [word, lists] : exact_) enter(word);
  types.count_ = symbols.size();
  types.named_.resize(types.count_ + 1);
  for (const auto& [name, set] : named_) {
    for (const TypeSymbol unit : types.units_[set]) {
      types.named_[unit] |= 1U << static_cast<unsigned>(name);
    }
  }
  for (auto& [set, units] : types.units_) std::sort(units.begin(), units.end());
  return types;
}

}  // namespace quoin
