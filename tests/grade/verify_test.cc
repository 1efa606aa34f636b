// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/verify.h>

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <quoin/quoin.h>

#include "english.h"

namespace quoin {
namespace {

Article article_of(const std::string& text) {
  static const Grammar grammar = std::move(*load_built_in_grammar("en"));
  Document document;
  document.id = "d";
  document.text = text;
  return extract(std::move(document), grammar);
}

// The only quotation of a draft, held against one source.
VerifiedQuotation only(const std::string& draft, const std::string& source,
                       const VerifyOptions& options = {}) {
  static std::vector<Article> written;
  static std::vector<Article> sources;
  written = {article_of(draft)};
  sources = {article_of(source)};
  const auto all =
      verify_draft(written[0], sources, english_tables(), options);
  EXPECT_EQ(all.size(), 1u) << draft;
  return all.empty() ? VerifiedQuotation() : all[0];
}

std::string verify(const std::string& draft, const std::string& source,
                   bool complete = false) {
  const Article written = article_of(draft);
  const std::vector<Article> sources = {article_of(source)};
  VerifyOptions options;
  options.complete = complete;
  std::string out;
  for (const VerifiedQuotation& v :
       verify_draft(written, sources, english_tables(), options)) {
    if (!out.empty()) out += "; ";
    out += to_string(v.grade);
    for (const SourcePassage& passage : v.passages) {
      out += " @" + std::to_string(passage.span.begin);
    }
  }
  return out;
}

TEST(VerifyDraft, FindsWordsThatStandInNoMarks) {
  EXPECT_EQ(verify("\"We will mend the wall,\" said Marta Ruiz.\n",
                   "Good evening. We will mend the wall. Thank you.\n"),
            "convention @14");
  EXPECT_EQ(verify("\"We may mend the wall,\" said Marta Ruiz.\n",
                   "Good evening. We will mend the wall. Thank you.\n"),
            "meaning_risk @14");
}

TEST(VerifyDraft, FindsWordsAcrossTheEndOfALine) {
  EXPECT_EQ(verify("\"We will mend the harbour wall,\" said Marta Ruiz.\n",
                   "Good evening. We will mend the har-\nbour wall.\n"),
            "convention @14");
}

TEST(VerifyDraft, ListsWhatIsAmbiguous) {
  EXPECT_EQ(verify("\"We will mend the wall,\" said Marta Ruiz.\n",
                   "We will mend the wall. Yes. We will mend the wall.\n"),
            "convention @0 @28");
}

TEST(VerifyDraft, AbsenceSaysNothingUnlessSourcesAreComplete) {
  const std::string draft = "\"Bananas ripen in the sun,\" said Marta Ruiz.\n";
  EXPECT_EQ(verify(draft, "We will mend the wall.\n"), "cannot_check");
  EXPECT_EQ(verify(draft, "We will mend the wall.\n", true), "not_found");
}

const std::string kDraft =
    "\"We will mend the harbour wall before the winter storms begin,\" said "
    "Marta Ruiz.\n";

TEST(VerifyDraft, FindsWordsAcrossLineNumbers) {
  const VerifiedQuotation found = only(kDraft,
                                       "1  Q. What will the board do now?\n"
                                       "2  We will mend the harbour\n"
                                       "3  wall before the winter\n"
                                       "4  storms begin. That is all\n"
                                       "5  that I can say about it\n"
                                       "6  at this point of the year.\n");
  EXPECT_EQ(found.grade, Grade::kConvention) << found.rule;
  ASSERT_EQ(found.passages.size(), 1u);
  EXPECT_TRUE(found.passages[0].finding.has("across_damage"));
  EXPECT_TRUE(found.passages[0].finding.has("line_numbers"));
}

TEST(VerifyDraft, FindsWordsAcrossTheHeadOfAPage) {
  const std::string source =
      "The board met.\n\nMINUTES OF THE BOARD 11\n\nWe will mend the\n"
      "harbour wall before the\n\n12\n\nMINUTES OF THE BOARD 12\n\n"
      "winter storms begin. It was late.\n";
  const VerifiedQuotation found = only(kDraft, source);
  EXPECT_EQ(found.grade, Grade::kConvention) << found.rule;
  ASSERT_EQ(found.passages.size(), 1u);
  EXPECT_TRUE(found.passages[0].finding.has("page_furniture"));
  // The span is the source's, furniture and all.
  EXPECT_EQ(source.substr(found.passages[0].span.begin, 7), "We will");
  EXPECT_EQ(source.substr(found.passages[0].span.end - 5, 5), "begin");
}

TEST(VerifyDraft, FindsWordsBrokenAcrossNumberedLines) {
  const VerifiedQuotation found =
      only(kDraft,
           "1 The board met at noon in\n2 the hall. We will mend the har-\n"
           "3 bour wall before the winter\n4 storms begin. It was late\n"
           "5 and all of them went home\n6 before the rain set in.\n");
  EXPECT_EQ(found.grade, Grade::kConvention) << found.rule;
}

TEST(VerifyDraft, InterleavedColumnsCannotBeChecked) {
  VerifyOptions options;
  options.complete = true;
  const VerifiedQuotation found =
      only(kDraft,
           "We will mend the harbour     The ferry was late again on\n"
           "wall before the winter       Monday, and nobody could say\n"
           "storms begin. It was late.   why it had not left in time.\n",
           options);
  EXPECT_EQ(found.grade, Grade::kCannotCheck);
  EXPECT_EQ(found.rule, "cannot_check/interleaved-source");
  ASSERT_EQ(found.passages.size(), 1u);
  EXPECT_TRUE(found.passages[0].finding.has("interleaved"));
}

// A source of one phrase again and again: too many places to look at all, so
// that nothing is said to be missing.
TEST(VerifyDraft, WhereNotAllWasLookedAtNothingIsMissing) {
  std::string source;
  for (int i = 0; i < 3000; ++i) source += "we will mend the wall of it. ";
  VerifyOptions options;
  options.complete = true;
  const VerifiedQuotation verified = only(
      "\"We will mend the wall, it of wall the mend will we, it of wall the "
      "mend, and a gate and a pier,\" said Marta Ruiz.\n",
      source, options);
  EXPECT_TRUE(verified.candidates_truncated);
  EXPECT_EQ(verified.grade, Grade::kCannotCheck) << verified.rule;
  EXPECT_EQ(verified.rule, "cannot_check/candidates-truncated");
}

TEST(VerifyDraft, WhatIsSplicedIsFoundAndSaidToBe) {
  VerifyOptions options;
  options.complete = true;
  const VerifiedQuotation found =
      only("\"We will mend the harbour wall this year. The ferry will sail "
           "again in spring,\" said Marta Ruiz.\n",
           "We will mend the harbour wall this year. The money comes from the "
           "county and from a bequest. There was some talk of a bridge as "
           "well, which nobody wants. The ferry will sail again in spring.\n",
           options);
  EXPECT_EQ(found.grade, Grade::kSpliced) << found.rule;
}

TEST(VerifyDraft, WordsOfTwoSpeakersAreSpliced) {
  const VerifiedQuotation found =
      only("\"We will mend the harbour wall this year. And the ferry will "
           "sail,\" said Kim.\n",
           "MS. KIM: We will mend the harbour wall this year.\n"
           "MR. LEE: And the ferry will sail.\n");
  EXPECT_EQ(found.grade, Grade::kSpliced);
  EXPECT_EQ(found.rule, "spliced/across-turns");
}

TEST(VerifyDraft, ReadsWhoSpeaksFromTheLabelsOfATranscript) {
  const std::string source =
      "MS. RUIZ: We will mend the harbour wall before the winter storms "
      "begin.\nMR. LEE: We will not pay for it, and you know that well.\n";
  const VerifiedQuotation same = only(kDraft, source);
  ASSERT_EQ(same.passages.size(), 1u);
  EXPECT_EQ(same.passages[0].speaker, SpeakerAgreement::kSame);
  EXPECT_EQ(same.passages[0].speakers,
            std::vector<std::string>{"MS. RUIZ"});
  const VerifiedQuotation other =
      only("\"We will not pay for it,\" said Marta Ruiz.\n", source);
  ASSERT_EQ(other.passages.size(), 1u);
  EXPECT_EQ(other.passages[0].speaker, SpeakerAgreement::kConflict);
  const VerifiedQuotation unlabelled =
      only(kDraft, "Note: We will mend the harbour wall before the winter "
                   "storms begin.\n");
  ASSERT_EQ(unlabelled.passages.size(), 1u);
  EXPECT_EQ(unlabelled.passages[0].speaker, SpeakerAgreement::kUnknown);
}

TEST(VerifyDraft, ReadsLabelsBehindNumbersOfLines) {
  const VerifiedQuotation verified =
      only("\"The pier will stay closed until it is safe,\" said Marta Ruiz.\n",
           " 1        MR. OKORO:  And what of the pier?\n"
           " 2        MS. RUIZ:  The pier will stay\n"
           " 3   closed until it is safe.  We will say\n"
           " 4   when it is open, and not before.\n"
           " 5        MR. OKORO:  Thank you.\n"
           " 6        MS. RUIZ:  Not at all.\n");
  ASSERT_EQ(verified.passages.size(), 1u);
  EXPECT_EQ(verified.passages[0].speaker, SpeakerAgreement::kSame);
  EXPECT_TRUE(verified.passages[0].finding.has("across_damage"));
  EXPECT_EQ(verified.grade, Grade::kConvention);
}

TEST(VerifyDraft, BelievesWhomASourceIsDeclaredToHold) {
  VerifyOptions options;
  options.source_speakers = {"Otto Lind"};
  const VerifiedQuotation found =
      only(kDraft,
           "We will mend the harbour wall before the winter storms begin.\n",
           options);
  ASSERT_EQ(found.passages.size(), 1u);
  EXPECT_EQ(found.passages[0].speaker, SpeakerAgreement::kConflict);
  EXPECT_EQ(found.passages[0].speakers, std::vector<std::string>{"Otto Lind"});
}

TEST(VerifyDraft, NearestIsNoNeighbourByChance) {
  const VerifiedQuotation none =
      only("\"The county owes us an answer by Friday,\" said Marta Ruiz.\n",
           "The ferry sails on Friday. It is a fine ship. We like it.\n");
  EXPECT_FALSE(none.nearest.has_value());
  EXPECT_EQ(none.grade, Grade::kCannotCheck);
  const VerifiedQuotation near =
      only("\"The wall of the harbour is going to be mended before the "
           "winter,\" said Marta Ruiz.\n",
           "It was late. We shall mend the harbour wall long before winter "
           "comes. It rained.\n");
  ASSERT_TRUE(near.nearest.has_value());
  EXPECT_EQ(near.grade, Grade::kParaphraseInMarks);
}

TEST(VerifyDraft, WordsThatAllTextsHaveAreNoParaphrase) {
  EXPECT_EQ(verify("\"It was friendly, but we never wanted to lose each other at "
                   "sea,\" said Marta Ruiz.\n",
                   "And now, when I am on the pier, we really never see each "
                   "other from the sea.\n"),
            "cannot_check");
}

TEST(VerifyDraft, FewWordsWithSeveralEditsAreNotFound) {
  EXPECT_EQ(verify("\"We will do this soon,\" said Marta Ruiz.\n",
                   "We will be there soon. Otto Lind left.\n"),
            "cannot_check");
}

TEST(VerifyDraft, TermsThatSourcesLackAreNoFinding) {
  VerifyOptions options;
  options.complete = true;
  const VerifiedQuotation found =
      only("The so-called “herring tax” was never raised.\n",
           "We will mend the harbour wall.\n", options);
  EXPECT_FALSE(found.is_speech);
  EXPECT_EQ(found.grade, Grade::kCannotCheck);
  EXPECT_EQ(found.rule, "cannot_check/not-speech");
}

TEST(VerifyDraft, TranslatedWordsAreNotComparedWordForWord) {
  VerifyOptions options;
  options.complete = true;
  const std::string draft =
      "“We must stand by the harbour in its darkest hour of all,” Ruiz said "
      "in Spanish.\n";
  const VerifiedQuotation other =
      only(draft, "We should stand by the port in its darkest hour of all.\n",
           options);
  EXPECT_EQ(other.grade, Grade::kCannotCheck);
  EXPECT_EQ(other.rule, "cannot_check/translated");
  const VerifiedQuotation absent =
      only(draft, "The ferry was late again.\n", options);
  EXPECT_EQ(absent.rule, "cannot_check/translated");
}

TEST(VerifyDraft, EndsOnATextOfOneWord) {
  std::string source;
  for (int i = 0; i < 20000; ++i) source += "yes. ";
  const VerifiedQuotation found = only("\"Yes,\" said Marta Ruiz.\n", source);
  EXPECT_EQ(found.passages.size() + found.more_passages, 20000u);
}

}  // namespace
}  // namespace quoin
