// SPDX-License-Identifier: Apache-2.0
// The ledger as its users meet it.
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "run_quoin.h"

namespace quoin::testing_cli {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

const std::string kStory = QUOIN_SOURCE_DIR "/golden/en/foghorn/story.toml";

Ran run_ledger(const std::string& ledger, std::vector<std::string> words,
               const std::string& input = {}) {
  words.insert(words.begin(), "ledger");
  words.insert(words.end(), {"--ledger", ledger});
  return run_quoin(words, input);
}

TEST(LedgerCommand, RecordsAStoryWithItsGradesOnce) {
  const Scratch scratch;
  const std::string ledger = scratch.path("l.sqlite");
  const Ran first = run_ledger(ledger, {"add", kStory});
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_THAT(first.out, HasSubstr("added    courier.txt · Merrow Courier  5 "
                                   "quotations\n"));
  EXPECT_THAT(first.out, HasSubstr("statement.txt  reference: release\n"));
  EXPECT_THAT(first.out, EndsWith("5 documents added, 0 changed, 0 known; 10 "
                                  "quotations and 6 grades recorded\n"));
  const Ran again = run_ledger(ledger, {"add", kStory});
  EXPECT_EQ(again.exit_code, 0);
  EXPECT_THAT(again.out, EndsWith("0 documents added, 0 changed, 5 known; 0 "
                                  "quotations and 0 grades recorded\n"));
  const Ran card = run_ledger(ledger, {"show", "--outlet", "The Daily Tide"});
  EXPECT_THAT(card.out, HasSubstr("1 of 2 held against a reference: 1 of 1 "
                                  "substitution\n"));
  const Ran found = run_ledger(ledger, {"search", "woken this town"});
  EXPECT_EQ(found.exit_code, 0);
  EXPECT_THAT(found.out, HasSubstr("convention, held against statement.txt "
                                   "(release)\n"));
  const Ran check = run_ledger(ledger, {"check"});
  EXPECT_EQ(check.exit_code, 0);
  EXPECT_THAT(check.out, StartsWith("whole: 5 versions in 5 documents, 10 "
                                    "quotations and 6 grades"));
}

// A page whose title changed was graded in all its words already.
TEST(LedgerCommand, WordsThatAreRepeatedKeepTheirGrades) {
  const Scratch scratch;
  const std::string ledger = scratch.path("l.sqlite");
  ASSERT_EQ(run_ledger(ledger, {"add", kStory}).exit_code, 0);
  const std::string text =
      read_file(QUOIN_SOURCE_DIR "/golden/en/foghorn/tide.txt");
  fs::create_directories(scratch.path("new"));
  const std::string story = scratch.write(
      "new/story.toml",
      "[[document]]\nfile = \"tide.txt\"\noutlet = \"The Daily Tide\"\n"
      "title = \"Another title\"\n");
  scratch.write("new/tide.txt", text);
  const Ran again = run_ledger(ledger, {"add", story});
  EXPECT_THAT(again.out,
              HasSubstr("changed  tide.txt · The Daily Tide  version "
                        "2  the same text under other "
                        "particulars\n"));
  const Ran card = run_ledger(ledger, {"show", "--outlet", "The Daily Tide"});
  EXPECT_THAT(card.out, HasSubstr("1 of 2 held against a reference: 1 of 1 "
                                  "substitution\n"));
  EXPECT_EQ(run_ledger(ledger, {"check"}).exit_code, 0);
}

TEST(LedgerCommand, SaysByItsExitStatusWhetherAnythingWasFound) {
  const Scratch scratch;
  const std::string ledger = scratch.path("l.sqlite");
  EXPECT_EQ(run_ledger(ledger, {"list"}).exit_code, 2);  // there is none
  EXPECT_EQ(
      run_ledger(ledger, {"add", "-"}, "“Go,” said Ann Bell.\n").exit_code, 0);
  const struct {
    std::vector<std::string> words;
    int exit_code;
  } cases[] = {
      {{"list"}, 0},
      {{"list", "--outlet", "Nobody"}, 1},
      {{"search", "go"}, 0},
      {{"search", "stay"}, 1},
      {{"search", "…"}, 2},
      {{"history", "go"}, 0},
      {{"history", "stay there"}, 1},
      {{"show"}, 2},
      {{"show", "nothing"}, 2},
      {{"show", "--speaker", "Ann Bell"}, 0},
      {{"show", "--speaker", "Joe Dunn"}, 2},
      {{"export"}, 0},
      {{"export", "--speaker", "Joe Dunn"}, 1},
      {{"check"}, 0},
      {{"add", scratch.path("none.txt")}, 2},
      {{"frobnicate"}, 2},
  };
  for (const auto& c : cases) {
    const Ran ran = run_ledger(ledger, c.words);
    EXPECT_EQ(ran.exit_code, c.exit_code) << c.words.back() << ran.err;
  }
}

TEST(LedgerCommand, GoesOnAfterABadDocument) {
  const Scratch scratch;
  const std::string ledger = scratch.path("l.sqlite");
  const std::string news = scratch.write(
      "n.jsonl",
      "{\"id\": \"a\", \"text\": \"“Go,” said Ann Bell.\"}\nnot json\n"
      "{\"id\": \"b\", \"text\": \"“Stay,” said Joe Dunn.\"}\n");
  const Ran ran = run_ledger(ledger, {"add", "--format", "jsonl", news});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("n.jsonl:2:"));
  EXPECT_THAT(ran.out, HasSubstr("\"id\": \"b\""));
}

