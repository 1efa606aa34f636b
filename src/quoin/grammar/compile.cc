// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/compile.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include <quoin/base/suggest.h>
#include <quoin/grammar/line_reader.h>
#include <quoin/grammar/parse.h>
#include <quoin/grammar/print_pattern.h>
#include <quoin/grammar/skeleton.h>

namespace quoin {
namespace {

constexpr std::array<std::string_view, 8> kBuiltIns = {
    "word", "cap", "lower", "number", "initial", "start", "end", "break"};

// Sets and names in one rule: PCRE2 refuses less than this.
constexpr std::size_t kMostWritten = 50'000;

bool is_built_in(std::string_view name) {
  return std::find(kBuiltIns.begin(), kBuiltIns.end(), name) !=
         kBuiltIns.end();
}

// A built-in as a set. A word is of any class but a mark's, so that no repeat
// of words crosses the end of a sentence or a quotation.
SetId built_in_set(std::string_view name, TypeBuilder& builder) {
  using enum TokenClass;
  if (name == "cap") return builder.token_class(kCap);
  if (name == "lower") return builder.token_class(kLower);
  if (name == "number") return builder.token_class(kNumber);
  if (name == "initial") return builder.token_class(kInitial);
  if (name == "word") {
    SetId set = builder.token_class(kCap);
    for (const TokenClass each : {kLower, kNumber, kInitial, kOther}) {
      set = builder.either(set, builder.token_class(each));
    }
    return set;
  }
  return builder.list({std::string(kBreakForm)});  // start, end, break
}

}  // namespace

Expander::Expander(const std::vector<GrammarFile>& files,
                   const Tokenizer& tokenizer,
                   std::vector<Diagnostic>& problems)
    : tokenizer_(tokenizer), problems_(problems) {
  for (const GrammarFile& file : files) {
    for (const WordsSyntax& words : file.words) {
      define(file, words.name, words.place, {.file = &file, .words = &words});
    }
    for (const ShapeSyntax& shape : file.shapes) {
      define(file, shape.name, shape.place, {.file = &file, .shape = &shape});
    }
  }
}

void Expander::define(const GrammarFile& file, const std::string& name,
                      const Place& place, Definition definition) {
  file_ = &file;
  if (is_built_in(name)) {
    return fail(place, fmt::format("'{}' is built in", name),
                "choose another name");
  }
  const auto [other, is_new] =
      definitions_.emplace(name, std::move(definition));
  if (is_new || name.empty()) return;
  const Place& first = other->second.words ? other->second.words->place
                                           : other->second.shape->place;
  fail(place,
       fmt::format("'{}' is defined already, at {}:{}", name,
                   other->second.file->path, first.line));
}

void Expander::fail(const Place& place, std::string message,
                    std::string hint) {
  Diagnostic problem =
      diagnose(*file_, place, std::move(message), std::move(hint));
  // A shape used in ten rules is in error once.
  const auto same = [&](const Diagnostic& other) {
    return other.file == problem.file && other.line == problem.line &&
           other.column == problem.column && other.message == problem.message;
  };
  if (std::none_of(problems_.begin(), problems_.end(), same)) {
    problems_.push_back(std::move(problem));
  }
}

std::vector<VariantSource> Expander::compile(const GrammarFile& file,
                                             const RuleSyntax& rule) {
  file_ = &file;
  written_ = 0;
  std::vector<VariantSource> variants;
  for (const Pattern& pattern : rule.patterns) {
    for (const Sequence& sequence : pattern) {
      const std::size_t anchor = find_anchor(rule, sequence);
      if (anchor == sequence.size()) continue;
      const Item* const items = sequence.data();
      VariantSource variant;
      variant.letters = quote_letters(items[anchor]);
      variant.left.regex = sequence_regex(
          items, items + anchor, {Direction::kMirror, &variant.left.slots});
      variant.right.regex = sequence_regex(
          items + anchor + 1, items + sequence.size(),
          {Direction::kForward, &variant.right.slots});
      variants.push_back(std::move(variant));
    }
  }
  if (written_ > kMostWritten) {
    fail(rule.place,
         fmt::format("rule '{}' is too large", rule.name),
         "shapes within shapes multiply when they are written out");
  }
  return variants;
}

// A rule is about its first quotation; one that takes from the quotation
// before is about its last.
std::size_t Expander::find_anchor(const RuleSyntax& rule,
                                  const Sequence& sequence) {
  std::size_t anchor = sequence.size();
  for (std::size_t i = 0; i < sequence.size(); ++i) {
    if (sequence[i].kind != AtomKind::kQuote) continue;
    anchor = i;
    if (rule.take == Take::kNothing) break;
  }
  if (anchor == sequence.size()) {
    fail(sequence.front().place,
         "this way of matching has no QUOTE of its own",
         "QUOTE stands outside parentheses");
  } else if (sequence[anchor].min != 1 || sequence[anchor].max != 1) {
    fail(sequence[anchor].place, "the rule's own QUOTE cannot be optional");
  }
  return anchor;
}

std::string Expander::with_types(std::string_view regex,
                                 const TokenTypes& types) {
  std::string out;
  for (std::size_t at = 0; at < regex.size();) {
    const std::size_t open = std::min(regex.find('<', at), regex.size());
    out += regex.substr(at, open - at);
    if (open == regex.size()) break;
    const std::size_t end = regex.find('>', open);
    SetId set = 0;
    std::from_chars(regex.data() + open + 1, regex.data() + end, set);
    out += types.class_of(set);
    at = end + 1;
  }
  return out;
}

std::string Expander::use(SetId set) {
  used_.insert(set);
  ++written_;
  return fmt::format("<{}>", set);
}

template <class Visit>
auto Expander::inside(const Item& item, Visit visit) {
  using Answer = decltype(visit(std::declval<Definition&>()));
  // Names count too: what is unknown a million times writes nothing.
  if (++written_ > kMostWritten) return Answer{};
  const auto found = definitions_.find(item.text);
  if (found == definitions_.end()) {
    std::vector<std::string_view> known(kBuiltIns.begin(), kBuiltIns.end());
    for (const auto& [name, definition] : definitions_) known.push_back(name);
    fail(item.place, fmt::format("unknown shape '{}'", item.text),
         suggest_name(item.text, known));
    return Answer{};
  }
  Definition& definition = found->second;
  if (definition.expanding) {
    fail(item.place,
         fmt::format("'{}' is defined in terms of itself", item.text));
    return Answer{};
  }
  definition.expanding = true;
  const GrammarFile* const outer = std::exchange(file_, definition.file);
  Answer answer = visit(definition);
  file_ = outer;
  definition.expanding = false;
  return answer;
}

// None when the item is not exactly one token, or must be captured.
std::optional<SetId> Expander::set_of(const Item& item,
                                      const Context& context) {
  if (item.slot != Slot::kNone || item.min != 1 || item.max != 1 ||
      item.is_not) {
    return std::nullopt;
  }
  return set_of_atom(item, context);
}

std::optional<SetId> Expander::set_of_atom(const Item& item,
                                           const Context& context) {
  std::optional<SetId> set;
  switch (item.kind) {
    case AtomKind::kQuote:
      if (context.slots != nullptr && context.quotes_capture) break;
      set = builder_.quotation(quote_letters(item));
      break;
    case AtomKind::kName:
      if (is_built_in(item.text)) {
        set = built_in_set(item.text, builder_);
        break;
      }
      set = inside(item, [&](Definition& definition) {
        if (definition.set) return *definition.set;
        Context in_shape = context;
        in_shape.quotes_capture = false;
        definition.set =
            definition.words
                ? set_of_words(*definition.words)
                : set_of_pattern(definition.shape->pattern, in_shape);
        return *definition.set;
      });
      break;
    case AtomKind::kLiteral: {
      const std::vector<std::string> tokens = tokenizer_.split(item.text);
      if (tokens.size() == 1) set = builder_.list(tokens);
      break;
    }
    case AtomKind::kRegex: set = set_of_regex(item); break;
    case AtomKind::kGroup: set = set_of_pattern(item.group, context); break;
  }
  for (const Item& excepted : item.except) {
    const std::optional<SetId> taken = set_of(excepted, context);
    if (!set || !taken) return std::nullopt;
    set = builder_.minus(*set, *taken);
  }
  return set;
}

std::optional<SetId> Expander::set_of_pattern(const Pattern& pattern,
                                              const Context& context) {
  std::optional<SetId> all;
  for (const Sequence& sequence : pattern) {
    if (sequence.size() != 1) return std::nullopt;
    const std::optional<SetId> one = set_of(sequence.front(), context);
    if (!one) return std::nullopt;
    all = all ? builder_.either(*all, *one) : *one;
  }
  return all;
}

std::string Expander::pattern_regex(const Pattern& pattern,
                                    const Context& context) {
  std::string out = "(?:";
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (i > 0) out += '|';
    const Sequence& sequence = pattern[i];
    out += sequence_regex(sequence.data(), sequence.data() + sequence.size(),
                          context);
  }
  return out + ')';
}

