// SPDX-License-Identifier: Apache-2.0
// quoin read, and what it makes for the other commands.
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "run_quoin.h"

namespace quoin::testing_cli {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kPage =
    "<html lang=en><head><title>Harbour closed</title></head><body><article>"
    "<h1>Harbour closed</h1><p>The harbour is closed for the winter, and "
    "nobody knows for how long it will stay so.</p><p>&ldquo;We leave at "
    "dawn,&rdquo; Ann Bell said, and she meant every word of it.</p><p>The "
    "council meets again on Monday to hear what the owners have to say.</p>"
    "</article></body></html>";

TEST(ReadCommand, MakesWhatExtractReads) {
  const Scratch scratch;
  const std::string page = scratch.write("a.html", kPage);
  const std::string lines = scratch.write("a.jsonl", "");
  const Ran read = run_quoin({"read", "--output", lines, page});
  EXPECT_EQ(read.exit_code, 0) << read.err;
  const Ran straight = run_quoin({"extract", "--format", "jsonl", page});
  const Ran piped = run_quoin({"extract", "--format", "jsonl", lines});
  EXPECT_THAT(straight.out, HasSubstr("We leave at dawn,"));
  EXPECT_EQ(straight.out, piped.out);
}

TEST(ReadCommand, ShowsPeopleWhatIsWhat) {
  const Scratch scratch;
  const Ran ran = run_quoin(
      {"read", "--format", "text", scratch.write("a.html", kPage)});
  EXPECT_THAT(ran.out, HasSubstr("--- a.html\n"));
  EXPECT_THAT(ran.out, HasSubstr("[headline] Harbour closed\n"));
  EXPECT_THAT(ran.out, HasSubstr("\n“We leave at dawn,” Ann Bell said"));
}

TEST(ReadCommand, FoldersAreReadAndFiltered) {
  const Scratch scratch;
  const std::string first = scratch.write("a.txt", "One.");
  scratch.write("b.md", "Two.");
  scratch.write("c.css", "p {}");
  scratch.write(".hidden.txt", "None.");
  const std::string folder = std::filesystem::path(first).parent_path();
  const Ran all = run_quoin({"read", folder});
  EXPECT_THAT(all.out, HasSubstr("\"id\": \"a.txt\""));
  EXPECT_THAT(all.out, HasSubstr("\"id\": \"b.md\""));
  EXPECT_THAT(all.out, Not(HasSubstr("css")));
  EXPECT_THAT(all.out, Not(HasSubstr("None.")));
  const Ran some = run_quoin({"read", "--include", "*.md", "--", folder});
  EXPECT_THAT(some.out, Not(HasSubstr("a.txt")));
  EXPECT_THAT(some.out, HasSubstr("b.md"));
  const Ran others = run_quoin({"read", "--exclude", "*.md", "--", folder});
  EXPECT_THAT(others.out, HasSubstr("a.txt"));
  EXPECT_THAT(others.out, Not(HasSubstr("b.md")));
}

// Every command that reads documents takes the same limits and globs.
TEST(ReadCommand, LimitsAreThoseOfAllCommands) {
  const Scratch scratch;
  const std::string first = scratch.write(
      "deep.html", std::string("<div><div><div><div>") + kPage);
  scratch.write("large.txt", std::string(1100000, 'x'));
  scratch.write("bad.pdf", "%PDF-1.7");
  const std::string folder = std::filesystem::path(first).parent_path();
  const std::string ledger = scratch.write("l.sqlite", "");
  std::filesystem::remove(ledger);
  const std::vector<std::string> commands[] = {
      {"read"},
      {"extract"},
      {"compare"},
      {"verify", "--against", first},
      {"ledger", "add", "--ledger", ledger},
  };
  for (const std::vector<std::string>& command : commands) {
    std::vector<std::string> line = command;
    for (const char* option :
         {"--exclude", "*.pdf", "--max-size", "1", "--max-depth", "5",
          "--max-attributes", "3", "--max-ratio", "9", "--max-records", "7"}) {
      line.push_back(option);
    }
    line.push_back("--");
    line.push_back(folder);
    const Ran ran = run_quoin(line);
    EXPECT_THAT(ran.err, HasSubstr(first + ": warning: what is nested deeper "
                                           "than 5 elements"))
        << command[0];
    EXPECT_THAT(ran.err, HasSubstr("larger than 1 MB")) << command[0];
    EXPECT_THAT(ran.err, Not(HasSubstr("PDF"))) << command[0];
    EXPECT_EQ(ran.exit_code, 2) << command[0];
  }
}

TEST(ReadCommand, SaysWhatItCannotReadAndGoesOn) {
  const Scratch scratch;
  const Ran ran = run_quoin({"read", scratch.write("a.pdf", "%PDF-1.7 x"),
                             scratch.write("b.txt", "Good.")});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("PDF is not read"));
  EXPECT_THAT(ran.out, HasSubstr("Good."));
}

