// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/fold.h>

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace quoin {
namespace {

struct FoldCase {
  const char* text;
  const char* folded;
};

TEST(FoldTypography, MakesOneFormOfMany) {
  const std::vector<FoldCase> cases = {
      {"don\u2019t", "don't"},
      {"\u201Cso\u201D", "\"so\""},
      {"``so''", "\"so\""},
      {"a\u2014b", "a\u2014b"},
      {"a -- b", "a\u2014b"},
      {"a - b", "a\u2014b"},
      {"a\u00A0\u2013 b", "a\u2014b"},
      {"well-known", "well-known"},
      {"1914\u20131918", "1914-1918"},
      {"wait \u2026 now", "wait\u2026now"},
      {"wait . . . now", "wait\u2026now"},
      {"here. ... there", "here\u2026there"},
      {"no. 1..2", "no. 1..2"},
      {"two\u2009 spaces\nand a line", "two spaces and a line"},
      {"the har-\nbour", "the harbour"},
      {"soft\u00ADhyphen", "softhyphen"},
      {"o\uFB03ce", "office"},
      {"cafe\u0301", "caf\u00E9"},
      {"  ends  ", "ends"},
      {"", ""},
  };
  for (const FoldCase& c : cases) {
    EXPECT_EQ(fold_typography(c.text).text, c.folded) << c.text;
  }
}

TEST(FoldTypography, MapsBackToTheBytesPrinted) {
  const std::string text = "a -- b";
  const FoldedText folded = fold_typography(text);
  EXPECT_EQ(folded.map.source_of({1, 4}), (TextSpan{1, 5}));
  EXPECT_EQ(folded.map.source_of({4, 5}), (TextSpan{5, 6}));
  EXPECT_EQ(folded.map.source_of({5, 5}), (TextSpan{6, 6}));
}

// Over any mixture of what it folds: one map entry a byte, ascending, inside
// the text; and folding twice is folding once.
TEST(FoldTypography, IsIdempotentAndItsMapAscends) {
  const std::vector<std::string> pieces = {
      "a", "B", "1", " ", "-", "--", "\u2013", "\u2014", "\u2026", ".", "...",
      "'", "\u2019", "\"", "\u201C", "\u00A0", "\n", "\u00AD", "e\u0301",
      "\uFB01", "\u2212", "\u2032"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t i = random() % 14; i > 0; --i) {
      text += pieces[random() % pieces.size()];
    }
    const FoldedText folded = fold_typography(text);
    ASSERT_EQ(folded.map.size(), folded.text.size());
    ASSERT_EQ(fold_typography(folded.text).text, folded.text) << text;
    std::size_t last = 0;
    for (std::size_t i = 0; i < folded.text.size(); ++i) {
      const TextSpan span = folded.map.source_of({i, i + 1});
      ASSERT_LE(last, span.begin) << text;
      ASSERT_LE(span.end, text.size()) << text;
      last = span.begin;
    }
  }
}

}  // namespace
}  // namespace quoin
