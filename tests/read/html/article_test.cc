// SPDX-License-Identifier: Apache-2.0
// What of a page is the article. Pages of our own, each with one difficulty.
#include <string>

#include <gtest/gtest.h>

#include <quoin/read/html/read_html.h>

namespace quoin {
namespace {

constexpr char kProse[] =
    "<p>The harbour master said on Friday that the gates would open again, "
    "and that nobody would have to wait.</p>"
    "<p>\u201CWe were ready in March,\u201D she said, standing beside the "
    "crane, which had not moved for a year.</p>"
    "<p>The council will meet again on Tuesday to hear what it costs, and who "
    "is to pay for all of it.</p>";

// The first letter of each block's role and its first word: "h:Harbour".
std::string roles_of(const std::string& html) {
  const Result<Document> read = read_html(html, {}, {});
  if (!read) return "failed";
  std::string out;
  std::size_t begin = 0;
  const std::string& text = read->text;
  while (begin < text.size()) {
    const std::size_t end = text.find("\n\n", begin);
    const std::string line = text.substr(begin, end - begin);
    if (!out.empty()) out += ' ';
    out += to_string(role_at(*read, begin)).substr(0, 2);
    out += ':' + line.substr(0, line.find(' '));
    begin = end + 2;
  }
  return out;
}

TEST(Article, LeavesMenusAndFooters) {
  EXPECT_EQ(roles_of("<nav><a href=/>Home</a></nav><h1>Gates open</h1>" +
                     std::string(kProse) +
                     "<footer><p>All of this belongs to the Harbour Courier, "
                     "which has printed it since the year 1881.</footer>"),
            "fu:Home he:Gates bo:The bo:\u201CWe bo:The fu:All");
}

TEST(Article, DoesNotBelieveANameOnMostOfThePage) {
  EXPECT_EQ(roles_of("<div class='with-sidebar'><h1>Gates open</h1>" +
                     std::string(kProse) + "</div>"),
            "he:Gates bo:The bo:\u201CWe bo:The");
}

TEST(Article, LeavesTeasersThatAreBuiltAsTeasers) {
  const std::string card =
      "<article><h3><a href=/x>Crane sold</a></h3><p>Somebody bought the crane "
      "for a sum that nobody would say on Monday.</p></article>";
  EXPECT_EQ(
      roles_of("<main><article><h1>Gates open</h1>" + std::string(kProse) +
               "</article>" + card + card + "</main>"),
      "he:Gates bo:The bo:\u201CWe bo:The fu:Crane fu:Somebody fu:Crane "
      "fu:Somebody");
}

TEST(Article, LeavesAListOfTitlesAndTheHeadingOverIt) {
  EXPECT_EQ(roles_of("<div><h1>Gates open</h1>" + std::string(kProse) +
                     "<h3>Elsewhere</h3><ul><li><a href=/1>Crane sold</a> "
                     "today<li><a href=/2>Ferry late</a> again<li><a "
                     "href=/3>Pier shut</a></ul></div>"),
            "he:Gates bo:The bo:\u201CWe bo:The fu:Elsewhere fu:Crane "
            "fu:Ferry fu:Pier");
}

TEST(Article, KeepsSubheadingsListsAndBlockQuotations) {
  EXPECT_EQ(roles_of("<article><h1>Gates open</h1>" + std::string(kProse) +
                     "<h2>What it costs</h2><ul><li>two cranes<li>one pier"
                     "</ul><blockquote>Nothing stays</blockquote></article>"),
            "he:Gates bo:The bo:\u201CWe bo:The bo:What bo:two bo:one "
            "bo:Nothing");
}

TEST(Article, KeepsPostsThatAreEmbeddedInBoxesForSharing) {
  EXPECT_EQ(roles_of("<article><h1>Gates open</h1>" + std::string(kProse) +
                     "<div class='social-embed'><blockquote class="
                     "'twitter-tweet'><p>Proud day.</p>&mdash; Lee (@lee)"
                     "</blockquote></div><div class=share-tools>Share it "
                     "now</div></article>"),
            "he:Gates bo:The bo:\u201CWe bo:The bo:Proud bo:\u2014 fu:Share");
}

TEST(Article, TellsCaptionsAndBylines) {
  EXPECT_EQ(roles_of("<article><h1>Gates open</h1><div class=byline>By Ada "
                     "Quill</div><figure><img src=x><figcaption>The crane on "
                     "Monday</figcaption></figure>" +
                     std::string(kProse) + "</article>"),
            "he:Gates by:By ca:The bo:The bo:\u201CWe bo:The");
}

TEST(Article, IsFoundInParagraphsMadeOfBreaks) {
  EXPECT_EQ(roles_of("<table><td><a href=/>Home</a></td><td>The harbour master said "
                     "that the gates would open again soon.<br><br>\u201CWe "
                     "were ready in March,\u201D she said beside the crane."
                     "<br><br>The council will meet again on Tuesday to hear "
                     "of it.</td>"),
            "fu:Home bo:The bo:\u201CWe bo:The");
}

TEST(Article, HasTheTitleThatThePageStates) {
  const Result<Document> read = read_html(
      "<title>Gates open - Harbour Courier</title><meta "
      "property=og:site_name content='Harbour Courier'><h1>Courier</h1>"
      "<h2>Gates open</h2>" +
          std::string(kProse),
      {}, {});
  ASSERT_TRUE(read);
  EXPECT_EQ(read->title, "Gates open");
  EXPECT_EQ(role_at(*read, read->text.find("Gates")), BlockRole::kHeadline);
}

}  // namespace
}  // namespace quoin
