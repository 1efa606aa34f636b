// SPDX-License-Identifier: Apache-2.0
// The writers beneath the formats, and what whole runs are too small to show.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <quoin/report/csv_writer.h>
#include <quoin/report/locator.h>
#include <quoin/report/markdown.h>
#include <quoin/report/sarif.h>
#include <quoin/report/tei_pieces.h>
#include <quoin/report/xml_writer.h>

namespace quoin {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string csv_row(CsvStyle style, std::string_view text) {
  std::string out;
  CsvWriter(style, out).cell(text).end_row();
  return out;
}

TEST(CsvWriter, QuotesAndDisarms) {
  EXPECT_EQ(csv_row(CsvStyle::kSafe, "a, \"b\""), "\"a, \"\"b\"\"\"\r\n");
  EXPECT_EQ(csv_row(CsvStyle::kSafe, "=1+1"), "'=1+1\r\n");
  EXPECT_EQ(csv_row(CsvStyle::kSafe, "'tis"), "''tis\r\n");
  EXPECT_EQ(csv_row(CsvStyle::kSafe, "\uFF1D1"), "'\uFF1D1\r\n");
  EXPECT_EQ(csv_row(CsvStyle::kRaw, "=1+1"), "=1+1\r\n");
}

TEST(XmlWriter, WritesWhatXmlCanHold) {
  std::string out;
  XmlWriter xml(out);
  xml.open("a").attribute("b", "<\"\n&").text("]]> \x01 \uFFFE\r");
  xml.open("c").close().close();
  EXPECT_EQ(out,
            "<a b=\"&lt;&quot;&#10;&amp;\">]]&gt; \uFFFD \uFFFD&#13;"
            "<c/></a>");
}

TEST(Locator, LeadsToFilesAndPagesOnly) {
  Document document;
  document.id = "a b:c.txt";
  EXPECT_EQ(page_uri(document), "a%20b%3Ac.txt");
  document.url = "javascript:alert(1)";
  EXPECT_EQ(page_uri(document), "a%20b%3Ac.txt");
  document.url = "https://example.org/a b?c=%20\"";
  EXPECT_EQ(page_uri(document), "https://example.org/a%20b?c=%20%22");
  EXPECT_EQ(path_uri("/tmp/x y.txt"), "file:///tmp/x%20y.txt");
  EXPECT_EQ(path_uri("drafts/x.txt"), "drafts/x.txt");
  EXPECT_EQ(content_urn("a").size(), std::string("urn:uuid:").size() + 36);
  EXPECT_NE(content_urn("a"), content_urn("b"));
}

TEST(MarkdownText, EscapesOnlyWhatIsMoreThanText) {
  EXPECT_EQ(markdown_text("It isn't so: a (b) - c!"), "It isn't so: a (b) - c!");
  EXPECT_EQ(markdown_text("*a* | `b`\nc"), "\\*a\\* \\| \\`b\\` c");
  EXPECT_EQ(markdown_text("@a"), "@<!-- -->a");
}

// A run of more results than a reader takes.
TEST(Sarif, KeepsTheGravestAndCountsTheRest) {
  Document document;
  document.id = "a.txt";
  document.text = "We may go";
  Assessed all;
  all.command = "verify";
  all.profile = "ap";
  for (const FindingSeverity severity :
       {FindingSeverity::kNote, FindingSeverity::kSerious,
        FindingSeverity::kReview}) {
    Assessment one;
    one.outcome = Outcome::kFinding;
    one.document = &document;
    one.printed = Passage{&document, {0, 2}, {}, {}};
    one.severity = severity;
    one.id = "f" + std::string(to_string(severity));
    all.items.push_back(one);
  }
  const std::string out = assessment_sarif(all, "1.2.3", 2);
  EXPECT_THAT(out, Not(HasSubstr("fnote")));
  EXPECT_LT(out.find("fserious"), out.find("freview"));
  EXPECT_THAT(out, HasSubstr("and 1 more results"));
  EXPECT_THAT(assessment_sarif(all, "1.2.3"), HasSubstr("fnote"));
}

TEST(TeiPieces, NestAlsoWhereQuotationsDoNot) {
  Article article;
  article.document.text = "abcdef\nghijkl";
  Quotation outer;
  outer.span = {0, 4};
  Quotation crossing;
  crossing.span = {2, 9};
  article.quotations = {outer, crossing};
  std::string shown;
  for (const TeiPiece& piece : cut_into_pieces(article)) {
    shown += std::to_string(piece.quotation) + ":" +
             std::string(article.document.slice(piece.span)) + " " +
             std::to_string(piece.number) + "/" + std::to_string(piece.of) +
             "; ";
  }
  EXPECT_EQ(shown, "0:abcd 1/1; 1:cd 1/3; 1:ef 2/3; 1:gh 3/3; ");
}

}  // namespace
}  // namespace quoin