TEST(LedgerCommand, ExportsRowsWithoutFormulas) {
  const Scratch scratch;
  const std::string ledger = scratch.path("l.sqlite");
  const std::string text =
      scratch.write("=1+1.txt", "“=2+2, or \"five\",” said Ann Bell.\n");
  ASSERT_EQ(run_ledger(ledger, {"add", text}).exit_code, 0);
  const Ran csv = run_ledger(ledger, {"export", "--format", "csv"});
  EXPECT_EQ(csv.exit_code, 0) << csv.err;
  EXPECT_THAT(csv.out, StartsWith("id,outlet,document,version,"));
  EXPECT_THAT(csv.out, HasSubstr(",'=1+1.txt,"));
  EXPECT_THAT(csv.out, HasSubstr(",\"'=2+2, or \"\"five\"\",\","));
  const Ran raw = run_ledger(ledger, {"export", "--format", "csv-raw"});
  EXPECT_THAT(raw.out, HasSubstr(",=1+1.txt,"));
  const Ran json = run_ledger(ledger, {"export"});
  EXPECT_THAT(json.out, StartsWith("{\"quoin\": 1, \"id\": "));
}

TEST(LedgerCommand, TheEnvironmentNamesTheLedger) {
  const Scratch scratch;
  const std::string ledger = scratch.path("named.sqlite");
  const Ran ran = run_quoin({"ledger", "add", "-"}, "“Go,” said Ann Bell.\n",
                            {"QUOIN_LEDGER=" + ledger});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_TRUE(fs::exists(ledger));
}

