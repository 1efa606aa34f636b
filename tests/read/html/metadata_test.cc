// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include <quoin/read/html/dates.h>
#include <quoin/read/html/linked_data.h>
#include <quoin/read/html/read_html.h>
#include <quoin/read/html/title.h>

namespace quoin {
namespace {

Document read(const std::string& html, const std::string& url = "") {
  PageContext context;
  context.url = url;
  Result<Document> document = read_html(html, context, {});
  EXPECT_TRUE(document);
  return document ? *std::move(document) : Document();
}

bool has_flag(const Document& document, const std::string& flag) {
  return std::find(document.flags.begin(), document.flags.end(), flag) !=
         document.flags.end();
}

TEST(Dates, AreReadInTheFormsOfPages) {
  const struct {
    const char* text;
    const char* iso;
  } kCases[] = {
      {"2026-03-04", "2026-03-04"},
      {"2026-03-04T01:50:59.403Z", "2026-03-04T01:50:59Z"},
      {"2026-03-04 13:42:06+08:00", "2026-03-04T13:42:06+08:00"},
      {"2026-03-04T02:07:18+0000", "2026-03-04T02:07:18Z"},
      {"20260304", "2026-03-04"},
      {"Wed, 4 Mar 2026 16:07:38 -0600", "2026-03-04T16:07:38-06:00"},
      {"Wed Mar 04 2026 09:28:00 GMT+0000 (UTC)", "2026-03-04T09:28:00Z"},
      {"March 4, 2026, 07:47 PM EST", "2026-03-04T19:47:00-05:00"},
      {"Published 4th of March, 2026 at 12:05 a.m.", "2026-03-04T00:05:00"},
      {"04.03.2026", "2026-03-04"},
      {"25/12/2026", "2026-12-25"},
      {"12/25/2026", "2026-12-25"},
      {"1772668800", "2026-03-05T00:00:00Z"},
      {"1772668800000", "2026-03-05T00:00:00Z"},
      {"03/04/2026", ""},
      {"0001-01-01T00:00:00Z", ""},
      {"2026-13-01", ""},
      {"8772668800", ""},
      {"yesterday", ""},
      {"", ""},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(iso_date(one.text).value_or(""), one.iso) << one.text;
  }
  EXPECT_EQ(day_number("2026-03-01") - day_number("2026-02-28"), 1);
}

TEST(Dates, StandInAddresses) {
  EXPECT_EQ(date_in_url("https://a.example/2026/03/04/x"), "2026-03-04");
  EXPECT_EQ(date_in_url("https://a.example/x/2026-03-04-y"), "2026-03-04");
  EXPECT_EQ(date_in_url("https://a.example/2026/mar/04/x"), "2026-03-04");
  EXPECT_FALSE(date_in_url("https://a.example/2026/03/x"));
  EXPECT_FALSE(date_in_url("https://a.example/x?d=/2026/03/04/"));
}

TEST(Titles, LoseTheOutlet) {
  EXPECT_EQ(title_without_outlet("Gates open | News | Courier", "Courier"),
            "Gates open | News");
  EXPECT_EQ(title_without_outlet("Courier: Gates open", "The Courier"),
            "Gates open");
  EXPECT_EQ(title_without_outlet("Gates - and more", "Courier"),
            "Gates - and more");
  EXPECT_EQ(
      outlet_in_title("Gates open - Harbour Courier", "harbourcourier.example"),
      "Harbour Courier");
  EXPECT_EQ(outlet_in_title("Gates open - and shut", "a.example"), "");
}

TEST(LinkedData, IsFoundHoweverItIsNested) {
  const LinkedData linked = read_linked_data(
      {"//<![CDATA[\n{\"@graph\":[{\"@id\":\"#o\",\"name\":\"Courier\"},"
       "{\"@type\":[\"NewsArticle\"],\"headline\":\"A\nB\",\"author\":"
       "[{\"name\":\"Ada\"},\"Tom\"],\"publisher\":{\"@id\":\"#o\"},}]}\n//]]>",
       "no JSON {\"a\": }"});
  EXPECT_EQ(linked.mended, 1u);
  EXPECT_EQ(linked.invalid, 1u);
  ASSERT_EQ(linked.objects.size(), 3u);
  const LinkedObject& article = linked.objects[1];
  EXPECT_TRUE(article.is_article());
  EXPECT_EQ(article.headline, "A B");
  EXPECT_EQ(article.publisher, "Courier");
  EXPECT_EQ(article.authors, (std::vector<std::string>{"Ada", "Tom"}));
}

TEST(PageFacts, ComeFromTheFirstSourceThatHasThem) {
  const Document document = read(
      "<html lang=en-GB><title>Gates open - Courier</title>"
      "<meta property=og:site_name content=Courier>"
      "<meta property=article:published_time content=2026-03-01>"
      "<link rel=canonical href=https://courier.example/gates>"
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\","
      "\"headline\":\"Gates open\",\"datePublished\":\"2026-03-04T09:00:00Z\","
      "\"author\":{\"name\":\"Ada Quill\"},\"publisher\":{\"name\":"
      "\"Associated Press\"}}</script>",
      "https://courier.example/gates?ref=rss");
  EXPECT_EQ(document.outlet, "Courier");
  EXPECT_EQ(document.title, "Gates open");
  EXPECT_EQ(document.url, "https://courier.example/gates");
  EXPECT_EQ(document.published, "2026-03-04T09:00:00Z");
  EXPECT_EQ(document.byline, "Ada Quill");
  EXPECT_EQ(document.lang, "en-GB");
  EXPECT_TRUE(has_flag(document,
                       "outlet: 'Courier' in meta, 'Associated Press' in "
                       "json-ld"));
  EXPECT_TRUE(has_flag(document,
                       "published: 2026-03-04T09:00:00Z in json-ld, "
                       "2026-03-01 in meta"));
}

TEST(PageFacts, AreGuessedWhereNothingIsStated) {
  const Document document = read(
      "<h1>Gates open</h1><p>March 4, 2026</p><p>The harbour master said "
      "on Friday that the gates would open again.</p>",
      "https://www.courier.example/gates");
  EXPECT_EQ(document.outlet, "courier.example");
  EXPECT_EQ(document.published, "2026-03-04");
  EXPECT_EQ(document.title, "Gates open");
}

TEST(PageFacts, PreferANameForPeople) {
  const Document document = read(
      "<meta property=og:site_name content=harbourcourier>"
      "<script type=application/ld+json>{\"@type\":\"Article\",\"publisher\":"
      "{\"name\":\"The Harbour Courier\"}}</script>");
  EXPECT_EQ(document.outlet, "The Harbour Courier");
}

// Pages on somebody's disk have no address but what they say themselves.
TEST(SavedPages, SayWhereTheyComeFrom) {
  const std::string body =
      "<body><h1>Town asks state to pay</h1><p>The town will ask the state for "
      "money, the mayor said after a debate of five hours on Monday.</p>";
  const Document chromium = read(
      "<!DOCTYPE html>\n<!-- saved from url=(0036)https://bayherald.example/"
      "2031/03/05/town -->\n<html><title>Town asks state to pay - Bay "
      "Herald</title>" + body);
  EXPECT_EQ(chromium.url, "https://bayherald.example/2031/03/05/town");
  EXPECT_EQ(chromium.outlet, "Bay Herald");
  EXPECT_EQ(chromium.title, "Town asks state to pay");
  EXPECT_EQ(chromium.published, "2031-03-05");
  const Document single = read(
      "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: "
      "https://bayherald.example/town \n saved date: Wed Mar 05 2031 -->" +
      body);
  EXPECT_EQ(single.url, "https://bayherald.example/town");
  EXPECT_EQ(single.outlet, "bayherald.example");
  // The link is the page's, and not where it came from.
  EXPECT_FALSE(read("<p>saved from url=(0020)https://a.example/</p>").url);
}

TEST(SavedPages, NameTheirOutletBesideTheHeadline) {
  const struct {
    const char* title;
    const char* outlet;
  } kCases[] = {
      {"Town asks state to pay - The Bay Herald", "The Bay Herald"},
      {"Town asks state to pay | Local | The Bay Herald", "The Bay Herald"},
      {"The Bay Herald \u00BB Town asks state to pay", "The Bay Herald"},
      {"Opinion: Town asks state to pay", ""},
      {"Town asks state to pay", ""},
      {"Something else - The Bay Herald", ""},
      {"Town asks state to pay - 5/3/2031", ""},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(outlet_beside(one.title, "Town asks state to pay"), one.outlet)
        << one.title;
  }
}

}  // namespace
}  // namespace quoin
