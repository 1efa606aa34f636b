// SPDX-License-Identifier: Apache-2.0
// A language's grammar: everything linguistic, read from grammars/<lang>/.
//
// A folder of `.grammar` files is one grammar. Its word lists and pairs go to
// the stages left of this one; its rules are compiled here and run by
// attribute/. The language is described in docs/grammar.md.
//
//   Result<Grammar> english = load_grammar("grammars/en");
//   if (!english) ...render(english.error().front())
//
// A Grammar is immutable and may be shared by threads.

#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/result.h>
#include <quoin/quote/conventions.h>
#include <quoin/text/blocks.h>
#include <quoin/text/credits.h>
#include <quoin/text/lexicon.h>

namespace quoin {

class RuleSet;      // compiled rules: grammar/rule_set.h
class Tokenizer;    // grammar/tokens.h
class TokenTypes;   // grammar/token_types.h
struct GrammarFile;  // the syntax tree: grammar/syntax.h

// Where a rule stands and what it is called; what results are stamped with.
struct RuleName {
  std::string name;  // "said-name"
  std::string at;    // "en/attribution.grammar:12"
};

enum class GrammarEngine {
  kJit,          // where the machine allows it
  kInterpreter,  // the same answers, slower: for tests and comparison
};

class Grammar {
 public:
  Grammar(Grammar&&) noexcept;
  Grammar& operator=(Grammar&&) noexcept;
  ~Grammar();

  const Lexicon& lexicon() const { return lexicon_; }
  const BlockPhrases& phrases() const { return phrases_; }
  const CreditPhrases& credits() const { return credits_; }
  const MarkConventions& marks() const { return marks_; }
  const Tokenizer& tokenizer() const { return *tokenizer_; }
  const TokenTypes& token_types() const { return *token_types_; }
  const RuleSet& rules() const { return *rules_; }

  // The names of the rules; Attribution::rule is an index into them.
  std::span<const RuleName> rule_names() const { return rule_names_; }

  // The files as parsed, with the notes and examples of their rules.
  const std::vector<GrammarFile>& files() const { return files_; }

 private:
  friend class GrammarBuilder;
  Grammar();

  Lexicon lexicon_;
  BlockPhrases phrases_;
  CreditPhrases credits_;
  MarkConventions marks_;
  std::unique_ptr<const Tokenizer> tokenizer_;
  std::unique_ptr<const TokenTypes> token_types_;
  std::unique_ptr<const RuleSet> rules_;
  std::vector<RuleName> rule_names_;
  std::vector<GrammarFile> files_;
};

// A grammar's files as text, in the order in which their rules count.
struct GrammarText {
  std::string path;  // as messages and results name it: "en/marks.grammar"
  std::string text;
  // Where it lies, for what it includes; empty: nowhere, then it can include
  // built-in grammars only.
  std::filesystem::path origin = {};
};

// Compiles one grammar. All errors of all files in one run, by file and
// position. Examples are not run: that is check_examples. A grammar that says
// nothing of marks has those of its language's built-in grammar. Rules named in
// `without` are left out; a name that no rule has is nothing.
Result<Grammar> compile_grammar(const std::vector<GrammarText>& files,
                                GrammarEngine engine = GrammarEngine::kJit,
                                const std::vector<std::string>& without = {});

// Every `.grammar` file of a folder, in order of their names, named
// "<folder>/<file>"; or the one file that `path` names.
Result<std::vector<GrammarText>> read_grammar(
    const std::filesystem::path& path);

Result<Grammar> load_grammar(const std::filesystem::path& path,
                             GrammarEngine engine = GrammarEngine::kJit,
                             const std::vector<std::string>& without = {});

// The grammar compiled into the library, so that one copied binary works.
// `lang` as "en", "de-CH"; the best match, or English when there is none.
std::vector<GrammarText> built_in_grammar(std::string_view lang);
Result<Grammar> load_built_in_grammar(
    std::string_view lang, GrammarEngine engine = GrammarEngine::kJit,
    const std::vector<std::string>& without = {});

// The names of the rules of all built-in grammars, sorted.
std::vector<std::string> built_in_rule_names();

}  // namespace quoin
