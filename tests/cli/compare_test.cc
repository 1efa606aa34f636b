// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "run_quoin.h"

namespace quoin::testing_cli {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string kGolden = QUOIN_SOURCE_DIR "/golden/en";

TEST(Compare, GradesAgainstAReference) {
  const Ran ran = run_quoin({"compare", kGolden + "/foghorn/story.toml"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
  EXPECT_THAT(ran.out, StartsWith("Merrow Sound keeps its foghorn\n"
                                  "4 documents of 4 outlets, "));
  EXPECT_THAT(ran.out, HasSubstr("reference: statement.txt (release)\n"));
  EXPECT_THAT(ran.out, HasSubstr("held against statement.txt:4"));
  EXPECT_THAT(ran.out,
              HasSubstr("    punctuation     North Coast Gazette  "
                        "gazette.txt:5\n"
                        "                      comma inserted after 'radar', "
                        "before 'which'\n"));
  EXPECT_THAT(ran.out, HasSubstr("'ruined' replaced by 'spoiled'"));
  EXPECT_THAT(ran.out, HasSubstr("    without marks   Saltline Radio"));
  EXPECT_THAT(ran.out, HasSubstr("    not printed     The Daily Tide"));
}

TEST(Compare, CallsNobodyWrongWithoutAReference) {
  const Ran ran = run_quoin({"compare", kGolden + "/one-comma/story.toml"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("none is called right"));
  EXPECT_THAT(ran.out, HasSubstr("comma after 'drivers', before 'who': "
                                 "present in B, absent in A\n"));
  EXPECT_THAT(ran.out, HasSubstr("count as one witness"));
  for (const char* word : {"wrong", "misquote", "fabricated", "inserted"}) {
    EXPECT_THAT(ran.out, Not(HasSubstr(word)));
  }
}

TEST(Compare, TakesFilesWithoutAStory) {
  const Ran ran = run_quoin({"compare", kGolden + "/teasers/page.txt",
                             kGolden + "/teasers/review.txt"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, StartsWith("2 documents of 2 outlets, 4 quotations"));
  EXPECT_THAT(ran.out, HasSubstr("page.txt"));
}

TEST(Compare, GivesTheSameAsDataForAnyNumberOfThreads) {
  const std::string story = kGolden + "/foghorn/story.toml";
  const Ran one = run_quoin({"compare", "--format", "json", "-j", "1", story});
  EXPECT_EQ(one.exit_code, 0) << one.err;
  EXPECT_THAT(one.out,
              StartsWith("{\n  \"quoin\": 1,\n  \"story\": \"Merrow Sound"));
  EXPECT_THAT(one.out, HasSubstr("\"grade\": \"substitution\""));
  const Ran many = run_quoin({"compare", "--format", "json", "-j", "8", story});
  EXPECT_EQ(many.out, one.out);
}

TEST(Compare, SaysByItsExitStatusWhetherAnythingWasShared) {
  const Scratch scratch;
  const std::string a = scratch.write("a.txt", "“One,” said Ann Bell.\n");
  const std::string b = scratch.write("b.txt", "“Two,” said Joe Dunn.\n");
  EXPECT_EQ(run_quoin({"compare", a, b}).exit_code, 1);
  EXPECT_EQ(run_quoin({"compare", a, scratch.path("none.txt")}).exit_code, 2);
  EXPECT_EQ(run_quoin({"compare", scratch.path("none.toml")}).exit_code, 2);
  EXPECT_EQ(run_quoin({"compare"}).exit_code, 2);
}

TEST(Compare, SaysWhenThereIsNothingToCompare) {
  const Scratch scratch;
  const Ran ran = run_quoin({"compare", scratch.write("none.jsonl", "")});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_NE(ran.err.find("there is no document to compare"), std::string::npos)
      << ran.err;
}

TEST(Compare, ManifestErrorsAreSaidOnce) {
  const Scratch scratch;
  const Ran ran = run_quoin(
      {"compare", scratch.write("story.toml", "[[document]]\nfil = \"a\"\n")});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("story.toml:2:1: error: unknown key 'fil'\n"));
  EXPECT_EQ(ran.err.find("unknown key"), ran.err.rfind("unknown key"));
}

TEST(Compare, RefusesTwoDocumentsOfOneName) {
  const Ran ran =
      run_quoin({"compare", "-"},
                "{\"id\": \"a\", \"text\": \"“One,” Ann Bell said.\"}\n"
                "{\"id\": \"a\", \"text\": \"“One,” Ann Bell said.\"}\n");
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("two documents are called 'a'"));
}

}  // namespace
}  // namespace quoin::testing_cli
