// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/units.h>

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <quoin/grammar/grammar.h>

namespace quoin {
namespace {

const FoldTables& english() {
  static const FoldTables tables = [] {
    Result<Grammar> grammar = load_built_in_grammar("en");
    return compile_fold_tables(grammar->lexicon());
  }();
  return tables;
}

std::string keys(const std::string& text) {
  std::string out;
  for (const Unit& unit : fold_words(text, english()).units) {
    if (!out.empty()) out += ' ';
    out += unit.key;
  }
  return out;
}

// Each line prints the same words in two houses.
TEST(FoldWords, GivesEqualKeysToWhatIsHouseStyle) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"We favour the centre", "we favor the center"},
      {"nine per cent", "9%"},
      {"five million dollars", "$5m"},
      {"two hundred and fifty", "250"},
      {"the twenty-first century", "the 21st century"},
      {"sixty miles per hour", "60mph"},
      {"Gov. Doe", "Governor Doe"},
      {"the U.S. plan", "the US plan"},
      {"No. 1", "number one"},
      {"I'm gonna go", "I'm going to go"},
      {"talkin' to 'em", "talking to them"},
      {"a well-known caf\u00E9", "a well known cafe"},
      {"now & then", "now and then"},
  };
  for (const auto& [a, b] : cases) EXPECT_EQ(keys(a), keys(b)) << a;
}

TEST(FoldWords, KeepsApartWhatIsNot) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"with the US", "with us"},   {"nine", "9.5"},
      {"5 million", "5 billion"},   {"its", "it's"},
      {"no 1", "number 1"},         {"$5", "\u00A35"},
      {"the first", "the one"},
  };
  for (const auto& [a, b] : cases) EXPECT_NE(keys(a), keys(b)) << a;
}

TEST(FoldWords, TellsApostrophesFromMarks) {
  const FoldedWords words =
      fold_words("'the boys' toys' are 'tis and rock", english());
  std::size_t marks = 0;
  for (const Punct& punct : words.puncts) marks += punct.kind == kQuoteMark;
  EXPECT_EQ(marks, 2u);
  EXPECT_EQ(words.units[1].key, "boys");
}

TEST(FoldWords, KnowsWhatItIsMadeOf) {
  const std::string text = "We said: nine per cent.";
  const FoldedWords words = fold_words(text, english());
  ASSERT_EQ(words.units.size(), 4u);
  const TextSpan percent = words.units[3].source;
  EXPECT_EQ(text.substr(percent.begin, percent.size()), "per cent");
  ASSERT_EQ(words.puncts.size(), 2u);
  EXPECT_EQ(words.puncts[0].kind, ':');
  EXPECT_EQ(words.puncts[0].slot, 2u);
}

}  // namespace
}  // namespace quoin