TEST(ReadCommand, RefusesInWordsWhatIsNoText) {
  const Scratch scratch;
  const struct {
    const char* name;
    const char* bytes;
    const char* message;
  } kCases[] = {
      {"a.pdf", "%PDF-1.7\n%\xE2\xE3", "PDF is not read"},
      {"a.docx", "PK\x03\x04\x14", "the DOCX and ODT made of them"},
      {"a.rtf", "{\\rtf1\\ansi Some words.}", "RTF is not read"},
      {"a.mhtml", "From: <Saved by Blink>\r\nSnapshot", "MHTML is not read"},
      {"a.doc", "\xD0\xCF\x11\xE0", "this is no text"},
  };
  for (const auto& one : kCases) {
    const Ran ran = run_quoin(
        {"compare", scratch.write(one.name, one.bytes),
         scratch.write("good.txt", "\u201CWe leave,\u201D Ann Bell said.")});
    EXPECT_EQ(ran.exit_code, 2);
    EXPECT_THAT(ran.err, HasSubstr(one.message));
  }
}

// Saved pages need no manifest: outlets, dates and credits are in them.
TEST(ReadCommand, ComparesSavedPagesWithoutAManifest) {
  const Scratch scratch;
  const std::string story =
      "<p>The harbour stays closed until the spring, the council decided on "
      "Monday night after a long debate.</p><p>&ldquo;We cannot send people "
      "out on a pier that may not be there in the morning,&rdquo; said Ruth "
      "Kim, who runs the harbour.</p><p>A decision on the money is expected "
      "in April, when the state sets its budget.</p>";
  const std::string first = scratch.write(
      "a.html",
      "<!DOCTYPE html><html lang=en><head><title>Harbour closed | Porthaven "
      "Courier</title><meta property='og:site_name' content='Porthaven "
      "Courier'><meta property='article:published_time' content='2031-02-01'>"
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle"
      "\",\"headline\":\"Harbour closed\",\"datePublished\":\"2031-03-04T09:"
      "12:00Z\",\"author\":{\"name\":\"By Ann Bell\"}}</script></head><body>"
      "<nav><a href=/>Home</a></nav><article><h1>Harbour closed</h1>" +
          story + "</article><footer>Porthaven Courier</footer></body></html>");
  const std::string second = scratch.write(
      "b.html",
      "<html><head><title>Town asks state to pay - The Bay Herald</title>"
      "<meta name=date content=2031-03-05></head><body><table><tr><td><a "
      "href=/>Home</a></table><h1>Town asks state to pay</h1><p>PORTHAVEN (AP) "
      "- The town will ask the state to pay for its harbour.</p>" +
          story + "</body></html>");
  const std::string third = scratch.write(
      "c.html",
      "<!DOCTYPE html>\n<!-- saved from url=(0047)https://coastradio.example/"
      "2031/03/06/stones/ -->\n<html><head><title>Stones are moving</title>"
      "</head><body><h1>Stones are moving</h1>" +
          story + "</body></html>");
  const Ran ran =
      run_quoin({"compare", "--format", "json", first, second, third});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  for (const char* fact :
       {R"("outlet": "Porthaven Courier")", R"("outlet": "The Bay Herald")",
        R"("outlet": "coastradio.example")",
        R"("published": "2031-03-04T09:12:00Z")",
        R"("published": "2031-03-05")", R"("published": "2031-03-06")",
        R"("title": "Town asks state to pay")",
        R"("wire": "Associated Press")",
        R"(["published: 2031-03-04T09:12:00Z in json-ld, 2031-02-01 in meta"])"}) {
    EXPECT_THAT(ran.out, HasSubstr(fact));
  }
  const Ran read = run_quoin({"read", first});
  EXPECT_THAT(read.out, HasSubstr(R"("byline": "Ann Bell")"));
}

}  // namespace
}  // namespace quoin::testing_cli
