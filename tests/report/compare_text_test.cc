// SPDX-License-Identifier: Apache-2.0
// A comparison as text: what a journalist reads in a terminal.

#include <quoin/report/compare_text.h>

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <quoin/quoin.h>

namespace quoin {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string compare(const std::vector<std::string>& texts) {
  static const Grammar grammar = std::move(*load_built_in_grammar("en"));
  static const GradeTables tables = compile_grade_tables(grammar.lexicon());
  std::vector<Article> articles;
  for (const std::string& text : texts) {
    Document document;
    document.id = "d" + std::to_string(articles.size());
    document.outlet = "Outlet " + std::to_string(articles.size());
    document.text = text;
    articles.push_back(extract(std::move(document), grammar));
  }
  const Comparison comparison = compare_articles(articles, tables);
  StoryReport report;
  report.articles = articles;
  report.comparison = &comparison;
  return compare_text(report, {});
}

const std::string kSaid =
    "\"We will mend every mile of the old sea wall before the winter storms "
    "come, and we will do it alone,\" said Marta Ruiz.\n";

TEST(CompareText, SaysOnceWhatManyPrintWithoutMarks) {
  const std::string reuse =
      "She says they will mend every mile of the old sea wall before the "
      "winter storms come.\n";
  const std::string text = compare({kSaid, reuse, "Well. " + reuse, reuse});
  EXPECT_THAT(text, HasSubstr("    without marks   Outlet 1  d1:1\n"
                              "                    Outlet 2  d2:1\n"
                              "                    Outlet 3  d3:1\n"
                              "                      will mend every mile"));
  EXPECT_EQ(text.find("will mend every mile of the old sea wall before the "
                      "winter storms",
                      text.find("without marks") + 200),
            std::string::npos)
      << text;
}

TEST(CompareText, SaysBesideAnExcerptWhatItIsPartOf) {
  const std::string text = compare(
      {"\"mend every mile of the old sea wall,\" said Marta Ruiz.\n", kSaid});
  EXPECT_THAT(text, HasSubstr("d0:1  8 of the 21 words of B\n"));
  EXPECT_THAT(text, Not(HasSubstr("A and B")));
}

// Letters are those of the groups, whichever text comes first.
TEST(CompareText, NamesTheTextsThatDiffer) {
  const auto with = [](const std::string& what) {
    return "\"We will mend every mile of the old " + what +
           " wall before the winter storms come,\" said Marta Ruiz.\n";
  };
  const std::string text =
      compare({with("sea"), with("river"), with("yellow garden"), with("sea")});
  EXPECT_THAT(text, HasSubstr("A and C"));
  EXPECT_THAT(text, HasSubstr("B and C"));
  EXPECT_THAT(text, HasSubstr("'river' in B, 'yellow garden' in C"));
  EXPECT_THAT(text, HasSubstr("'sea' in A, 'yellow garden' in C"));
}

TEST(CompareText, RanksNobody) {
  const std::string text = compare({kSaid, kSaid});
  EXPECT_THAT(text, HasSubstr("none is called right"));
  EXPECT_THAT(text, HasSubstr("by outlet"));
}

}  // namespace
}  // namespace quoin
