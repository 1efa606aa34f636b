// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/tokens.h>

#include <string>

#include <gtest/gtest.h>

namespace quoin {
namespace {

Tokenizer english() {
  Lexicon lexicon;
  lexicon.words["abbreviation"] = {"Sen", "Jan", "No", "Calif"};
  return Tokenizer(lexicon);
}

TEST(Tokens, AreWordsAndMarksInOneForm) {
  struct Row {
    const char* text;
    const char* tokens;
  };
  constexpr Row kTable[] = {
      {"Doe said.", "Doe said ."},
      {"O\u2019Neill\u2019s aide", "O'Neill 's aide"},
      {"the workers' hall", "the workers hall"},
      {"don\u2019t, can't", "don't , can't"},
      {"Sen. Doe went home.", "Sen. Doe went home ."},
      {"J. R. Doe", "J. R. Doe"},
      {"So did I. Then", "So did I . Then"},
      {"the U.S. said", "the U.S. said"},
      {"at 5 p.m. today", "at 5 p.m. today"},
      {"D-Calif., said", "D-Calif. , said"},
      {"said.Doe", "said . Doe"},
      {"a 54-year-old man", "a 54-year-old man"},
      {"$1,500.50 or 3:1", "$1,500.50 or 3:1"},
      {"AT&T and Marks & Co", "AT&T and Marks & Co"},
      {"yes -- no \u2013 well\u2014so - on", "yes \u2014 no \u2014 well \u2014 so \u2014 on"},
      {"wait... what \u2026 and . . . then", "wait \u2026 what \u2026 and \u2026 then"},
      {"@doe wrote #dawn", "@doe wrote #dawn"},
      {"the \u201990s", "the '90s"},
      {"a \u201D b", "a b"},
      {"doe@example.org", "doe@example.org"},
      {"\u7530\u4E2D said", "\u7530 \u4E2D said"},
      {"(so) [so]", "( so ) [ so ]"},
  };
  const Tokenizer tokenizer = english();
  for (const Row& row : kTable) {
    std::string joined;
    for (const std::string& token : tokenizer.split(row.text)) {
      joined += (joined.empty() ? "" : " ") + token;
    }
    EXPECT_EQ(joined, row.tokens) << row.text;
  }
}

TEST(Tokens, HaveClasses) {
  struct Row {
    TokenClass expected;
    std::vector<std::string> forms;
  };
  const Row table[] = {
      {TokenClass::kCap, {"Doe", "NATO", "O'Neill", "@doe", "\u00C9mile"}},
      {TokenClass::kLower, {"said", "e-mail", "\u00E9tat"}},
      {TokenClass::kNumber, {"5", "$5", "1,500", "54-year-old"}},
      {TokenClass::kInitial, {"J.", "\u00C9."}},
      {TokenClass::kOther, {"'s", "'90s", "#dawn", "\u7530"}},
      {TokenClass::kMark, {",", ".", "\u2014", "&", "%", "@"}},
  };
  for (const Row& row : table) {
    for (const std::string& form : row.forms) {
      EXPECT_EQ(class_of_form(form), row.expected) << form;
    }
  }
}

}  // namespace
}  // namespace quoin
