// SPDX-License-Identifier: Apache-2.0
// Subtitles and Markdown: the words, and where they stood.
#include <quoin/read/markdown.h>
#include <quoin/read/subtitles.h>
#include <quoin/read/time_stamps.h>

#include <string>

#include <gtest/gtest.h>

namespace quoin {
namespace {

std::string subtitles(const char* raw) {
  Document document;
  read_subtitles(raw, document);
  return document.text;
}

TEST(Subtitles, AreJoinedIntoSentences) {
  EXPECT_EQ(subtitles("1\n00:00:01,000 --> 00:00:03,000\nWe leave\n\n"
                      "2\n00:00:03,100 --> 00:00:05,000\nat <i>dawn</i>.\n"),
            "We leave at dawn.\n");
  // No empty line between captions, and Windows line ends.
  EXPECT_EQ(subtitles("1\r\n00:00:01,000 --> 00:00:03,000\r\nWe leave\r\n"
                      "2\r\n00:00:03,100 --> 00:00:05,000\r\nat dawn.\r\n"),
            "We leave at dawn.\n");
  EXPECT_EQ(subtitles("WEBVTT - A title\n\nNOTE not spoken\n\nSTYLE\na {}\n\n"
                      "intro\n00:01.000 --> 00:02.000 line:0\nWe &amp; they\n"),
            "We & they\n");
}

TEST(Subtitles, AParagraphEndsWithItsSpeaker) {
  EXPECT_EQ(subtitles("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Bell>We stay\n"
                      "\n00:02.000 --> 00:03.000\n<v Ann Bell>here.\n\n"
                      "00:03.000 --> 00:04.000\n<v.loud Bo Li>Why?\n"),
            "Ann Bell: We stay here.\n\nBo Li: Why?\n");
  EXPECT_EQ(subtitles("1\n00:00:01,000 --> 00:00:02,000\nMAYOR BELL: Yes.\n"
                      "- No.\n>> Why?\n"),
            "MAYOR BELL: Yes.\n\nNo.\n\nWhy?\n");
  // After a silence, but not inside a sentence.
  EXPECT_EQ(subtitles("1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n"
                      "2\n00:00:09,000 --> 00:00:10,000\nTwo\n\n"
                      "3\n00:00:19,000 --> 00:00:20,000\nthree.\n"),
            "One.\n\nTwo three.\n");
}

TEST(Subtitles, RollingLinesAreReadOnce) {
  EXPECT_EQ(subtitles("WEBVTT\n\n00:01.000 --> 00:02.000\nwe leave\n\n"
                      "00:02.000 --> 00:03.000\nwe leave\nat dawn\n\n"
                      "00:03.000 --> 00:04.000\nat dawn\nor later\n"),
            "we leave at dawn or later\n");
}

TEST(Subtitles, EveryWordKnowsWhereItStood) {
  const std::string raw =
      "1\n00:00:01,000 --> 00:00:03,000\nWe &lt;leave&gt;\nat <i>dawn</i>.\n";
  Document document;
  read_subtitles(raw, document);
  ASSERT_EQ(document.text, "We <leave> at dawn.\n");
  const std::size_t at = document.text.find("dawn");
  const SourceSpan span = document.source.source_of({at, at + 4});
  EXPECT_EQ(raw.substr(span.begin, span.size()), "dawn");
  const SourceSpan mark = document.source.source_of({3, 4});
  EXPECT_EQ(raw.substr(mark.begin, mark.size()), "&lt;");
}

std::string without_times(const std::string& raw) {
  Document document;
  document.text = "as it is";
  read_time_stamps(raw, document);
  return document.text;
}

TEST(TimeStamps, AreNoWords) {
  EXPECT_EQ(without_times("[00:01:20] ANN BELL: We leave\nat dawn, [00:01:24] "
                          "I said.\n\n[00:01:31] BO LI: Why?\n"),
            "ANN BELL: We leave\nat dawn, I said.\n\nBO LI: Why?\n");
  EXPECT_EQ(without_times("00:01:20 ANN BELL: We leave.\r\n00:01:31 - 00:01:40 "
                          "BO LI: Why?\r\n00:01:41\r\nANN BELL: So.\r\n"),
            "ANN BELL: We leave.\r\nBO LI: Why?\r\nANN BELL: So.\r\n");
  EXPECT_EQ(without_times("ANN BELL (1:20): We leave.\nBO LI (1:31): Why?\n"
                          "ANN BELL (1:40): So.\n"),
            "ANN BELL: We leave.\nBO LI: Why?\nANN BELL: So.\n");
  EXPECT_EQ(without_times("Ann [1:20]\n\nWe leave.\n\nBo [1:30]\n\nWhy?\n\n"
                          "Ann [61:40]\n\nSo.\n"),
            "Ann\n\nWe leave.\n\nBo\n\nWhy?\n\nAnn\n\nSo.\n");
}

TEST(TimeStamps, AreToldFromTimesThatAreWords) {
  for (const char* text :
       {"[00:01:20] Only one.\n", "10:30 Tea\n11:00 Talk\n12:00 Lunch\n",
        "See (2:10), (1:30) and (3:40).\n",  // verses do not rise
        "One (1:10).\nTwo.\nThree.\nFour.\nFive.\nSix.\nSeven (1:20).\n"
        "Eight.\nNine (1:30).\nTen.\n",
        ""}) {
    EXPECT_EQ(without_times(text), "as it is") << text;
  }
}

TEST(TimeStamps, LeaveAWayBack) {
  const std::string raw =
      "[0:01] ANN: We\n[0:02] leave at\n[0:03] dawn.\n";
  Document document;
  ASSERT_TRUE(read_time_stamps(raw, document));
  const std::size_t at = document.text.find("dawn");
  const SourceSpan span = document.source.source_of({at, at + 4});
  EXPECT_EQ(raw.substr(span.begin, span.size()), "dawn");
}

std::string markdown(const char* raw) {
  Document document;
  read_markdown(raw, document);
  std::string out;
  for (const Block& block : document.blocks) {
    std::string text(document.slice(block.span));
    while (text.ends_with('\n')) text.pop_back();
    out += std::string(to_string(block.role)) + ": " + text + "\n";
  }
  return out;
}

TEST(Markdown, LosesItsSignsAndKeepsItsWords) {
  EXPECT_EQ(markdown("# Harbour *closed* #\n\n“We **leave** at\ndawn,” "
                     "[Ann](http://x.example/a_b) said.\n\n## Why\n- one\n"
                     "2. two\n\n> “Quoted,” he said.\n\n```\nx = 1\n```\n"),
            "headline: Harbour closed\n"
            "body: “We leave at dawn,” Ann said.\n"
            "body: Why\nbody: one\nbody: two\nbody: “Quoted,” he said.\n"
            "furniture: x = 1\n");
  EXPECT_EQ(markdown("Title\n=====\nbody\n"), "headline: Title\nbody: body\n");
  EXPECT_EQ(markdown("5 * 3 is snake_case \\*here\\* &mdash; ![pic](a.png)"
                     "`code` <b>bold</b>\n\n[id]: http://x.example\n\n***\n"),
            "body: 5 * 3 is snake_case *here* — code bold\n");
}

TEST(Markdown, FrontMatterSaysWhatItIs) {
  Document document;
  read_markdown("---\ntitle: \"The harbour\"\ndate: 2031-02-03\nother: x\n---\n"
                "Text.\n",
                document);
  EXPECT_EQ(document.title, "The harbour");
  EXPECT_EQ(document.published, "2031-02-03");
  EXPECT_EQ(document.text, "Text.\n\n");
}

}  // namespace
}  // namespace quoin
