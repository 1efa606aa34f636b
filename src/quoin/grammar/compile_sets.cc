// SPDX-License-Identifier: Apache-2.0
// The part of the compiler that makes sets of tokens out of lists, endings,
// expressions and the qualities of quotations.
#include <quoin/grammar/compile.h>

#include <utility>
#include <vector>

#include <fmt/format.h>

#include <quoin/base/suggest.h>
#include <quoin/grammar/line_reader.h>

namespace quoin {
namespace {

struct Quality {
  std::string_view name;
  std::size_t letter;  // which of the four
  std::string_view allowed;
};

// The letters are described in skeleton.h.
constexpr Quality kQualities[] = {
    {"finished", 0, "s"},     {"running", 0, "cqdn"}, {"comma", 0, "c"},
    {"ended", 0, "sq"},       {"bare", 0, "n"},       {"lower", 1, "lo"},
    {"upper", 1, "U"},        {"single", 2, "1"},     {"tiny", 2, "12"},    {"brief", 2, "123"},
    {"short", 2, "1237"},      {"long", 2, "LV"},      {"verse", 2, "V"},
    {"titled", 3, "T"},        {"untitled", 3, "t"},
};

}  // namespace

TokenTypes Expander::build_types() {
  // In error already, and as large as it was too many.
  if (builder_.ending_count() > TypeBuilder::kMostEndings) return {};
  for (std::size_t i = 0; i < kNamedSetCount; ++i) {
    const auto name = static_cast<NamedSet>(i);
    const auto found = definitions_.find(list_name(name));
    if (found == definitions_.end() || found->second.words == nullptr) continue;
    file_ = found->second.file;
    WordsSyntax words = *found->second.words;
    // Of cues the single words are enough: who "pointed out" also "said".
    if (name == NamedSet::kSay) {
      std::erase_if(words.entries, [this](const Entry& entry) {
        return entry.text[0] != '-' &&
               tokenizer_.split(entry.text).size() > 1;
      });
      if (words.entries.empty()) continue;
    }
    const std::optional<SetId> set = set_of_words(words);
    if (set) {
      builder_.name_set(name, *set);
    } else {
      fail(found->second.words->place,
           fmt::format("'{}' may hold single words only", list_name(name)));
    }
  }
  const std::vector<SetId> sets(used_.begin(), used_.end());
  return builder_.build(sets);
}

std::optional<SetId> Expander::set_of_words(const WordsSyntax& words) {
  std::vector<std::string> single;
  for (const Entry& entry : words.entries) {
    if (entry.text[0] == '-') {
      single.push_back(entry.text);
      continue;
    }
    std::vector<std::string> tokens = tokenizer_.split(entry.text);
    if (tokens.size() != 1) return std::nullopt;
    single.push_back(std::move(tokens.front()));
  }
  if (single.empty()) {
    fail(words.place, fmt::format("the list '{}' is empty", words.name));
  }
  const SetId set = builder_.list(single);
  check_endings(words.place);
  return set;
}

// Each doubles the types of words that are in no list.
void Expander::check_endings(const Place& place) {
  if (builder_.ending_count() <= TypeBuilder::kMostEndings) return;
  fail(place, fmt::format("more than {} endings and /…/ in a grammar",
                          TypeBuilder::kMostEndings));
}

std::optional<SetId> Expander::set_of_regex(const Item& item) {
  Result<WordRegex> compiled = WordRegex::compile(item.text);
  if (!compiled) {
    Place place = item.place;
    // Behind the '/', and PCRE2 counts bytes.
    const std::size_t bytes = compiled.error().front().column - 1;
    place.column +=
        1 + count_code_points(std::string_view(item.text).substr(0, bytes));
    place.width = 1;
    fail(place, "PCRE2: " + compiled.error().front().message);
    return std::nullopt;
  }
  const SetId set = builder_.expression(item.text, *std::move(compiled));
  check_endings(item.place);
  return set;
}

QuoteLetters Expander::quote_letters(const Item& quote) {
  QuoteLetters letters;
  for (const std::string& name : quote.qualities) {
    const Quality* found = std::find_if(
        std::begin(kQualities), std::end(kQualities),
        [&](const Quality& quality) { return quality.name == name; });
    if (found == std::end(kQualities)) {
      std::vector<std::string_view> known;
      for (const Quality& quality : kQualities) known.push_back(quality.name);
      fail(quote.place, fmt::format("unknown quality '{}' of a QUOTE", name),
           suggest_name(name, known));
      continue;
    }
    std::string& allowed = letters[found->letter];
    if (allowed.empty()) {
      allowed = found->allowed;
      continue;
    }
    std::erase_if(allowed, [&](char letter) {
      return found->allowed.find(letter) == std::string_view::npos;
    });
    if (allowed.empty()) {
      fail(quote.place, fmt::format("no QUOTE can be all of this: '{}'",
                                    fmt::join(quote.qualities, ":")));
      allowed = found->allowed;
    }
  }
  return letters;
}

}  // namespace quoin
