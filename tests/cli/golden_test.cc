// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "run_quoin.h"

namespace quoin::testing_cli {
namespace {

using testing::HasSubstr;

// CI runs these too, and blesses nothing; what is tested there says so itself.
[[maybe_unused]] const int kOutsideCi = ::unsetenv("CI");

constexpr const char* kText = "Harbour\n\n“We stay,” Ines Calloway said.\n";

// The repository's own cases: the pipeline test.
TEST(Golden, EveryCaseOfTheRepositoryComesOutAsExpected) {
  const Ran ran = run_quoin({"golden", "check", "--no-new", QUOIN_SOURCE_DIR "/golden"});
  EXPECT_EQ(ran.exit_code, 0)
      << ran.out << ran.err
      << "when this is what you meant: quoin golden bless golden";
}

TEST(Golden, EveryCaseOfTheRepositorySaysWhy) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           QUOIN_SOURCE_DIR "/golden")) {
    if (entry.path().filename() != "story.toml") continue;
    const std::string why =
        read_file((entry.path().parent_path() / "why.md").string());
    EXPECT_GT(why.size(), 40u) << entry.path();
  }
}

TEST(Golden, BlessesAndThenFindsTheSame) {
  const Scratch scratch;
  scratch.write("cases/one/a.txt", kText);
  const std::string cases = scratch.path("cases");
  EXPECT_EQ(run_quoin({"golden", "check", cases}).exit_code, 1);
  EXPECT_EQ(scratch.read("cases/one/expected.extract.jsonl"), "");
  EXPECT_EQ(
      run_quoin({"golden", "bless", "--reason", "first", cases}).exit_code, 0);
  EXPECT_THAT(scratch.read("cases/one/expected.extract.jsonl"),
              HasSubstr("{\"document\": \"a.txt\", \"line\": 3, \"text\": "
                        "\"We stay,\", \"speaker\": \"Ines Calloway\""));
  EXPECT_EQ(scratch.read("cases/one/blessed.md"),
            "- extract (first blessing): first\n");
  const Ran same = run_quoin({"golden", "check", cases});
  EXPECT_EQ(same.exit_code, 0);
  EXPECT_EQ(same.out, "1 case: the same\n");
}

TEST(Golden, AnEditUpstreamOnlyMoves) {
  const Scratch scratch;
  scratch.write("cases/one/a.txt", kText);
  const std::string cases = scratch.path("cases");
  ASSERT_EQ(run_quoin({"golden", "bless", cases}).exit_code, 0);
  scratch.write("cases/one/a.txt", std::string("A line more.\n\n") + kText);
  const Ran moved = run_quoin({"golden", "check", cases});
  EXPECT_EQ(moved.exit_code, 0);
  EXPECT_EQ(moved.out, "1 case: the same; +0 -0 quotations, 1 moved\n");
  EXPECT_THAT(run_quoin({"golden", "check", "--moved", cases}).out,
              HasSubstr("    moved a.txt:5  “We stay,”\n"
                        "        line: 3 -> 5\n"));
}

TEST(Golden, SaysWhatDiffersAndWritesNothing) {
  const Scratch scratch;
  scratch.write("cases/one/a.txt", kText);
  const std::string cases = scratch.path("cases");
  ASSERT_EQ(run_quoin({"golden", "bless", cases}).exit_code, 0);
  const std::string before = scratch.read("cases/one/expected.extract.jsonl");
  scratch.write("cases/one/a.txt",
                "Harbour\n\n“We stay,” Ann Bell said. “We must.”\n");
  const Ran ran = run_quoin({"golden", "check", cases});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.out, HasSubstr("    added a.txt:3  “We must.”\n"));
  EXPECT_THAT(ran.out, HasSubstr("    re-attributed a.txt:3  “We stay,”\n"
                                 "        speaker: Ines Calloway -> Ann "
                                 "Bell"));
  EXPECT_THAT(
      ran.out,
      HasSubstr("1 case: 1 differs; +1 -0 quotations, 1 re-attributed\n"));
  EXPECT_EQ(scratch.read("cases/one/expected.extract.jsonl"), before);
}