TEST(LedgerCommand, SaysWhatIsWrongWithAFileAndWhatToDo) {
  const Scratch scratch;
  const std::string text = scratch.write("a.txt", "“Go,” said Ann Bell.\n");
  const std::string noise = scratch.write(
      "noise.sqlite", std::string("no database at all, but long enough") +
                          std::string(2000, '.'));
  const struct {
    std::string ledger;
    std::vector<std::string> words;
    std::string message;
    std::string hint;
  } cases[] = {
      {scratch.path("none.sqlite"),
       {"list"},
       "there is no ledger here",
       "'quoin ledger add FILE…' makes one"},
      {noise, {"list"}, "not an SQLite database", "name the file"},
      {noise, {"add", text}, "not an SQLite database", "name the file"},
      {noise, {"check"}, "not an SQLite database", "name the file"},
      {scratch.path("no/such/l.sqlite"),
       {"add", text},
       "the folder of the ledger does not exist",
       "first"},
      {fs::path(noise).parent_path().string(),
       {"add", text},
       "this is a folder",
       ""},
      // Nobody can make a file there, root neither.
      {"/proc/l.sqlite",
       {"add", text},
       "the ledger cannot be made here",
       "is '/proc' writable?"},
  };
  for (const auto& c : cases) {
    const Ran ran = run_ledger(c.ledger, c.words);
    EXPECT_EQ(ran.exit_code, 2) << c.ledger;
    EXPECT_THAT(ran.err, AllOf(StartsWith(c.ledger + ": error: "),
                               HasSubstr(c.message), HasSubstr(c.hint)));
    EXPECT_EQ(ran.out, "");
  }
}

// As somebody else than root, whom no permission stops.
TEST(LedgerCommand, ReadsInAFolderThatCannotBeWrittenTo) {
  const Scratch scratch;
  const std::string ledger = scratch.path("shelf/l.sqlite");
  const std::string text =
      scratch.write("shelf/a.txt", "“Go,” said Ann Bell.\n");
  ASSERT_EQ(run_ledger(ledger, {"add", text}).exit_code, 0);
  const fs::path folder = fs::path(ledger).parent_path();
  fs::permissions(folder.parent_path(), fs::perms::all);
  fs::permissions(folder, fs::perms::all, fs::perm_options::replace);
  constexpr auto kAnyWrite =
      fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
  fs::permissions(folder, kAnyWrite, fs::perm_options::remove);
  fs::permissions(ledger, fs::perms::all);
  fs::permissions(ledger, kAnyWrite, fs::perm_options::remove);
  const pid_t child = ::fork();
  if (child == 0) {
    if (::getuid() == 0 && ::setuid(65534) != 0) ::_exit(99);
    const Ran found = run_ledger(ledger, {"search", "go"});
    const Ran added = run_ledger(ledger, {"add", "-"}, "“Stay,” said he.\n");
    const bool is_right = found.exit_code == 0 &&
                          found.out.find("Ann Bell") != std::string::npos &&
                          added.exit_code == 2 &&
                          added.err.find("hint:") != std::string::npos;
    if (!is_right)
      fmt::print(stderr, "{}{}{}", found.err, found.out, added.err);
    ::_exit(is_right ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  fs::permissions(folder, fs::perms::all);
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

// Both take turns, and neither loses a page.
TEST(LedgerCommand, TwoWritersWaitForEachOther) {
  const Scratch scratch;
  const std::string ledger = scratch.path("l.sqlite");
  constexpr int kPages = 150;
  std::vector<pid_t> children;
  for (const char* name : {"a", "b"}) {
    std::string lines;
    for (int i = 0; i < kPages; ++i) {
      lines +=
          fmt::format(R"({{"id": "{} {}", "text": "“Go,” said Ann Bell."}})"
                      "\n",
                      name, i);
    }
    const std::string news = scratch.write(std::string(name) + ".jsonl", lines);
    const pid_t child = ::fork();
    if (child == 0) {
      const Ran ran = run_ledger(ledger, {"add", "--batch", "5", news});
      if (ran.exit_code != 0) fmt::print(stderr, "{}", ran.err);
      ::_exit(ran.exit_code);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(WEXITSTATUS(status), 0);
  }
  const Ran check = run_ledger(ledger, {"check"});
  EXPECT_EQ(check.exit_code, 0) << check.out;
  EXPECT_THAT(check.out, StartsWith(fmt::format("whole: {0} versions in {0} "
                                                "documents",
                                                2 * kPages)));
}

}  // namespace
}  // namespace quoin::testing_cli