std::string Expander::sequence_regex(const Item* begin, const Item* end,
                                     const Context& context) {
  std::string out;
  if (context.direction == Direction::kForward) {
    for (const Item* item = begin; item != end; ++item) {
      out += item_regex(*item, context);
    }
  } else {
    for (const Item* item = end; item != begin; --item) {
      out += item_regex(item[-1], context);
    }
  }
  return out;
}

std::string Expander::item_regex(const Item& item, const Context& context) {
  if (item.is_not) {
    Item atom = item;
    atom.is_not = false;
    return fmt::format("(?!{})", item_regex(atom, {context.direction}));
  }
  // A group's number is settled where it opens, before what is inside it.
  const bool captures = item.slot != Slot::kNone && context.slots != nullptr;
  if (captures) context.slots->push_back(item.slot);
  const std::optional<SetId> set = set_of_atom(item, context);
  std::string out = set ? use(*set) : "";
  if (!set) {
    for (const Item& excepted : item.except) {
      out += fmt::format("(?!{})", item_regex(excepted, {context.direction}));
    }
    out += atom_regex(item, context);
  }
  if (item.min != 1 || item.max != 1) {
    if (!set) out = fmt::format("(?:{})", out);
    out += repeats_text(item);
  }
  // Around the repeats: SPEAKER:cap{1,2} is both words, not the last.
  return captures ? fmt::format("({})", out) : out;
}

