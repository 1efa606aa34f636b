// SPDX-License-Identifier: Apache-2.0
// From the tree of a pattern to the regular expressions that match it.
//
// Whatever is one token wide becomes a set of tokens, however many lists,
// alternatives and exceptions it is made of; only sequences, repeats and
// choices between sequences are left for the expression. Sets stand in it as
// numbers until all rules are known, because only then is it known which
// types of tokens must be told apart.
//
//   CUE:say SPEAKER:(name | pronoun)   ->   (<3>)(<7>{1,4}|<2>)
//
// A rule is cut at its quotation. What stands right of it is compiled in
// reading order, what stands left of it in reverse order, for the mirror.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/diagnostic.h>
#include <quoin/grammar/syntax.h>
#include <quoin/grammar/token_types.h>
#include <quoin/grammar/tokens.h>

namespace quoin {

// One side of a rule.
struct SideSource {
  std::string regex;        // empty: this side asks for nothing
  std::vector<Slot> slots;  // of capture group i + 1
};

// One way in which a rule can match.
struct VariantSource {
  QuoteLetters letters;
  SideSource left;   // for the mirror
  SideSource right;  // for the forward text
};

// The definitions of all files of a grammar, by name, and how to expand them.
class Expander {
 public:
  // Names defined twice, names of built-ins, shapes that contain themselves
  // and unknown names are problems. Everything given must outlive this.
  Expander(const std::vector<GrammarFile>& files, const Tokenizer& tokenizer,
           std::vector<Diagnostic>& problems);

  // One for each alternative of each pattern of the rule.
  std::vector<VariantSource> compile(const GrammarFile& file,
                                     const RuleSyntax& rule);

  // The types that all rules compiled so far need. Call once, after them.
  TokenTypes build_types();

  // The expression as PCRE2 is given it: sets by the symbols of their types.
  static std::string with_types(std::string_view regex,
                                const TokenTypes& types);

 private:
  enum class Direction { kForward, kMirror };
  struct Definition {
    const GrammarFile* file = nullptr;
    const WordsSyntax* words = nullptr;
    const ShapeSyntax* shape = nullptr;
    bool expanding = false;
    // Kept once found: sets are asked for wherever a name is used.
    std::optional<std::optional<SetId>> set = std::nullopt;
    // Of lists of which some entries are several words.
    std::string forward = {};
    std::string mirror = {};
  };
  // How what is being compiled captures.
  struct Context {
    Direction direction = Direction::kForward;
    std::vector<Slot>* slots = nullptr;  // null: nothing captures
    // In a shape a QUOTE is only text to pass over.
    bool quotes_capture = true;
  };

  void define(const GrammarFile& file, const std::string& name,
              const Place& place, Definition definition);
  // Runs `visit` on the definition with its file as the one in which problems
  // are found. None, with a problem, when unknown or inside itself.
  template <class Visit>
  auto inside(const Item& item, Visit visit);

  std::optional<SetId> set_of(const Item& item, const Context& context);
  std::optional<SetId> set_of_atom(const Item& item, const Context& context);
  std::optional<SetId> set_of_pattern(const Pattern& pattern,
                                      const Context& context);
  std::optional<SetId> set_of_words(const WordsSyntax& words);
  std::optional<SetId> set_of_regex(const Item& item);

  std::string pattern_regex(const Pattern& pattern, const Context& context);
  std::string sequence_regex(const Item* begin, const Item* end,
                             const Context& context);
  std::string item_regex(const Item& item, const Context& context);
  std::string atom_regex(const Item& item, const Context& context);
  std::string words_regex(const WordsSyntax& words, const Context& context);
  std::string phrase_regex(std::string_view phrase, const Context& context);
  std::string use(SetId set);
  void check_endings(const Place& place);

  std::size_t find_anchor(const RuleSyntax& rule, const Sequence& sequence);
  QuoteLetters quote_letters(const Item& quote);
  void fail(const Place& place, std::string message, std::string hint = "");

  std::map<std::string, Definition, std::less<>> definitions_;
  const Tokenizer& tokenizer_;
  std::vector<Diagnostic>& problems_;
  TypeBuilder builder_;
  std::set<SetId> used_;
  std::size_t written_ = 0;  // sets and names of the rule at hand
  const GrammarFile* file_ = nullptr;  // whose pattern is being compiled
};

}  // namespace quoin
