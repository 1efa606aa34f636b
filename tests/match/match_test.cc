// SPDX-License-Identifier: Apache-2.0
#include <quoin/match/match.h>

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <quoin/grade/compare.h>
#include <quoin/quoin.h>

namespace quoin {
namespace {

const Grammar& english() {
  static const Grammar grammar = std::move(*load_built_in_grammar("en"));
  return grammar;
}

std::vector<Article> articles_of(const std::vector<std::string>& texts) {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Document document;
    document.id = "d" + std::to_string(i);
    document.text = texts[i];
    articles.push_back(extract(std::move(document), english()));
  }
  return articles;
}

std::string show(const std::vector<Article>& articles, const Cluster& cluster) {
  std::string out;
  for (const Rendering& member : cluster.members) {
    if (!out.empty()) out += " | ";
    out += articles[member.article].document.id + " ";
    if (member.quotation == kUnquoted) out += "unquoted ";
    out += articles[member.article].document.slice(member.span);
  }
  return out;
}

TEST(MatchQuotations, BringsExcerptsToTheFullestRendering) {
  const auto articles = articles_of({
      "\"We will mend every mile of the sea wall before winter comes,\" said "
      "Marta Ruiz.\n",
      "Ruiz promised to \"mend every mile of the sea wall\" soon.\n",
      "\"The soup was cold and the bread was old,\" said Ivo Brandt.\n"});
  const Matches matches =
      match_quotations(articles, compile_fold_tables(english().lexicon()));
  ASSERT_EQ(matches.clusters.size(), 1u);
  EXPECT_EQ(show(articles, matches.clusters[0]),
            "d0 We will mend every mile of the sea wall before winter comes, | "
            "d1 mend every mile of the sea wall");
  EXPECT_EQ(matches.clusters[0].root, 0u);
}

TEST(MatchQuotations, ShortOnesNeverBridge) {
  const auto articles = articles_of({
      "\"We will see what happens once the ferry comes back to the old "
      "harbour,\" said Marta Ruiz.\n",
      "\"We will see what happens when the council counts the votes again on "
      "Friday,\" said Ivo Brandt.\n",
      "Asked about it, the clerk said \"we will see\" and left.\n"});
  const Matches matches =
      match_quotations(articles, compile_fold_tables(english().lexicon()));
  EXPECT_TRUE(matches.clusters.empty());
}

TEST(MatchQuotations, FindsWordsReusedWithoutMarks) {
  const auto articles = articles_of({
      "\"The old ferry will never again leave this harbour after dark,\" said "
      "Marta Ruiz.\n",
      "Ruiz said that the old ferry will never again leave this harbour after "
      "dark, and sat down.\n"});
  const Matches matches =
      match_quotations(articles, compile_fold_tables(english().lexicon()));
  ASSERT_EQ(matches.clusters.size(), 1u);
  EXPECT_EQ(matches.clusters[0].members[1].quotation, kUnquoted);
}

TEST(MatchQuotations, CopiesOfOneTextAreOneWitness) {
  std::string copy;
  for (int i = 0; i < 40; ++i) copy += "Line " + std::to_string(i * 37) + " tells of gate " + std::to_string(i) + " and its keeper. ";
  auto articles = articles_of({copy, copy + "\n", "Nothing of the kind.\n"});
  const FoldTables folds = compile_fold_tables(english().lexicon());
  Matches matches = match_quotations(articles, folds);
  ASSERT_EQ(matches.relations.size(), 1u);
  EXPECT_EQ(to_string(matches.relations[0].kind), "duplicate");
  EXPECT_EQ(matches.witness, (std::vector<std::size_t>{0, 0, 1}));
  articles[1].document.wire = "Northwire";
  matches = match_quotations(articles, folds);
  EXPECT_EQ(to_string(matches.relations[0].kind), "same_wire");
}

TEST(CompareArticles, GradesAgainstAReferenceWhereThereIsOne) {
  const auto articles = articles_of({
      "\"We will not close the yard this year,\" said Marta Ruiz.\n",
      "Thank you all for coming. We will not close the yard this year. Good "
      "night.\n"});
  const GradeTables tables = compile_grade_tables(english().lexicon());
  CompareOptions options;
  options.references = {{1, ReferenceType::kRelease, true}};
  const Comparison comparison = compare_articles(articles, tables, options);
  ASSERT_EQ(comparison.clusters.size(), 1u);
  const ComparedCluster& cluster = comparison.clusters[0];
  ASSERT_TRUE(cluster.reference);
  EXPECT_EQ(articles[1].document.slice(cluster.reference->span),
            "We will not close the yard this year");
  ASSERT_TRUE(cluster.members[0].finding);
  EXPECT_EQ(to_string(cluster.members[0].finding->grade), "convention");
  EXPECT_EQ(comparison.rows[0].quotations, 1u);
}

TEST(CompareArticles, WithoutAReferenceNobodyIsRanked) {
  const auto articles = articles_of({
      "\"We made a pact with them which ends in May,\" said Marta Ruiz.\n",
      "\"We made a pact with them, which ends in May,\" said Marta Ruiz.\n"});
  const GradeTables tables = compile_grade_tables(english().lexicon());
  const Comparison comparison = compare_articles(articles, tables);
  ASSERT_EQ(comparison.clusters.size(), 1u);
  EXPECT_FALSE(comparison.clusters[0].reference);
  ASSERT_EQ(comparison.clusters[0].pairs.size(), 1u);
  const Finding& finding = comparison.clusters[0].pairs[0].finding;
  EXPECT_EQ(to_string(finding.grade), "punctuation");
  EXPECT_TRUE(finding.has("restrictive_comma"));
  EXPECT_EQ(finding.mode, GradeMode::kSymmetric);
  for (const ScoreRow& row : comparison.rows) {
    for (const std::size_t count : row.by_grade) EXPECT_EQ(count, 0u);
  }
}

}  // namespace
}  // namespace quoin