// What is not a set: sequences, choices between them, and quotations of the
// rule's own.
std::string Expander::atom_regex(const Item& item, const Context& context) {
  switch (item.kind) {
    case AtomKind::kQuote: {
      context.slots->push_back(Slot::kQuote);
      return fmt::format("({})", use(builder_.quotation(quote_letters(item))));
    }
    case AtomKind::kName:
      // A built-in is a set, but not what is left of it when some of several
      // words are excepted: `word except say`.
      if (is_built_in(item.text)) {
        return use(built_in_set(item.text, builder_));
      }
      return inside(item, [&](Definition& definition) {
        if (definition.words) {
          std::string& kept = context.direction == Direction::kForward
                                  ? definition.forward
                                  : definition.mirror;
          if (kept.empty()) kept = words_regex(*definition.words, context);
          return kept;
        }
        // A slot in a shape is a slot of every rule that uses it.
        Context in_shape = context;
        in_shape.quotes_capture = false;
        return pattern_regex(definition.shape->pattern, in_shape);
      });
    case AtomKind::kLiteral:
      if (tokenizer_.split(item.text).empty()) {
        fail(item.place, "rules see nothing of this",
             "marks of quotation are part of QUOTE");
      }
      return phrase_regex(item.text, context);
    case AtomKind::kRegex: {
      const std::optional<SetId> set = set_of_regex(item);
      return set ? use(*set) : "";  // in error
    }
    case AtomKind::kGroup: return pattern_regex(item.group, context);
  }
  return "";
}

// A list in which some entries are several words: those first, because where
// one begins another the longer is meant. Entries that go on alike ("go on",
// "went on") are written once.
std::string Expander::words_regex(const WordsSyntax& words,
                                  const Context& context) {
  std::vector<std::string> single;
  std::map<std::vector<std::string>, std::vector<std::string>> heads_by_tail;
  for (const Entry& entry : words.entries) {
    std::vector<std::string> tokens = tokenizer_.split(entry.text);
    if (entry.text[0] == '-') {
      single.push_back(entry.text);
    } else if (tokens.size() == 1) {
      single.push_back(std::move(tokens.front()));
    } else if (tokens.empty()) {
      fail(entry.place, "an entry without words");
    } else {
      if (context.direction == Direction::kMirror) {
        std::reverse(tokens.begin(), tokens.end());
      }
      std::string head = std::move(tokens.front());
      tokens.erase(tokens.begin());
      heads_by_tail[std::move(tokens)].push_back(std::move(head));
    }
  }
  std::string out = "(?:";
  for (const auto& [tail, heads] : heads_by_tail) {
    out += use(builder_.list(heads));
    for (const std::string& token : tail) out += use(builder_.list({token}));
    out += '|';
  }
  out += use(builder_.list(single)) + ')';
  check_endings(words.place);
  return out;
}

std::string Expander::phrase_regex(std::string_view phrase,
                                   const Context& context) {
  std::vector<std::string> tokens = tokenizer_.split(phrase);
  if (context.direction == Direction::kMirror) {
    std::reverse(tokens.begin(), tokens.end());
  }
  std::string out;
  for (const std::string& token : tokens) out += use(builder_.list({token}));
  return out;
}

}  // namespace quoin
