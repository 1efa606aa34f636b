// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/read_html.h>

#include <string>

#include <gtest/gtest.h>

namespace quoin {
namespace {

std::string text_of(const std::string& html) {
  Result<Document> read = read_html(html, {}, {});
  return read ? read->text : "failed";
}

TEST(ReadHtml, PutsEachBoxOnALineOfItsOwn) {
  EXPECT_EQ(text_of("<p>One <b>and</b>\n two.<p>Three<div>four</div>"),
            "One and two.\n\nThree\n\nfour\n\n");
}

TEST(ReadHtml, ReadsReferences) {
  EXPECT_EQ(text_of("<p>&ldquo;Caf&eacute;&#8221; &amp; &copy 2026 &bogus; &"),
            "\u201CCaf\u00E9\u201D & \u00A9 2026 &bogus; &\n\n");
}

TEST(ReadHtml, LeavesOutWhatNobodySees) {
  EXPECT_EQ(text_of("<style>p{}</style><script>if (a<b) '</p>'</script>"
                    "<!-- no --><p hidden>no<p style='display: NONE'>no"
                    "<p>yes<svg><text>no</text></svg><template>no</template>"),
            "yes\n\n");
}

TEST(ReadHtml, PutsTheMarksOfInlineQuotations) {
  EXPECT_EQ(text_of("<p><q>Go <q>on</q></q> <q>\"Stay\"</q>"),
            "\u201CGo \u2018on\u2019\u201D \"Stay\"\n\n");
}

TEST(ReadHtml, KnowsWhereEverythingStood) {
  const std::string html = "<p>a &ldquo;<b>caf&eacute;</b>&rdquo;\n b</p>";
  const Result<Document> read = read_html(html, {}, {});
  ASSERT_TRUE(read);
  const auto source_of = [&](std::string_view part) {
    const std::size_t at = read->text.find(part);
    const SourceSpan span = read->source.source_of({at, at + part.size()});
    return html.substr(span.begin, span.size());
  };
  EXPECT_EQ(source_of("\u201C"), "&ldquo;");
  EXPECT_EQ(source_of("af\u00E9"), "af&eacute;");
  EXPECT_EQ(source_of("\u201D b"), "&rdquo;\n b");
}

TEST(ReadHtml, KnowsWhereItStoodInOtherEncodings) {
  const std::string html =
      "<meta charset=windows-1252><p>\x93"
      "Caf\xE9\x94 &eacute; \x97 b</p>";
  const Result<Document> read = read_html(html, {}, {});
  ASSERT_TRUE(read);
  EXPECT_EQ(read->text, "\u201CCaf\u00E9\u201D \u00E9 \u2014 b\n\n");
  const auto source_of = [&](std::string_view part) {
    const std::size_t at = read->text.find(part);
    const SourceSpan span = read->source.source_of({at, at + part.size()});
    return html.substr(span.begin, span.size());
  };
  EXPECT_EQ(source_of("\u201CCaf\u00E9"),
            "\x93"
            "Caf\xE9");
  EXPECT_EQ(source_of("\u00E9 \u2014"), "&eacute; \x97");
  EXPECT_EQ(source_of(" b"), " b");
}

// An option that is not ended hid the rest of the page.
TEST(ReadHtml, WhatIsHiddenEndsWithItsTag) {
  const auto text = [](const char* page) {
    Result<Document> document = read_html(page, {}, {});
    return document ? document->text : "";
  };
  EXPECT_EQ(text("<p>One <select><option>a<option>b</select>two.</p>"),
            "One two.\n\n");
  EXPECT_EQ(text("<video><div>no<p>player</video><p>Three."), "Three.\n\n");
  EXPECT_EQ(text("Four<tr><td> five."), "Four five.\n\n");
}

}  // namespace
}  // namespace quoin
