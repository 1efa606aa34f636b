// SPDX-License-Identifier: Apache-2.0
// The pages of `compare` and `verify`, as files. What they look like and do in
// a browser: tests/browser.
#include <cstddef>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <quoin/base/sha256.h>

#include "run_quoin.h"

namespace quoin {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing_cli::Ran;
using testing_cli::run_quoin;
using testing_cli::Scratch;

const std::string kGolden = QUOIN_SOURCE_DIR "/golden/en/";

std::string between(const std::string& text, const std::string& from,
                    const std::string& to) {
  const std::size_t begin = text.find(from);
  if (begin == std::string::npos) return {};
  const std::size_t start = begin + from.size();
  return text.substr(start, text.find(to, start) - start);
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + 1)) {
    ++found;
  }
  return found;
}

std::string compared(const Scratch& scratch, const std::string& story) {
  const Ran ran =
      run_quoin({"compare", story, "--report", scratch.path("report.html")});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, Not(HasSubstr("<html"))) << "the table still comes";
  EXPECT_FALSE(ran.out.empty());
  return scratch.read("report.html");
}

TEST(HtmlReport, NeedsNothingElse) {
  const Scratch scratch;
  const std::string page = compared(scratch, kGolden + "foghorn/story.toml");
  EXPECT_TRUE(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
  for (const char* outside :
       {" src=", "url(", "@import", "<link rel=\"stylesheet\"", "srcset="}) {
    EXPECT_THAT(page, Not(HasSubstr(outside)));
  }
  EXPECT_EQ(count(page, "<script"), 1u);
  EXPECT_EQ(count(page, " style=\""), 0u);
  EXPECT_THAT(between(page, "Content-Security-Policy\" content=\"", "\""),
              HasSubstr("default-src 'none'"));
}

// The policy lets exactly this style and this script in.
TEST(HtmlReport, ThePolicyNamesItsStyleAndScript) {
  const Scratch scratch;
  const std::string page = compared(scratch, kGolden + "one-comma/story.toml");
  const auto base64 = [](const std::string& hex) {
    const std::string letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bits;
    for (const char c : hex) {
      const int digit = c <= '9' ? c - '0' : c - 'a' + 10;
      for (int b = 3; b >= 0; --b) bits += (digit >> b & 1) ? '1' : '0';
    }
    std::string out;
    for (std::size_t i = 0; i < bits.size(); i += 6) {
      std::string six = bits.substr(i, 6);
      six.resize(6, '0');
      out += letters[std::stoul(six, nullptr, 2)];
    }
    return out + "=";
  };
  const std::string style = between(page, "<style>", "</style>");
  const std::string script = between(page, "<script>", "</script>");
  EXPECT_THAT(
      page, HasSubstr("style-src 'sha256-" + base64(sha256_hex(style)) + "'"));
  EXPECT_THAT(page, HasSubstr("script-src 'sha256-" +
                              base64(sha256_hex(script)) + "'"));
}

TEST(HtmlReport, SaysWhoChangedWhichWordAndWhy) {
  const Scratch scratch;
  const std::string page = compared(scratch, kGolden + "foghorn/story.toml");
  EXPECT_THAT(page, HasSubstr("<del>ruined</del> <ins>spoiled</ins>"));
  EXPECT_THAT(page, HasSubstr("<code>substitution/content-word</code>"));
  EXPECT_THAT(page, HasSubstr("by rule <code>"));
  EXPECT_THAT(page, HasSubstr("<h2 id=\"h-unchecked\">Not checked</h2>"));
  EXPECT_THAT(page, HasSubstr("<h2 id=\"h-scoreboard\">Scoreboard</h2>"));
  EXPECT_THAT(page, HasSubstr("<title id=\"tl-t\">"));
}

TEST(HtmlReport, IsTheSameForAnyNumberOfThreads) {
  const Scratch scratch;
  const std::string one = compared(scratch, kGolden + "foghorn/story.toml");
  run_quoin({"compare", kGolden + "foghorn/story.toml", "--threads", "3",
             "--report", scratch.path("again.html")});
  EXPECT_EQ(scratch.read("again.html"), one);
}

// Every link within the page leads somewhere, and no name is given twice.
TEST(HtmlReport, LinksLeadSomewhere) {
  const Scratch scratch;
  for (const std::string story : {"foghorn", "altered-word", "excerpts",
                                  "split-quotation", "continuation"}) {
    const std::string page = compared(scratch, kGolden + story + "/story.toml");
    std::size_t links = 0;
    for (std::size_t at = page.find("href=\"#"); at != std::string::npos;
         at = page.find("href=\"#", at + 1)) {
      const std::string id = between(page.substr(at, 400), "#", "\"");
      EXPECT_EQ(count(page, " id=\"" + id + "\""), 1u) << story << " #" << id;
      ++links;
    }
    EXPECT_GT(links, 8u);
  }
}

TEST(HtmlReport, OfAVerificationShowsDraftAndSource) {
  const Scratch scratch;
  const Ran ran = run_quoin({"verify", kGolden + "foghorn/tide.txt",
                             "--against", kGolden + "foghorn/statement.txt",
                             "--report", scratch.path("v.html")});
  EXPECT_EQ(ran.exit_code, 1) << ran.err;
  const std::string page = scratch.read("v.html");
  EXPECT_THAT(page, HasSubstr("<del>ruined</del> <ins>spoiled</ins>"));
  EXPECT_THAT(page, HasSubstr("review"));
  EXPECT_THAT(page, HasSubstr("could not be checked"));
  EXPECT_THAT(page, HasSubstr("judged by profile ap"));
}

TEST(HtmlReport, SaysWhenItCannotBeWritten) {
  const Ran ran = run_quoin({"compare", kGolden + "one-comma/story.toml",
                             "--report", "/no/such/folder/report.html"});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("/no/such/folder/report.html"));
}

}  // namespace
}  // namespace quoin
