// SPDX-License-Identifier: Apache-2.0
// What is compared with what grows with the days, and nothing is lost by it.

#include <quoin/match/windows.h>

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <quoin/match/match.h>
#include <quoin/match/run_table.h>
#include <quoin/quoin.h>

namespace quoin {
namespace {

std::string day_named(std::size_t day) {
  const std::string month = std::to_string(1 + day / 28);
  const std::string of_month = std::to_string(1 + day % 28);
  return "2031-" + std::string(2 - month.size(), '0') + month + "-" +
         std::string(2 - of_month.size(), '0') + of_month;
}

Article article_of(std::string text, std::optional<std::string> published) {
  static const Grammar english = std::move(*load_built_in_grammar("en"));
  static int count = 0;
  Document document;
  document.id = "d" + std::to_string(count++);
  document.text = std::move(text);
  document.published = std::move(published);
  return extract(std::move(document), english);
}

FoldTables folds() { return FoldTables(); }

TEST(Windows, HoldEveryPairOnce) {
  std::mt19937 random(5);
  for (const int days : {0, 1, 3, 14}) {
    std::vector<Article> articles(60);
    for (Article& article : articles) {
      if (random() % 4) article.document.published = day_named(random() % 90);
    }
    const Windows windows(articles, days);
    std::map<std::pair<std::size_t, std::size_t>, int> times;
    for (const WindowBlock& block : windows.blocks()) {
      for (const std::size_t part : block.parts) {
        for (const std::size_t whole : block.wholes) {
          ++times[{part, whole}];
        }
      }
    }
    for (std::size_t a = 0; a < articles.size(); ++a) {
      for (std::size_t b = 0; b < articles.size(); ++b) {
        const int count = times[{a, b}];
        if (windows.holds(a, b)) {
          EXPECT_EQ(count, 1) << a << ' ' << b << ", window " << days;
        } else {
          EXPECT_LE(count, 1);
        }
      }
    }
  }
}

TEST(RunTable, FindsWhatAMapFinds) {
  std::mt19937_64 random(9);
  for (const std::size_t count : {0, 1, 40, 3000}) {
    RunTable table;
    std::map<std::uint64_t, std::vector<std::uint32_t>> expected;
    for (std::uint32_t i = 0; i < count; ++i) {
      // Some runs are many, and some differ in their last bits alone.
      const std::uint64_t run = random() % 3 == 0
                                    ? 7 + random() % 2
                                    : (random() % 64) << 58 | random() % 5;
      table.add(run, i, 0);
      expected[run].push_back(i);
    }
    table.sort();
    for (const auto& [run, texts] : expected) {
      std::vector<std::uint32_t> found;
      for (const RunPlace& place : table.find(run)) found.push_back(place.text);
      EXPECT_EQ(found, texts);
      EXPECT_TRUE(table.find(run ^ 0x100).empty() ||
                  expected.contains(run ^ 0x100));
    }
  }
}

// A fuller printing of another year is not to hide the one of this week.
TEST(MatchQuotations, ReuseIsLookedForInsideTheWindow) {
  const std::string short_one =
      "\"The old ferry will never again leave this harbour after dark,\" said "
      "Marta Ruiz.\n";
  const std::string long_one =
      "\"I tell you the old ferry will never again leave this harbour after "
      "dark, not for any fare,\" said Marta Ruiz.\n";
  const std::string reuse =
      "Ruiz said the old ferry will never again leave this harbour after dark, "
      "not for any fare at all.\n";
  std::vector<Article> articles;
  articles.push_back(article_of(long_one, "2030-01-02"));
  articles.push_back(article_of(short_one, "2031-01-02"));
  articles.push_back(article_of(reuse, "2031-01-03"));
  MatchOptions options;
  options.window_days = 14;
  const Matches matches = match_quotations(articles, folds(), options);
  ASSERT_EQ(matches.clusters.size(), 1u);
  const std::vector<Rendering>& members = matches.clusters[0].members;
  ASSERT_EQ(members.size(), 2u);
  EXPECT_EQ(members[0].article, 1u);
  EXPECT_EQ(members[1].article, 2u);
  EXPECT_EQ(members[1].quotation, kUnquoted);
}

std::string page(std::size_t from, std::size_t lines) {
  std::string text;
  for (std::size_t i = from; i < from + lines; ++i) {
    text += "Keeper " + std::to_string(i * 37) + " of gate " +
            std::to_string(i) + " rang twice. ";
  }
  return text;
}

TEST(MatchQuotations, PagesOfAnotherYearAreNoCopies) {
  std::vector<Article> articles;
  articles.push_back(article_of(page(0, 30), "2031-01-02"));
  articles.push_back(article_of(page(0, 30), "2030-01-02"));
  articles.push_back(article_of(page(0, 30), std::nullopt));
  MatchOptions options;
  options.window_days = 14;
  Matches matches = match_quotations(articles, folds(), options);
  ASSERT_EQ(matches.relations.size(), 2u);
  EXPECT_EQ(matches.relations[0].b, 2u);
  EXPECT_EQ(matches.relations[1].a, 1u);
  options.window_days = 0;
  matches = match_quotations(articles, folds(), options);
  EXPECT_EQ(matches.relations.size(), 3u);
}

// An agency's copy that two hundred print is in everybody's hands, and still
// one witness; that not all pairs were looked at is said.
TEST(MatchQuotations, HundredsOfCopiesAreOneWitness) {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < 200; ++i) {
    articles.push_back(
        article_of(page(0, 30) + page(1000 + 20 * i, i % 7), std::nullopt));
  }
  articles.push_back(article_of(page(900, 30), std::nullopt));
  const Matches matches = match_quotations(articles, folds());
  for (std::size_t i = 0; i < 200; ++i) EXPECT_EQ(matches.witness[i], 0u) << i;
  EXPECT_EQ(matches.witness[200], 1u);
  EXPECT_TRUE(matches.copies_truncated[199]);
  EXPECT_FALSE(matches.copies_truncated[200]);
}

}  // namespace
}  // namespace quoin
