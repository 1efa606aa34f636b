// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "run_quoin.h"

namespace quoin::testing_cli {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* kText =
    "The harbour\n\n“We will not sell a berth,” Ines Calloway said.\n";

std::string json_line(const std::string& id, const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\n') {
      escaped += "\\n";
    } else {
      escaped += c;
    }
  }
  return "{\"id\": \"" + id + "\", \"text\": \"" + escaped + "\"}\n";
}

std::size_t count_lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

TEST(Extract, GivesOneLineOfJsonADocument) {
  const Scratch scratch;
  const Ran ran = run_quoin(
      {"extract", "--format", "jsonl", scratch.write("a.txt", kText)});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(count_lines(ran.out), 1u);
  EXPECT_THAT(ran.out,
              StartsWith(R"({"quoin": 1, "id": "a.txt", "outlet": null, )"
                         R"("title": null, "url": null, "published": null, )"
                         R"("lang": "en", "sha256": ")"));
  EXPECT_THAT(
      ran.out,
      HasSubstr(R"("quotations": [{"id": "q1", "start": 14, "end": 39, )"
                R"("text": "We will not sell a berth,", "line": 3, )"
                R"("open": "“", "close": "”", "kind": "speech", "depth": 0, )"
                R"("segments": [[14, 39]], "utterance": "u1", )"
                R"("block": "body", "speaker": {"start": 41, "end": 54, )"
                R"("text": "Ines Calloway", "name": "Ines Calloway", )"
                R"("role": null, "candidates": []}, )"
                R"("cue": {"start": 55, "end": 59, "text": "said"}, )"
                R"("medium": null, "addressee": null, "rule": ")"));
  EXPECT_THAT(ran.out, HasSubstr(R"("at": "en/attribution.grammar:)"));
  EXPECT_THAT(ran.out, HasSubstr(R"("flags": []}], "diagnostics": []})"));
}

// What nobody declares is detected, and picks the grammar; what is declared
// counts, and what cannot be told is read as English.
TEST(Extract, ReadsTheLanguageOfADocument) {
  const std::string german =
      "»Der Hafen bleibt zu«, sagte Weber am Freitag vor dem alten Zollhaus, "
      "und das Wetter wurde in der Nacht noch schlechter als am Tag davor.";
  const Scratch scratch;
  const struct {
    std::string record;
    const char* lang;
    const char* speaker;
  } cases[] = {
      {json_line("a", german), R"("lang": "de",)", R"("name": "Weber")"},
      {R"({"id": "a", "lang": "de-CH", "text": "«Nein», sagte Weber."})" "\n",
       R"("lang": "de-CH",)", R"("name": "Weber")"},
      {R"({"id": "a", "lang": "nb", "text": "«Nei», sa Brekke."})" "\n",
       R"("lang": "nb",)", R"("name": "Brekke")"},
      {json_line("a", "“No,” said Doe."), R"("lang": "en",)",
       R"("name": "Doe")"},
  };
  for (const auto& c : cases) {
    const Ran ran = run_quoin({"extract", "--format", "jsonl",
                               scratch.write("a.jsonl", c.record)});
    EXPECT_THAT(ran.out, HasSubstr(c.lang)) << c.record;
    EXPECT_THAT(ran.out, HasSubstr(c.speaker)) << c.record;
  }
}

// The words of each of them stand in all those around it: hostile nesting must
// not make output grow with its square.
TEST(Extract, GivesNoWordsOfWhatIsNestedBeyondReason) {
  std::string text;
  constexpr int kLevels = 20'000;
  for (int i = 0; i < kLevels; ++i) text += "“a ";
  text += "No.";
  for (int i = 0; i < kLevels; ++i) text += " b”";
  const Scratch scratch;
  const Ran ran = run_quoin(
      {"extract", "--format", "jsonl", scratch.write("a.txt", text)});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_LT(ran.out.size(), 17 * text.size() + 500 * kLevels);
  EXPECT_THAT(ran.out, HasSubstr(R"("depth": 16,)"));
  EXPECT_THAT(ran.out, HasSubstr(R"("text": null, "line": 1, "open": "“",)"));
}

TEST(Extract, CountsOffsetsAsAsked) {
  const std::string line = json_line("a", "😀 “Yes,” Ann Bell said.");
  const struct {
    const char* unit;
    const char* start;
  } cases[] = {{"codepoint", "\"start\": 3,"},
               {"bytes", "\"start\": 8,"},
               {"utf16", "\"start\": 4,"}};
  for (const auto& c : cases) {
    const Ran ran = run_quoin(
        {"extract", "--format", "jsonl", "--offsets", c.unit, "-"}, line);
    EXPECT_THAT(ran.out, HasSubstr(c.start)) << c.unit;
  }
}

TEST(Extract, SetsATableForPeople) {
  const Scratch scratch;
  const Ran ran = run_quoin({"extract", scratch.write("a.txt", kText)});
  EXPECT_EQ(ran.exit_code, 0);
  EXPECT_THAT(ran.out, StartsWith("a.txt\n"));
  EXPECT_THAT(ran.out, HasSubstr("  3:2  “We will not sell a berth,”  "
                                 "Ines Calloway  said"));
  EXPECT_THAT(ran.out, HasSubstr("1 quotation in 1 document, 1 with a "
                                 "speaker\n"));
  EXPECT_THAT(ran.out, Not(HasSubstr("\x1B")));
}

TEST(Extract, ExplainsInWords) {
  const Scratch scratch;
  const std::string path = scratch.write(
      "a.txt",
      "Ilse Karr runs the ferry.\n\n\u201CWe sail,\u201D she said.\n\n"
      "They met the \u201Csmart\u201D boats.\n");
  const std::string out = run_quoin({"extract", "--explain", path}).out;
  for (const char* part :
       {"3:2  \u201CWe sail,\u201D",
        "Ilse Karr, for \u201Cshe\u201D: of those named before, the likeliest",
        "\u201CIlse Karr\u201D, 1:1", "name-said, priority 84, en/attribution",
        "[SPEAKER she] [CUE said]", "before   name-any-verb, priority 74",
        "lower priority", "kind     term", "determined-term"}) {
    EXPECT_THAT(out, testing::HasSubstr(part));
  }
}

TEST(Extract, LeavesOutARuleWhenAsked) {
  const Scratch scratch;
  const std::string path = scratch.write(
      "a.txt",
      "\u00BBWir gehen\u00AB, sagte Weber.\n\n\u00BBWohin?\u00AB fragte "
      "Anna.\n\n\u00BBHeim.\u00AB\n");
  const auto with = run_quoin({"extract", "--lang", "de", path});
  EXPECT_THAT(with.out, HasSubstr("alternation"));
  const auto without = run_quoin(
      {"extract", "--lang", "de", "--without", "alternation", path});
  EXPECT_THAT(without.out, testing::Not(HasSubstr("alternation")));
  const auto unknown = run_quoin({"extract", "--without", "alternatoin", path});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("did you mean 'alternation'?"));
}

TEST(Extract, ColoursOnlyWhereItIsWanted) {
  const Scratch scratch;
  const std::string file = scratch.write("a.txt", kText);
  EXPECT_THAT(run_quoin({"extract", file}, "", {"CLICOLOR_FORCE=1"}).out,
              HasSubstr("\x1B[1m"));
  EXPECT_THAT(
      run_quoin({"extract", file}, "", {"CLICOLOR_FORCE=1", "NO_COLOR=1"}).out,
      Not(HasSubstr("\x1B")));
}

TEST(Extract, ABadLineIsOneDiagnosticAndTheRestGoesOn) {
  const std::string good = json_line("g", kText);
  const Ran ran = run_quoin({"extract", "--format", "jsonl", "-"},
                            good + "{\"id\": 7, \"text\": 8}\n" + good);
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_EQ(count_lines(ran.out), 2u);
  EXPECT_EQ(ran.err,
            "-:2:19: error: \"text\" must be a string\n"
            "    2 | {\"id\": 7, \"text\": 8}\n"
            "      |                   ^\n");
}

TEST(Extract, SaysByItsExitStatusWhatItFound) {
  const Scratch scratch;
  const std::string found = scratch.write("found.txt", kText);
  const std::string nothing = scratch.write("nothing.txt", "No marks here.\n");
  const struct {
    std::vector<std::string> arguments;
    int exit_code;
  } cases[] = {
      {{"extract", found}, 0},
      {{"extract", nothing}, 1},
      {{"extract", nothing, found}, 0},
      {{"extract", scratch.path("none.txt")}, 2},
      {{"extract", scratch.path("none.txt"), found}, 2},
      {{"extract"}, 2},
      {{"extract", "--format", "xml", found}, 2},
      {{"extract", "--grammar", scratch.path("none"), found}, 2},
      {{"extract", "--output", scratch.path("none/x"), found}, 2},
      {{"extract", "--help"}, 0},
      {{"--version"}, 0},
      {{}, 2},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(run_quoin(c.arguments).exit_code, c.exit_code)
        << testing::PrintToString(c.arguments);
  }
  EXPECT_THAT(run_quoin({"extract", scratch.path("none.txt"), found}).out,
              HasSubstr("Ines Calloway"));
}

TEST(Extract, SuggestsWhatWasMeant) {
  const struct {
    std::vector<std::string> arguments;
    const char* said;
  } cases[] = {
      {{"extarct", "a.txt"},
       "quoin: error: there is no command 'extarct'\n"
       "    hint: did you mean 'extract'?\n"},
      {{"extract", "--fromat", "jsonl", "a.txt"},
       "quoin: error: there is no option '--fromat'\n"
       "    hint: did you mean '--format'?\n"},
      {{"extract", "--format", "josnl", "a.txt"},
       "quoin: error: --format: 'josnl' is not known, did you mean 'jsonl'?\n"
       "    hint: try 'quoin extract --help'\n"},
      {{"extract"},
       "quoin: error: FILE is required\n"
       "    hint: try 'quoin extract --help'\n"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(run_quoin(c.arguments).err, c.said);
  }
}

TEST(Extract, GivesTheSameBytesForAnyNumberOfThreads) {
  std::string input;
  for (int i = 0; i < 500; ++i) {
    input += json_line("d" + std::to_string(i),
                       i % 3 == 0 ? kText : "“One,” said Ann Bell. “Two.”\n");
    if (i % 50 == 7) input += "bad\n";
  }
  const Ran one =
      run_quoin({"extract", "--format", "jsonl", "-j", "1", "-"}, input);
  EXPECT_EQ(count_lines(one.out), 500u);
  EXPECT_EQ(count_lines(one.err), 30u);
  for (const char* threads : {"2", "8"}) {
    const Ran many =
        run_quoin({"extract", "--format", "jsonl", "-j", threads, "-"}, input);
    EXPECT_EQ(many.out, one.out);
    EXPECT_EQ(many.err, one.err);
    EXPECT_EQ(many.exit_code, one.exit_code);
  }
}

TEST(Extract, WritesToAFile) {
  const Scratch scratch;
  const std::string file = scratch.write("a.txt", kText);
  const Ran ran = run_quoin(
      {"extract", "--format", "jsonl", "-o", scratch.path("out.jsonl"), file});
  EXPECT_EQ(ran.exit_code, 0);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(scratch.read("out.jsonl"), StartsWith("{\"quoin\": 1"));
}

// `quoin … | head -c 1`, with enough behind it that the pipe closes first.
TEST(Extract, ABrokenPipeIsSuccess) {
  const Scratch scratch;
  std::string input;
  for (int i = 0; i < 20000; ++i) input += json_line("a", kText);
  const std::string file = scratch.write("many.jsonl", input);
  const std::string command = std::string("( \"") + QUOIN_BINARY +
                              "\" extract --format jsonl " + file +
                              "; echo $? > " + scratch.path("status") +
                              " ) | head -c 1 > " + scratch.path("head");
  ASSERT_EQ(std::system(command.c_str()), 0);
  EXPECT_EQ(scratch.read("status"), "0\n");
}

TEST(Extract, ReadsTheDocumentsOfAStory) {
  const Scratch scratch;
  scratch.write("a.txt", kText);
  const Ran ran = run_quoin(
      {"extract", "--format", "jsonl",
       scratch.write("story.toml",
                     "[[document]]\nfile = \"a.txt\"\noutlet = \"Courier\"\n"
                     "published = 2031-01-02\n")});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr(R"("id": "a.txt", "outlet": "Courier")"));
  EXPECT_THAT(ran.out, HasSubstr(R"("published": "2031-01-02")"));
}

TEST(Extract, SaysWhatItRepaired) {
  const Scratch scratch;
  const Ran ran = run_quoin({"extract", "--format", "jsonl",
                             scratch.write("a.txt", "“A\xFF” Ann Bell said.")});
  EXPECT_THAT(ran.err, HasSubstr("a.txt: warning: not valid UTF-8: one place "
                                 "reads U+FFFD, the first in line 1\n"));
  EXPECT_THAT(ran.out, HasSubstr(R"("diagnostics": ["repaired-utf8"])"));
}

}  // namespace
}  // namespace quoin::testing_cli
