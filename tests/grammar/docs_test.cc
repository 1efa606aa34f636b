// SPDX-License-Identifier: Apache-2.0
// docs/grammar.md: every block of grammar in it loads and all its examples
// hold; every block of an error says what it says.
//
// A block that is a whole grammar begins with "grammar"; any other is read
// behind `grammar en 1` and `include "en"`.
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include <quoin/grammar/examples.h>
#include <quoin/grammar/grammar.h>

namespace quoin {
namespace {

struct Block {
  std::size_t line = 0;
  std::string text;
};

std::vector<Block> grammar_blocks() {
  std::ifstream in(QUOIN_SOURCE_DIR "/docs/grammar.md");
  std::vector<Block> blocks;
  bool inside = false;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line == "```grammar") {
      blocks.push_back({number, ""});
      inside = true;
    } else if (line == "```") {
      inside = false;
    } else if (inside) {
      blocks.back().text += line + "\n";
    }
  }
  return blocks;
}

// Editors colour what the language knows.
TEST(GrammarDocs, EditorsKnowEveryWordOfTheLanguage) {
  std::ifstream in(QUOIN_SOURCE_DIR "/docs/quoin-grammar.tmLanguage.json");
  const std::string colours{std::istreambuf_iterator<char>(in), {}};
  for (const char* word :
       {"grammar", "include", "words", "pairs", "shape", "rule", "note",
        "priority", "pattern", "example", "never", "kind", "flag", "take",
        "except", "not", "QUOTE", "CUE", "SPEAKER", "ROLE", "MEDIUM",
        "ADDRESSEE"}) {
    EXPECT_NE(colours.find(word), std::string::npos) << word;
  }
}

TEST(GrammarDocs, EveryBlockLoadsAndItsExamplesHold) {
  const std::vector<Block> blocks = grammar_blocks();
  EXPECT_GE(blocks.size(), 5U);
  for (const Block& block : blocks) {
    SCOPED_TRACE("docs/grammar.md:" + std::to_string(block.line));
    const bool is_whole = block.text.starts_with("grammar");
    const Result<Grammar> grammar = compile_grammar(
        {{"block", is_whole ? block.text
                            : "grammar en 1\ninclude \"en\"\n" + block.text}});
    if (!grammar) {
      for (const Diagnostic& d : grammar.error()) ADD_FAILURE() << render(d);
      continue;
    }
    for (const Diagnostic& d : check_examples(*grammar).problems) {
      ADD_FAILURE() << render(d);
    }
  }
}

}  // namespace
}  // namespace quoin
