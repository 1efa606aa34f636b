// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/token_types.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

#include <fmt/format.h>

#include <quoin/grammar/skeleton.h>
#include <quoin/text/characters.h>

namespace quoin {
namespace {

constexpr std::array<std::string_view, kNamedSetCount> kListNames = {
    "sentence-word",  "calendar",          "particle",          "honorific",
    "role",           "male-word",         "female-word",       "male-name",
    "female-name",    "organisation-word", "organisation-noun", "person-pronoun",
    "thing-pronoun",  "group-pronoun",     "determiner",        "preposition",
    "function-word",  "say",               "definite",          "epithet",
    "person-relative", "name-link",         "story-word",        "conjunction",
    "pair",           "indefinite"};

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

// Requires: units are sorted.
std::string character_class(std::span<const TypeSymbol> units) {
  if (units.empty()) return "(?!)";
  std::string out = "[";
  for (std::size_t i = 0; i < units.size();) {
    std::size_t last = i;
    while (last + 1 < units.size() && units[last + 1] == units[last] + 1) {
      ++last;
    }
    out += fmt::format("\\x{{{:x}}}", static_cast<unsigned>(units[i]));
    if (last > i) {
      out += fmt::format("-\\x{{{:x}}}", static_cast<unsigned>(units[last]));
    }
    i = last + 1;
  }
  return out + "]";
}

bool letters_fit(const QuoteLetters& wanted, std::string_view letters) {
  if (letters.empty()) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!wanted[i].empty() && wanted[i].find(letters[i]) == std::string::npos) {
      return false;
    }
  }
  return true;
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

TypeSymbol TokenTypes::type_of(std::string_view form, TokenClass token_class,
                               TypeSymbol known) const {
  if (known != 0) return known;
  return unknown_[(static_cast<std::size_t>(token_class) << endings_.size()) |
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
  const auto [known, is_new] = known_sets_.emplace(set, sets_.size());
  if (is_new) sets_.push_back(std::move(set));
  return known->second;
}

SetId TypeBuilder::list(const std::vector<std::string>& words) {
  const auto [known, is_new] = lists_.emplace(words, lists_.size());
  const std::size_t index = known->second;
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
  const auto same =
      std::find_if(endings_.begin(), endings_.end(),
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

std::vector<bool> TypeBuilder::memberships(const Facts& facts) const {
  std::vector<bool> in(sets_.size());
  for (SetId id = 0; id < sets_.size(); ++id) {
    const Set& set = sets_[id];
    switch (set.operation) {
      case Operation::kWords:
        in[id] =
            std::binary_search(facts.lists.begin(), facts.lists.end(), set.a);
        break;
      case Operation::kEnding: in[id] = (facts.endings >> set.a) & 1; break;
      case Operation::kClass:
        in[id] = facts.letters.empty() &&
                 facts.token_class == static_cast<TokenClass>(set.a);
        break;
      case Operation::kQuotation:
        in[id] = letters_fit(set.letters, facts.letters);
        break;
      case Operation::kEither: in[id] = in[set.a] || in[set.b]; break;
      case Operation::kMinus: in[id] = in[set.a] && !in[set.b]; break;
    }
  }
  return in;
}

TypeBuilder::Facts TypeBuilder::facts_of(std::string_view form,
                                         const TokenTypes& types) const {
  Facts facts;
  facts.token_class = class_of_form(form);
  const auto enter = [&](const auto& index, std::string_view word) {
    const auto found = index.find(word);
    if (found == index.end()) return;
    facts.lists.insert(facts.lists.end(), found->second.begin(),
                       found->second.end());
  };
  enter(exact_, form);
  enter(any_case_, to_lower(form));
  std::sort(facts.lists.begin(), facts.lists.end());
  facts.endings = types.endings_of(form);
  return facts;
}

// Finds the symbol of each kind of token: those that answer alike for all sets
// share one.
class TypeBuilder::Partition {
 public:
  Partition(const TypeBuilder& builder, std::vector<SetId> sets,
            TokenTypes& types)
      : builder_(builder), sets_(std::move(sets)), types_(types) {
    for (const SetId set : sets_) types_.units_[set];
  }

  TypeSymbol symbol_for(Facts facts) {
    const auto [known, is_new] = by_facts_.emplace(std::move(facts), 0);
    if (is_new) known->second = symbol_of_answers(known->first);
    return known->second;
  }

  std::size_t size() const { return by_answers_.size(); }

  // New symbols for the old, which lists the units of every set, too. PCRE2
  // holds a symbol of 256 and more against one range of the class after the
  // other, so symbols that the largest sets share stand beside each other.
  std::vector<TypeSymbol> rename() {
    std::vector<std::pair<std::vector<bool>, TypeSymbol>> order;
    const std::vector<std::size_t> largest_first = sets_by_size();
    for (const auto& [answers, symbol] : by_answers_) {
      std::vector<bool> key;
      for (const std::size_t i : largest_first) key.push_back(!answers[i]);
      order.emplace_back(std::move(key), symbol);
    }
    std::sort(order.begin(), order.end());
    std::vector<TypeSymbol> renamed(by_answers_.size() + 1);
    for (std::size_t i = 0; i < order.size(); ++i) {
      renamed[order[i].second] = static_cast<TypeSymbol>(i + 1);
    }
    for (auto& [set, units] : types_.units_) {
      for (TypeSymbol& unit : units) unit = renamed[unit];
    }
    return renamed;
  }

 private:
  std::vector<std::size_t> sets_by_size() const {
    std::vector<std::size_t> order(sets_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [this](std::size_t a, std::size_t b) {
                       return types_.units_[sets_[a]].size() >
                              types_.units_[sets_[b]].size();
                     });
    return order;
  }

  TypeSymbol symbol_of_answers(const Facts& facts) {
    const std::vector<bool> all = builder_.memberships(facts);
    std::vector<bool> answers(sets_.size());
    for (std::size_t i = 0; i < sets_.size(); ++i) answers[i] = all[sets_[i]];
    const auto next = static_cast<TypeSymbol>(by_answers_.size() + 1);
    const auto [known, is_new] = by_answers_.emplace(std::move(answers), next);
    if (!is_new) return known->second;
    for (std::size_t i = 0; i < sets_.size(); ++i) {
      if (known->first[i]) types_.units_[sets_[i]].push_back(next);
    }
    return next;
  }

  const TypeBuilder& builder_;
  const std::vector<SetId> sets_;
  TokenTypes& types_;
  std::map<Facts, TypeSymbol> by_facts_;
  std::unordered_map<std::vector<bool>, TypeSymbol> by_answers_;
};

TokenTypes TypeBuilder::build(std::span<const SetId> patterns) {
  TokenTypes types;
  std::vector<SetId> sets(patterns.begin(), patterns.end());
  for (const auto& [name, set] : named_) sets.push_back(set);
  std::sort(sets.begin(), sets.end());
  sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
  const std::size_t ending_sets = std::size_t{1} << endings_.size();
  types.endings_ = std::move(endings_);

  Partition partition(*this, std::move(sets), types);
  for (std::size_t c = 0; c < kTokenClassCount; ++c) {
    for (std::size_t bits = 0; bits < ending_sets; ++bits) {
      Facts facts;
      facts.token_class = static_cast<TokenClass>(c);
      facts.endings = bits;
      types.unknown_.push_back(partition.symbol_for(std::move(facts)));
    }
  }
  for (std::string& letters : all_quote_letters()) {
    const std::size_t index = quotation_index(letters);
    Facts facts;
    facts.letters = std::move(letters);
    types.quotations_[index] = partition.symbol_for(std::move(facts));
  }
  std::vector<std::pair<std::string, TypeSymbol>> known;
  const auto enter = [&](const std::string& form) {
    known.emplace_back(form, partition.symbol_for(facts_of(form, types)));
  };
  for (const auto& [word, lists] : any_case_) {
    for (const std::string& form : case_forms(word)) enter(form);
  }
  for (const auto& [word, lists] : exact_) enter(word);
  types.count_ = partition.size();
  const std::vector<TypeSymbol> renamed = partition.rename();
  for (TypeSymbol& symbol : types.unknown_) symbol = renamed[symbol];
  for (TypeSymbol& symbol : types.quotations_) symbol = renamed[symbol];
  for (const auto& [form, symbol] : known) {
    types.known_.add(form, renamed[symbol]);
  }
  for (const char mark : kPlainMarks) {
    types.marks_[static_cast<unsigned char>(mark)] =
        types.type_of(std::string_view(&mark, 1), TokenClass::kMark);
  }
  types.named_.resize(types.count_ + 1);
  for (const auto& [name, set] : named_) {
    for (const TypeSymbol unit : types.units_[set]) {
      types.named_[unit] |= 1U << static_cast<unsigned>(name);
    }
  }
  for (auto& [set, units] : types.units_) {
    std::sort(units.begin(), units.end());
    types.classes_[set] = character_class(units);
  }
  return types;
}

}  // namespace quoin
