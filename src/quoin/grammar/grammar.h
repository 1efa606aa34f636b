// SPDX-License-Identifier: Apache-2.0
// A language's grammar: everything linguistic, read from grammars/<lang>/.
//
// A folder of `.grammar` files is one grammar. Its word lists and pairs go to
// the stages left of this one; its rules are compiled here and run by
// attribute/. The language is described in docs/grammar.md.
//
//   Result<Grammar> english = load_grammar("grammars/en");
//   if (!english) ...render(english.error()[0])
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
#include <quoin/text/lexicon.h>

namespace quoin {

class RuleSet;  // compiled rules: grammar/rule_set.h

// Where a rule stands and what it is called; what results are stamped with.
struct RuleName {
  std::string name;  // "said-name"
  std::string file;  // "en/attribution.grammar"
  std::size_t line = 0;
};

class Grammar {
 public:
  Grammar(Grammar&&) noexcept;
  Grammar& operator=(Grammar&&) noexcept;
  ~Grammar();

  const Lexicon& lexicon() const { return lexicon_; }
  const BlockPhrases& phrases() const { return phrases_; }
  const MarkConventions& marks() const { return marks_; }
  const RuleSet& rules() const { return *rules_; }

  // The names of the rules; Attribution::rule is an index into them.
  std::span<const RuleName> rule_names() const { return rule_names_; }

 private:
  friend class GrammarBuilder;
  Grammar();

  Lexicon lexicon_;
  BlockPhrases phrases_;
  MarkConventions marks_;
  std::unique_ptr<const RuleSet> rules_;
  std::vector<RuleName> rule_names_;
};

// Loads every `.grammar` file of a folder, in order of their names. All errors
// of all files in one run. Examples are not run: that is check_examples.
Result<Grammar> load_grammar(const std::filesystem::path& folder);

// The grammar compiled into the library, so that one copied binary works.
// `lang` as "en", "de-CH"; the best match, or English when there is none.
Result<Grammar> load_built_in_grammar(std::string_view lang);

}  // namespace quoin