// The line of the issue: one line, and the others as moved only.
TEST(Golden, AWordChangedUpstreamIsOneLine) {
  const Scratch scratch;
  const std::string rest =
      "“We stay,” Ines Calloway said.\n\n“We must mend the wall before the "
      "autumn,” Tom Orr said. “It leaks.”\n";
  const std::string first = "“The harbour will be sold in the spring,” Ann "
                            "Bell said. “That is all.”\n\n";
  scratch.write("cases/one/a.txt", first + rest);
  scratch.write("cases/one/b.txt", first);
  const std::string cases = scratch.path("cases");
  ASSERT_EQ(run_quoin({"golden", "bless", cases}).exit_code, 0);
  std::string edited = first + "A line more.\n\n" + rest;
  edited.replace(edited.find("will"), 4, "must");
  scratch.write("cases/one/a.txt", edited);
  const std::string out = run_quoin({"golden", "check", cases}).out;
  const std::string extract = out.substr(0, out.find("  compare:"));
  EXPECT_EQ(extract,
            cases + "/one\n  extract: +0 -0 quotations, 1 reworded, 3 moved\n"
                    "    reworded a.txt:1  “The harbour must be sold in the "
                    "spring,”\n        text: The harbour will be sold in the "
                    "spring, -> The harbour must be sold in the spring,\n");
}

TEST(Golden, WritesWhatCameOutBesideButNotInCi) {
  const Scratch scratch;
  scratch.write("cases/one/a.txt", kText);
  const std::string cases = scratch.path("cases");
  const std::string pending = "cases/one/expected.extract.jsonl.new";
  EXPECT_EQ(run_quoin({"golden", "check", cases}, {}, {"CI=true"}).exit_code,
            1);
  EXPECT_EQ(scratch.read(pending), "");
  EXPECT_EQ(run_quoin({"golden", "check", "--no-new", cases}).exit_code, 1);
  EXPECT_EQ(scratch.read(pending), "");
  EXPECT_EQ(run_quoin({"golden", "check", cases}, {}, {"CI="}).exit_code, 1);
  EXPECT_THAT(scratch.read(pending), HasSubstr("We stay,"));
  const Ran refused = run_quoin({"golden", "bless", cases}, {}, {"CI=1"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("CI never blesses"));
  EXPECT_EQ(scratch.read("cases/one/expected.extract.jsonl"), "");
  EXPECT_EQ(run_quoin({"golden", "bless", cases}, {}, {"CI="}).exit_code, 0);
  EXPECT_EQ(scratch.read(pending), "");
  EXPECT_NE(scratch.read("cases/one/expected.extract.jsonl"), "");
}

TEST(Golden, FindsWhatNothingGivesAnyMore) {
  const Scratch scratch;
  scratch.write("cases/one/a.txt", kText);
  scratch.write("cases/one/expected.compare.jsonl", "{\"document\": \"b\"}\n");
  scratch.write("cases/gone/expected.extract.jsonl", "");
  const std::string cases = scratch.path("cases");
  ASSERT_EQ(run_quoin({"golden", "bless", "--only", "one", cases}, {}, {"CI="})
                .exit_code,
            0);
  EXPECT_FALSE(std::filesystem::exists(
      scratch.path("cases/one/expected.compare.jsonl")));
  const Ran ran = run_quoin({"golden", "check", cases});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.out, HasSubstr("gone\n  extract: stale: nothing gives"));
  EXPECT_EQ(run_quoin({"golden", "bless", cases}, {}, {"CI="}).exit_code, 0);
  EXPECT_EQ(run_quoin({"golden", "check", cases}).exit_code, 0);
}

TEST(Golden, BlessesOnlyWhatIsNamed) {
  const Scratch scratch;
  scratch.write("cases/one/a.txt", kText);
  scratch.write("cases/two/a.txt", kText);
  const std::string cases = scratch.path("cases");
  EXPECT_EQ(run_quoin({"golden", "bless", "--only", "two", cases}).exit_code,
            0);
  EXPECT_EQ(scratch.read("cases/one/expected.extract.jsonl"), "");
  EXPECT_NE(scratch.read("cases/two/expected.extract.jsonl"), "");
  EXPECT_EQ(run_quoin({"golden", "bless", "--only", "three", cases}).exit_code,
            2);
}

TEST(Golden, SaysWhatCannotBeRun) {
  const Scratch scratch;
  scratch.write("empty/readme", "no documents");
  scratch.write("bad/one/story.toml", "[[document]]\nfile = \"none.txt\"\n");
  EXPECT_EQ(run_quoin({"golden", "check", scratch.path("none")}).exit_code, 2);
  EXPECT_EQ(run_quoin({"golden", "check", scratch.path("empty")}).exit_code, 2);
  EXPECT_EQ(run_quoin({"golden", "check", scratch.path("bad")}).exit_code, 2);
}

}  // namespace
}  // namespace quoin::testing_cli
