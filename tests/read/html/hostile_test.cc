// SPDX-License-Identifier: Apache-2.0
// Pages that want to break their reader. Four times the page takes at most
// ten times as long (four, and what a busy machine adds), and the text that
// can be read is read.
#include <algorithm>
#include <ctime>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <quoin/read/html/read_html.h>

namespace quoin {
namespace {

std::string repeat(std::string_view piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

Document read(std::string page, const ReadOptions& options = {}) {
  Result<Document> document = read_html(std::move(page), {}, options);
  EXPECT_TRUE(document);
  return document ? *std::move(document) : Document();
}

bool has_flag(const Document& document, std::string_view flag) {
  return std::find(document.flags.begin(), document.flags.end(), flag) !=
         document.flags.end();
}

double seconds_for(const std::string& page) {
  timespec before{};
  timespec after{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
  const Document document = read(page);
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after);
  EXPECT_LE(document.text.size(), 4 * page.size() + 4);
  return static_cast<double>(after.tv_sec - before.tv_sec) +
         1e-9 * static_cast<double>(after.tv_nsec - before.tv_nsec);
}

TEST(HostilePage, IsReadInLinearTime) {
  const struct {
    const char* name;
    std::string (*make)(std::size_t n);
  } kInputs[] = {
      {"deep boxes", [](std::size_t n) { return repeat("<div>", n); }},
      {"deep boxes with text",
       [](std::size_t n) { return repeat("<div>a", n); }},
      {"deep and closed",
       [](std::size_t n) {
         return repeat("<div>", n / 2) + "a" + repeat("</div>", n / 2);
       }},
      {"deep links", [](std::size_t n) { return repeat("<a href=x>a", n); }},
      {"deep formatting", [](std::size_t n) { return repeat("<b>a", n); }},
      {"misnested", [](std::size_t n) { return repeat("<b><p>a</b>", n); }},
      {"end tags of nothing",
       [](std::size_t n) {
         return repeat("<p>", 500) + "<i>" + repeat("<span></i><b>", n);
       }},
      {"end tags beyond walls",
       [](std::size_t n) {
         return "<p>" + repeat("<td>", 500) + repeat("</p>", n);
       }},
      {"items in deep boxes",
       [](std::size_t n) {
         return "<li>" + repeat("<ul><div>", 250) + repeat("<li>a", n);
       }},
      {"attributes",
       [](std::size_t n) { return "<p" + repeat(" a", n) + ">a"; }},
      {"values", [](std::size_t n) { return "<p" + repeat(" a='b'", n); }},
      {"tags that never end", [](std::size_t n) { return repeat("<a ", n); }},
      {"comments that never end",
       [](std::size_t n) { return repeat("<!-- ", n); }},
      {"ends of comments",
       [](std::size_t n) { return "<!--" + repeat(" > --", n); }},
      {"scripts that never end",
       [](std::size_t n) { return "<script>" + repeat("<!--<script>", n); }},
      {"ends of titles",
       [](std::size_t n) { return "<title>" + repeat("</titl", n); }},
      {"ampersands", [](std::size_t n) { return repeat("&", n); }},
      {"references that are none",
       [](std::size_t n) { return repeat("&CounterClockwise", n); }},
      {"white space", [](std::size_t n) { return repeat(" \n\t", n); }},
      {"breaks", [](std::size_t n) { return repeat("a<br>", n); }},
      {"inline quotations",
       [](std::size_t n) { return repeat("<q>", n) + repeat("a</q>", n); }},
      {"drawings", [](std::size_t n) { return repeat("<svg><p>a", n); }},
      {"lists of links",
       [](std::size_t n) {
         return "<ul>" + repeat("<li><a href=x>abc</a> def", n);
       }},
      {"nested lists of links",
       [](std::size_t n) {
         return repeat("<ul><li><a href=x>abc</a> def", n);
       }},
      {"nested articles",
       [](std::size_t n) {
         return repeat("<article><h2><a href=x>abc</a></h2>d", n);
       }},
      {"nested asides",
       [](std::size_t n) { return repeat("<aside><p>Some words.", n); }},
      {"lines of one paragraph",
       [](std::size_t n) { return "<p>" + repeat("abc<br><br>", n); }},
      {"times",
       [](std::size_t n) { return repeat("<time datetime=2026-03-04>", n); }},
      {"properties",
       [](std::size_t n) { return repeat("<meta name=a content=b>", n); }},
      {"JSON in JSON",
       [](std::size_t n) {
         return "<script type=application/ld+json>" + repeat("[", n) +
                "</script>";
       }},
      {"JSON objects",
       [](std::size_t n) {
         return "<script type=application/ld+json>[" +
                repeat("{\"name\":\"a\"},", n) + "{}]</script>";
       }},
      {"JSON scripts",
       [](std::size_t n) {
         return repeat("<script type=application/ld+json>{}</script>", n);
       }},
      {"class names",
       [](std::size_t n) { return "<p class='" + repeat("ad ", n) + "'>a"; }},
      {"one class name",
       [](std::size_t n) { return "<p class='" + repeat("ad", n) + "'>a"; }},
  };
  for (const auto& input : kInputs) {
    const std::string small = input.make(20000);
    const std::string large = input.make(80000);
    double least = 100;
    seconds_for(large);  // touches the memory
    for (int i = 0; i < 6 && least > 6; ++i) {
      const double once = std::max(seconds_for(small), 1e-4);
      least = std::min(least, seconds_for(large) / once);
    }
    EXPECT_LE(least, 10) << input.name;
  }
}

TEST(HostilePage, IsFlatBeyondADepth) {
  const Document document = read(repeat("<div>", 20000) + "<p>Down here.</p>" +
                                 repeat("</div>", 20000) + "<p>Up again.</p>");
  EXPECT_EQ(document.text, "Down here.\n\nUp again.\n\n");
  EXPECT_TRUE(has_flag(document, "deep-nesting"));
  ASSERT_EQ(document.diagnostics.size(), 1u);
  EXPECT_NE(document.diagnostics[0].message.find("deeper than 512"),
            std::string::npos);
  ReadOptions deep;
  deep.max_depth = 30000;
  const std::string fits = repeat("<div>", 20000) + "<p>Down here.</p>";
  EXPECT_TRUE(read(fits, deep).diagnostics.empty());
  deep.max_depth = 5;
  EXPECT_TRUE(has_flag(read(repeat("<div>", 6) + "x", deep), "deep-nesting"));
}

TEST(HostilePage, LosesAttributesBeyondALimit) {
  const Document document =
      read("<p" + repeat(" a=b", 100000) + " hidden>Seen.</p>");
  EXPECT_EQ(document.text, "Seen.\n\n");
  EXPECT_TRUE(has_flag(document, "many-attributes"));
  EXPECT_EQ(document.diagnostics.size(), 1u);
  ReadOptions many;
  many.max_attributes = 200000;
  EXPECT_EQ(read("<p" + repeat(" a=b", 100000) + " hidden>No.</p>", many).text,
            "");
}

TEST(HostilePage, MayHoldNulsAndHalfCharacters) {
  using std::string_literals::operator""s;
  const std::string page = "<p>a\0b\xC3<b\0>c\xE2\x80</b>&#0;</p>"s;
  const Document document = read(page);
  EXPECT_EQ(document.text.find('\0'), std::string::npos);
  EXPECT_TRUE(has_flag(document, "repaired-utf8"));
}

TEST(HostilePage, MayEndAnywhere) {
  const std::string page =
      "<html><title>T &amp; t</title><script type='application/ld+json'>"
      "{\"name\":\"x\"}</script><body><p class=\"a b\">One <q>two</q> "
      "&ldquo;three&rdquo;<!-- four --><table><tr><td>Five</table>";
  for (std::size_t size = 0; size <= page.size(); ++size) {
    const Document document = read(page.substr(0, size));
    EXPECT_EQ(document.text.find("four"), std::string::npos);
  }
}

TEST(HostilePage, IsRefusedBeyondALimit) {
  ReadOptions options;
  options.max_size = 10;
  EXPECT_FALSE(read_html("<p>Eleven.</p>", {}, options));
}

}  // namespace
}  // namespace quoin
