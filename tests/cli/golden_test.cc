// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "run_quoin.h"

namespace quoin::testing_cli {
namespace {

using testing::HasSubstr;

constexpr const char* kText = "Harbour\n\n“We stay,” Ines Calloway said.\n";

// The repository's own cases: the pipeline test.
TEST(Golden, EveryCaseOfTheRepositoryComesOutAsExpected) {
  const Ran ran = run_quoin({"golden", "check", QUOIN_SOURCE_DIR "/golden"});
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
