// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/search_text.h>

#include <optional>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quoin {
namespace {

using testing::ElementsAre;

TEST(SearchText, IsFoldedOnlyWhereTheTokenizerWouldMissAWord) {
  const struct {
    std::string words;
    std::optional<std::string> folded;
  } cases[] = {
      {"We leave at dawn, he said", {}},
      {"", {}},
      {"don\u2019t \u201Cwait\u201D \u2014 go\u2026", {}},
      {"one\u00A0two\u2009three", {}},
      {"the caf\u00E9", {}},  // the tokenizer folds accents
      {"the of\uFB01cial plan", "the official plan"},
      {"a har\u00ADbour", "a harbour"},
      {"zero\u200Bwidth", "zerowidth"},
      {"a har-\nbour", "a harbour"},
      {"two\nlines", {}},
      {"cafe\u0301", "caf\u00E9"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(folded_for_search(c.words), c.folded) << c.words;
  }
}

TEST(SearchText, MakesPhrasesAndNeverAQueryLanguage) {
  const struct {
    std::string phrase;
    std::optional<std::string> query;
  } cases[] = {
      {"a single boat", "\"a single boat\""},
      {"  don\u2019t\twait ", "\"don t wait\""},
      {"a \" OR b", "\"a OR b\""},
      {"words: NEAR(x)", "\"words NEAR x\""},
      {"harb*", "\"harb\"*"},
      {"a*b", "\"a b\""},
      {"", {}},
      {"*", {}},
      {"\u2026 \u2014 \"", {}},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(phrase_query(c.phrase), c.query) << c.phrase;
  }
}

TEST(SearchText, KnowsTheWordsOfAText) {
  EXPECT_THAT(search_words("\u201CDon\u2019t\u201D \u2014 the of\uFB01ce"),
              ElementsAre("Don", "t", "the", "office"));
  EXPECT_THAT(search_words("\u2026"), ElementsAre());
}

}  // namespace
}  // namespace quoin
