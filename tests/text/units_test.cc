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
      {"the 2nd, 3rd and 30th", "the second, third and thirtieth"},
      {"half a million people", "500,000 people"},
      {"half a million people", "a half-million people"},
      {"half a million people", "0.5 million people"},
      {"half of a million people", "half a million people"},
      {"a quarter of a million pounds", "\u00A3250,000"},
      {"three quarters of a million", "750,000"},
      {"one and a half miles", "1.5 miles"},
      {"two and a half million", "2.5 million"},
      {"2 and a half million", "2.5m"},
      {"a million and a half", "1.5 million"},
      {"two and three-quarters", "2.75"},
      {"two-thirds of us", "two thirds of us"},
      {"one-third of us", "one third of us"},
      {"half a dozen eggs", "six eggs"},
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
      {"half a million", "half a billion"},
      {"two-thirds of us", "three-quarters of us"},
      {"a third man", "one man of three"},
      {"the third man", "one third of the men"},
      {"one and a half of the others", "1.5 of the others"},
      {"half the people", "0.5 people"},
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
