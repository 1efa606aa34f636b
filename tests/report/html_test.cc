// SPDX-License-Identifier: Apache-2.0
// The parts that pages are made of. Whole pages: tests/cli/html_report_test.cc
// and, in a browser, tests/browser.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <quoin/report/html/aligned.h>
#include <quoin/report/html/anchors.h>
#include <quoin/report/html/assets.h>
#include <quoin/report/html/escape.h>
#include <quoin/report/html/excerpt.h>
#include <quoin/report/html/timeline.h>
#include <quoin/report/html/words.h>

namespace quoin {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(HtmlEscape, LetsNoMarkupThrough) {
  EXPECT_EQ(html_text("<b a='1' c=\"2\">&amp;"),
            "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;");
}

TEST(HtmlEscape, ShowsWhatActsUnseen) {
  EXPECT_EQ(html_text("a\u202Eb"), "a\u27E6RLO\u27E7b");
  EXPECT_EQ(html_printed("\u2066"),
            "<span class=\"ctl\">\u27E6LRI\u27E7</span>");
  EXPECT_EQ(html_text(std::string("\0\x1B\x7F", 3)), "\u2400\u241B\u2421");
  EXPECT_EQ(html_text("\u0085"), "\u27E6C1\u27E7");
  // These belong to text.
  EXPECT_EQ(html_text("\u05D0\u200F\u00A0\t\n"), "\u05D0\u200F\u00A0\t\n");
  EXPECT_EQ(html_text("a\r\nb\rc"), "a\nb\nc");
}

TEST(HtmlEscape, LinksToTheWebAlone) {
  EXPECT_EQ(html_link("https://example.org/?a&\""),
            "https://example.org/?a&amp;&quot;");
  EXPECT_EQ(html_link("HTTP://example.org"), "HTTP://example.org");
  for (const char* url : {"javascript:alert(1)", "data:text/html,x", "//x",
                          " https://x", "https:x", "file:///etc/passwd", ""}) {
    EXPECT_EQ(html_link(url), "") << url;
  }
}

TEST(HtmlAnchors, AreMadeOfWords) {
  Anchors anchors;
  const std::string first = anchors.of_words("We will\n mend the wall.");
  EXPECT_THAT(first, testing::MatchesRegex("we-will-mend-the-wall-[0-9a-f]*"));
  EXPECT_EQ(anchors.of_words("We will mend the wall."), first + "-2");
  EXPECT_NE(Anchors().of_words("We will mend the hall."), first);
  EXPECT_EQ(anchors.below(first, "The \"Tide\""), first + ".the-tide");
  // No letter of the alphabet is left: the hash alone names it.
  EXPECT_THAT(Anchors().of_words("\u6D77"), testing::MatchesRegex("[0-9a-f]*"));
}

TEST(HtmlExcerpt, CutsBetweenWordsAndNeverInsideACharacter) {
  EXPECT_EQ(head_of("one two three", 9), "one two");
  EXPECT_EQ(tail_of("one two three", 9), "three");
  EXPECT_EQ(head_of("short", 9), "short");
  EXPECT_EQ(head_of("\u6D77\u6D77\u6D77", 4), "\u6D77");
  EXPECT_EQ(tail_of("\u6D77\u6D77\u6D77", 4), "\u6D77");
}

TEST(HtmlTimeline, ReadsDatesWithAndWithoutTimes) {
  const std::optional<long> day = minute_of("2031-03-04");
  ASSERT_TRUE(day);
  EXPECT_EQ(minute_of("2031-03-04T09:30"), *day + 570);
  EXPECT_EQ(minute_of("2031-03-04T09:30:00Z"), *day + 570);
  EXPECT_EQ(minute_of("2031-03-04 09:30:00+02:00"), *day + 450);
  EXPECT_EQ(minute_of("2031-03-04T09:30-0130"), *day + 660);
  EXPECT_EQ(minute_of("2031-03-04Tnoon:x"), *day);
  EXPECT_EQ(minute_of("March 4"), std::nullopt);
  EXPECT_EQ(minute_of(std::nullopt), std::nullopt);
}

Finding one_operation(OperationKind kind, Grade grade, ReferenceSpan reference,
                      PrintedSpan printed, GradeMode mode) {
  Finding finding;
  finding.mode = mode;
  Operation operation;
  operation.kind = kind;
  operation.grade = grade;
  operation.reference = reference;
  operation.printed = printed;
  finding.operations = {operation};
  return finding;
}

TEST(HtmlAligned, NamesEveryDifferenceInWords) {
  const Finding finding =
      one_operation(OperationKind::kReplaced, Grade::kSubstitution, {2, 5},
                    {2, 6}, GradeMode::kReference);
  const AlignedTexts texts =
      align_texts(finding, BaseSide::kFirst, "a red <car>", "a blue <car>");
  EXPECT_EQ(texts.base,
            "a <del>red</del><small class=\"op\">replaced</small> &lt;car&gt;");
  EXPECT_EQ(texts.other,
            "a <ins>blue</ins><small class=\"op\">instead</small> "
            "&lt;car&gt;");
}

TEST(HtmlAligned, ClaimsNoDirectionBetweenPrintings) {
  const Finding finding =
      one_operation(OperationKind::kInserted, Grade::kPunctuation, {2, 2},
                    {2, 3}, GradeMode::kSymmetric);
  // The finding's second text is the base here.
  const AlignedTexts texts =
      align_texts(finding, BaseSide::kSecond, "us, who", "us who");
  EXPECT_THAT(texts.base, HasSubstr("<del>,</del><small class=\"op\">only "
                                    "here</small> who"));
  EXPECT_THAT(texts.other, HasSubstr("nothing here"));
  EXPECT_THAT(texts.other, Not(HasSubstr("left out")));
}

TEST(HtmlWords, EveryGradeHasALabelAndAMeaning) {
  for (std::size_t g = 0; g < kGradeCount; ++g) {
    const Grade grade = static_cast<Grade>(g);
    EXPECT_EQ(grade_words(grade).label, spaced(to_string(grade)));
    EXPECT_FALSE(grade_words(grade).meaning.empty());
    EXPECT_FALSE(grade_words(grade).glyph.empty());
  }
}

TEST(HtmlAssets, TheScriptIsSmall) {
  EXPECT_GT(report_script().size(), 500u);
  EXPECT_LE(report_script().size(), 10'000u);
}

}  // namespace
}  // namespace quoin
