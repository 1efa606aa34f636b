// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/compare.h>

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <quoin/grade/finding_id.h>
#include <quoin/grade/grade.h>
#include <quoin/quoin.h>
#include <quoin/report/story_report.h>

#include "english.h"

namespace quoin {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Printed {
  std::string id;
  std::string text;
  std::string outlet = "";
  std::string wire = "";
  std::string published = "";
};

std::vector<Article> articles_of(const std::vector<Printed>& all) {
  static const Grammar grammar = std::move(*load_built_in_grammar("en"));
  std::vector<Article> articles;
  for (const Printed& printed : all) {
    Document document;
    document.id = printed.id;
    document.text = printed.text;
    if (!printed.outlet.empty()) document.outlet = printed.outlet;
    if (!printed.wire.empty()) document.wire = printed.wire;
    if (!printed.published.empty()) document.published = printed.published;
    articles.push_back(extract(std::move(document), grammar));
  }
  return articles;
}

const std::string kSaid =
    "“We will mend the old harbour wall before the winter storms come,” said "
    "Marta Ruiz.\n";
const std::string kOther =
    "“We will mend the whole harbour wall before the winter storms come,” "
    "said Marta Ruiz.\n";

TEST(Compare, TakesTheAgencysOwnCopyAsReference) {
  const auto articles =
      articles_of({{"a", kOther, "Tide"}, {"b", kSaid, "Northern Wire",
                                           "Northern Wire"}});
  const Comparison story = compare_articles(articles, english_tables());
  ASSERT_EQ(story.clusters.size(), 1u);
  const ComparedCluster& cluster = story.clusters[0];
  ASSERT_TRUE(cluster.reference.has_value());
  EXPECT_EQ(cluster.reference->type, ReferenceType::kAgencyCopy);
  EXPECT_THAT(cluster.reference_reason, HasSubstr("Northern Wire"));
  EXPECT_EQ(cluster.members[0].finding->grade, Grade::kSubstitution);
  EXPECT_FALSE(cluster.members[1].finding.has_value());
  EXPECT_EQ(story.rows[0].by_grade[static_cast<std::size_t>(
                Grade::kSubstitution)],
            1u);
}

// What the agency itself says between its marks is nobody's quotation.
TEST(Compare, OfAnAgencysCopyTheQuotedWordsAreTheReference) {
  const auto articles = articles_of(
      {{"a",
        "“We will mend the old harbour wall,” Marta Ruiz said on Monday, “and "
        "we will pay for it.”\n",
        "Northern Wire", "Northern Wire"},
       {"b",
        "“We will mend the old harbour wall, and we will pay for it,” said "
        "Marta Ruiz.\n",
        "Tide"}});
  const Comparison story = compare_articles(articles, english_tables());
  ASSERT_EQ(story.clusters.size(), 1u);
  const ComparedCluster& cluster = story.clusters[0];
  ASSERT_TRUE(cluster.reference.has_value());
  const std::string_view text =
      articles[0].document.slice(cluster.reference->span);
  EXPECT_TRUE(text.starts_with("We will mend")) << text;
  EXPECT_TRUE(text.ends_with("pay for it")) << text;
  std::size_t graded = 0;
  for (std::size_t i = 0; i < cluster.members.size(); ++i) {
    if (!cluster.members[i].finding) continue;
    ++graded;
    const Finding& finding = *cluster.members[i].finding;
    EXPECT_EQ(to_string(finding.grade), "convention") << finding.rule;
    EXPECT_EQ(finding.extent, Extent::kWhole);
    const std::string printed =
        rendering_text(articles[1], cluster.cluster.members[i]);
    EXPECT_EQ(apply_operations(text, printed, finding), printed);
  }
  EXPECT_EQ(graded, 1u);
}

// A statement that sixty outlets print is graded against the fullest printing
// and the first; its equal printings are one group all the same.
TEST(Compare, LargeClustersAreHeldAgainstRootAndBaseline) {
  std::vector<Printed> all;
  for (int i = 0; i < 60; ++i) {
    all.push_back({"d" + std::to_string(i), i % 2 ? kSaid : kOther,
                   "o" + std::to_string(i), "",
                   i == 7 ? "2031-03-04" : "2031-03-05"});
  }
  const auto articles = articles_of(all);
  const Comparison story = compare_articles(articles, english_tables());
  ASSERT_EQ(story.clusters.size(), 1u);
  const ComparedCluster& cluster = story.clusters[0];
  EXPECT_TRUE(cluster.pairs_with_root_only);
  ASSERT_TRUE(cluster.baseline);
  EXPECT_EQ(*cluster.baseline, 7u);
  for (std::size_t i = 0; i < 60; ++i) {
    if (i == 7) continue;
    EXPECT_NE(find_pair(cluster, i, 7), nullptr) << i;
  }
  EXPECT_EQ(group_renderings(cluster).size(), 2u);
  EXPECT_LE(cluster.cluster.diameter, 2u);
}

TEST(Compare, CreditedCopyInAnotherOutletIsNoReference) {
  const auto articles = articles_of(
      {{"a", kOther, "Tide"}, {"b", kSaid, "Gazette", "Northern Wire"}});
  const Comparison story = compare_articles(articles, english_tables());
  ASSERT_EQ(story.clusters.size(), 1u);
  EXPECT_FALSE(story.clusters[0].reference.has_value());
}

TEST(Compare, SaysWhatTheOthersAreShownAgainst) {
  const auto dated = articles_of({{"a", kOther, "Tide", "", "2031-03-05"},
                                  {"b", kSaid, "Gazette", "", "2031-03-04"}});
  Comparison story = compare_articles(dated, english_tables());
  EXPECT_EQ(story.clusters[0].baseline, 1u);
  EXPECT_EQ(story.clusters[0].baseline_rule,
            "the earliest of the independent printings");

  const auto three = articles_of(
      {{"a", kOther, "Tide"},
       {"b", kSaid, "Gazette"},
       {"c", "The board spoke at noon in the old hall. " + kSaid, "Post"}});
  story = compare_articles(three, english_tables());
  EXPECT_EQ(story.clusters[0].baseline, 1u);
  EXPECT_EQ(story.clusters[0].baseline_rule,
            "printed alike by 2 of 3 independent witnesses");

  const auto two =
      articles_of({{"a", kOther, "Tide"}, {"b", kSaid, "Gazette"}});
  story = compare_articles(two, english_tables());
  EXPECT_FALSE(story.clusters[0].baseline.has_value());
}

TEST(Compare, NamesWordsLeftWithoutMarksBetweenTwoFragments) {
  const std::string full =
      "“We are hunting down the last smugglers of this town in every cellar "
      "we know,” said Marta Ruiz.\n";
  const std::string cut =
      "They were “hunting down the last” remaining traders “of this town in "
      "every cellar we know,” Marta Ruiz said.\n";
  const auto articles = articles_of({{"a", full}, {"b", cut}});
  const Comparison story = compare_articles(articles, english_tables());
  ASSERT_EQ(story.clusters.size(), 1u);
  const ComparedCluster& cluster = story.clusters[0];
  ASSERT_EQ(cluster.cluster.members.size(), 3u);
  const auto between = cluster.members[1].unquoted_between;
  ASSERT_TRUE(between.has_value());
  EXPECT_EQ(articles[1].document.slice(*between), "remaining traders");
  EXPECT_TRUE(cluster.pairs[0].finding.has("selective_unquoting"));
}

TEST(Compare, TwoHalvesAroundTheSpeakerHideNothing) {
  const std::string full =
      "“We are hunting down the last smugglers of this town in every cellar "
      "we know,” said Marta Ruiz.\n";
  const std::string halves =
      "“We are hunting down the last smugglers of this town,” said Marta "
      "Ruiz, “in every cellar we know.”\n";
  const auto articles = articles_of({{"a", full}, {"b", halves}});
  const Comparison story = compare_articles(articles, english_tables());
  for (const ComparedMember& member : story.clusters.at(0).members) {
    EXPECT_FALSE(member.unquoted_between.has_value());
  }
}

TEST(Compare, TwoTranslationsAreNoSubstitution) {
  const auto articles = articles_of(
      {{"a", "“We must all stand by the harbour in its darkest hour,” Ruiz "
             "said in Spanish.\n"},
       {"b", "“We should all stand by the port in its darkest hour,” Ruiz "
             "said.\n"}});
  const Comparison story = compare_articles(articles, english_tables());
  ASSERT_EQ(story.clusters.size(), 1u);
  const Finding& finding = story.clusters[0].pairs.at(0).finding;
  EXPECT_EQ(finding.grade, Grade::kCannotCheck);
  EXPECT_EQ(finding.rule, "cannot_check/translated");
  EXPECT_TRUE(finding.has("translated"));
}

TEST(Compare, WordsOfTwoSpeakersAreSpliced) {
  const auto articles = articles_of(
      {{"a", "“We will mend the harbour wall this year. And the ferry will "
             "sail in May with all of us on board,” said Ada Kim.\n"},
       {"b", "“And the ferry will sail in May with all of us on board,” said "
             "Bo Lee.\n"},
       {"t", "MS. KIM: We will mend the harbour wall this year.\n\nMR. LEE: And "
             "the ferry will sail in May with all of us on board.\n\nMS. KIM: "
             "Thank you.\n"}});
  CompareOptions options;
  options.references = {{2, ReferenceType::kTranscript, true, {}}};
  const Comparison story = compare_articles(articles, english_tables(), options);
  ASSERT_EQ(story.clusters.size(), 1u);
  const ComparedCluster& cluster = story.clusters[0];
  ASSERT_EQ(cluster.members.size(), 2u);
  EXPECT_EQ(cluster.members[0].finding->rule, "spliced/across-turns");
  EXPECT_FALSE(cluster.members[1].finding->has("across_turns"));
  EXPECT_FALSE(cluster.members[1].finding->has("misattributed"));
}

TEST(Compare, LabelsOfATranscriptSayWhoseWordsTheyAre) {
  const std::string transcript =
      "MS. KIM: We will mend the harbour wall this year.\n\nMR. LEE: And the "
      "ferry will sail in May with all of us on board.\n\nTHE CLERK: The "
      "meeting will go on tomorrow morning at nine.\n";
  const auto articles = articles_of(
      {{"a", "“And the ferry will sail in May with all of us on board,” said "
             "Ada Kim.\n"},
       {"b", "“The meeting will go on tomorrow morning at nine,” said Otto "
             "Brandt.\n"},
       {"t", transcript}});
  CompareOptions options;
  options.references = {{2, ReferenceType::kTranscript, true, {}}};
  const Comparison story = compare_articles(articles, english_tables(), options);
  ASSERT_EQ(story.clusters.size(), 2u);
  EXPECT_TRUE(story.clusters[0].members[0].finding->has("misattributed"));
  // He may be the clerk.
  EXPECT_FALSE(story.clusters[1].members[0].finding->has("misattributed"));
}

TEST(Compare, ATranscriptHoldsItsSpeakersWords) {
  const auto articles = articles_of(
      {{"a", kSaid}, {"t", "We will mend the old harbour wall before the "
                           "winter storms come. That is all.\n"}});
  CompareOptions options;
  options.references.push_back(
      {1, ReferenceType::kTranscript, false, "Otto Lind"});
  Comparison story = compare_articles(articles, english_tables(), options);
  EXPECT_TRUE(story.clusters.at(0).members[0].finding->has("misattributed"));
  options.references[0].type = ReferenceType::kRelease;
  story = compare_articles(articles, english_tables(), options);
  EXPECT_FALSE(story.clusters.at(0).members[0].finding->has("misattributed"));
}

TEST(Compare, GroupsThousandsIntoStories) {
  const std::string other =
      "“The ferry will sail again on every weekday morning from next "
      "spring,” said Otto Lind.\n";
  const auto articles = articles_of({{"a", kSaid, "Tide"},
                                     {"b", other, "Tide"},
                                     {"c", kOther, "Gazette"},
                                     {"d", other, "Gazette"},
                                     {"e", "Nothing was said.\n"}});
  CompareOptions options;
  options.one_story = false;
  const Comparison story =
      compare_articles(articles, english_tables(), options);
  ASSERT_EQ(story.stories.size(), 2u);
  EXPECT_THAT(story.stories[0].articles, ElementsAre(0, 2));
  EXPECT_THAT(story.stories[1].articles, ElementsAre(1, 3));
  EXPECT_TRUE(story.clusters[0].not_printed.empty());
  ASSERT_EQ(story.outlets.size(), 3u);
  EXPECT_EQ(story.outlets[0].outlet, "Gazette");
  EXPECT_EQ(story.outlets[0].sum.quotations, 2u);
  EXPECT_EQ(story.outlets[0].sum.cannot_check, 2u);
  EXPECT_EQ(story.outlets[2].outlet, "e");
}

TEST(FindingId, StaysWhenTheTextAroundGrows) {
  const auto before = articles_of({{"a", kSaid}, {"b", kOther}});
  const auto after =
      articles_of({{"c", kSaid},
                   {"a", "It was noon. “Not now,” said Otto Lind.\n" + kSaid},
                   {"b", kOther}});
  const auto ids = [](const std::vector<Article>& articles) {
    std::vector<std::string> all;
    const Comparison story = compare_articles(articles, english_tables());
    for (const ComparedPair& pair : story.clusters.at(0).pairs) {
      all.push_back(pair.finding.id);
    }
    return all;
  };
  EXPECT_THAT(ids(after), ::testing::Contains(ids(before).at(0)));
  EXPECT_EQ(ids(before).at(0).size(), 13u);
}

TEST(FindingId, TellsEqualWordsInOneDocumentApart) {
  const auto articles = articles_of({{"a", kSaid + "\n" + kSaid}});
  const Occurrences occurrences(articles[0]);
  const auto& quotations = articles[0].quotations;
  ASSERT_EQ(quotations.size(), 2u);
  EXPECT_EQ(occurrences.at(quotations[0].span.begin), 0u);
  EXPECT_EQ(occurrences.at(quotations[1].span.begin), 1u);
  EXPECT_NE(finding_id({{"a", "x", 0}}), finding_id({{"a", "x", 1}}));
  EXPECT_NE(finding_id({{"ab", "c", 0}}), finding_id({{"a", "bc", 0}}));
}

}  // namespace
}  // namespace quoin
