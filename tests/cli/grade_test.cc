// SPDX-License-Identifier: Apache-2.0
// quoin grade, as somebody types it and as a program feeds it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "run_quoin.h"

namespace quoin::testing_cli {
namespace {

using testing::HasSubstr;

TEST(Grade, SaysWhatChangedAndByWhichRule) {
  const Ran ran = run_quoin({"grade", "a pact with us which ends in May",
                             "a pact with us, which ends in May"});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.out, HasSubstr("punctuation/restrictive-comma"));
  EXPECT_THAT(ran.out, HasSubstr("comma inserted after 'us', before 'which'"));
}

TEST(Grade, AHousesProfileDecidesTheStatus) {
  const std::string said = "we, um, will mend the wall";
  const std::string printed = "we will mend the wall";
  EXPECT_EQ(run_quoin({"grade", "--profile", "ap", said, printed}).exit_code, 1);
  EXPECT_EQ(run_quoin({"grade", "--profile", "guardian", said, printed}).exit_code,
            0);
  // Houses are known in every language.
  EXPECT_EQ(run_quoin({"grade", "--lang", "de", "--profile", "reuters",
                       "Wir bleiben hier", "Wir bleiben hier"})
                .exit_code,
            0);
  EXPECT_EQ(run_quoin({"grade", "--profile", "apx", said, printed}).exit_code, 2);
}

TEST(Grade, AnswersEveryLineThatCanBeRead) {
  const Scratch scratch;
  const std::string pairs = scratch.write(
      "pairs.jsonl",
      "{\"id\": \"p1\", \"reference\": \"nine boats\", \"printed\": \"9 boats\"}\n"
      "{\"id\": \"p2\", \"reference\": 7}\n"
      "{\"reference\": \"nine boats\", \"printed\": \"8 boats\"}\n");
  const Ran ran = run_quoin({"grade", "--format", "jsonl", pairs});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.out, HasSubstr("{\"id\": \"p1\", \"grade\": \"convention\", "
                                 "\"extent\": \"whole\", \"rule\": "
                                 "\"convention/number-style\""));
  EXPECT_THAT(ran.out, HasSubstr("{\"id\": \"3\", \"grade\": \"meaning_risk\""));
  EXPECT_THAT(ran.err, HasSubstr("pairs.jsonl:2"));
}

}  // namespace
}  // namespace quoin::testing_cli
