// SPDX-License-Identifier: Apache-2.0
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

const std::string kMinutes =
    "Good evening.\n\n"
    "We will mend the harbour wall before the winter. Thank you all.\n";

// A draft and one source, verified with these options.
class Verify : public testing::Test {
 protected:
  Ran verify(const std::string& draft,
             const std::vector<std::string>& options = {},
             const std::string& minutes = kMinutes) {
    std::vector<std::string> arguments = {
        "verify", scratch_.write("draft.txt", draft), "--against",
        scratch_.write("minutes.txt", minutes)};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Ran ran = run_quoin(arguments);
    for (const char* word : {"wrong", "misquote", "fabricated"}) {
      EXPECT_THAT(ran.out, Not(HasSubstr(word)));
    }
    return ran;
  }

  const Scratch scratch_;
};

TEST_F(Verify, PassesWhatStandsInTheSourceWithoutMarks) {
  const Ran ran = verify(
      "“We will mend the harbour wall before the winter,” said Marta Ruiz.\n");
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
  EXPECT_THAT(ran.out, StartsWith("draft.txt:1:2  pass  convention\n"));
  EXPECT_THAT(ran.out, HasSubstr("    in minutes.txt:3:1: We will mend"));
  EXPECT_THAT(ran.out, HasSubstr("speaker not checked: Marta Ruiz in the "
                                 "draft, nobody named in the source\n"));
  EXPECT_THAT(ran.out,
              HasSubstr("1 quotation in 1 draft held against 1 source by "
                        "profile ap: 1 clean, 0 findings, 0 not checked\n"));
}

TEST_F(Verify, NamesTheWordThatChanged) {
  const Ran ran = verify(
      "“We may mend the harbour wall before the winter,” said Marta Ruiz.\n");
  EXPECT_EQ(ran.exit_code, 1) << ran.err;
  EXPECT_THAT(ran.out, StartsWith("draft.txt:1:2  serious  meaning risk\n"));
  EXPECT_THAT(ran.out, HasSubstr("'will' replaced by 'may'"));
  EXPECT_THAT(ran.out, HasSubstr("rule meaning_risk/modal"));
}

TEST_F(Verify, AbsenceIsAFindingOnlyOfCompleteSources) {
  const std::string draft = "“Bananas ripen in the sun,” said Marta Ruiz.\n";
  const Ran open = verify(draft);
  EXPECT_EQ(open.exit_code, 0) << open.err;
  EXPECT_THAT(open.out, StartsWith("draft.txt:1:2  not checked\n"));
  EXPECT_THAT(open.out, HasSubstr("they are not known to be complete"));
  EXPECT_THAT(open.out, HasSubstr("0 clean, 0 findings, 1 not checked\n"));
  const Ran complete = verify(draft, {"--complete"});
  EXPECT_EQ(complete.exit_code, 1) << complete.err;
  EXPECT_THAT(complete.out, StartsWith("draft.txt:1:2  serious  not found\n"));
  EXPECT_THAT(complete.out, HasSubstr("0 clean, 1 finding, 0 not checked\n"));
}

TEST_F(Verify, SourcesThatCannotAllBeReadAreNotComplete) {
  const Ran ran = verify("“Bananas ripen in the sun,” said Marta Ruiz.\n",
                         {scratch_.path("none.txt"), "--complete"});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("none.txt"));
  EXPECT_THAT(ran.err, HasSubstr("they are not complete"));
  EXPECT_THAT(ran.out, StartsWith("draft.txt:1:2  not checked\n"));
}

TEST_F(Verify, WhatMayBeTranslatedIsNotChecked) {
  const std::string draft = scratch_.write(
      "draft.jsonl",
      "{\"id\": \"d\", \"lang\": \"en\", \"text\": \"“We will mend the "
      "harbour wall,” said Marta Ruiz.\"}\n");
  const std::string source = scratch_.write(
      "source.jsonl",
      "{\"id\": \"s\", \"lang\": \"de\", \"text\": \"Wir werden die "
      "Hafenmauer ausbessern.\"}\n");
  const Ran ran =
      run_quoin({"verify", draft, "--complete", "--against", source});
  EXPECT_EQ(ran.exit_code, 0) << ran.out;
  EXPECT_THAT(ran.err, HasSubstr("words may be translated"));
  EXPECT_THAT(ran.out, StartsWith("d:1:2  not checked\n"));
}

TEST_F(Verify, ListsAllPassagesThatFitAlike) {
  const Ran ran =
      verify("“We will mend the wall,” said Marta Ruiz.\n", {},
             "We will mend the wall. Yes. We will mend the wall.\n");
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("2 passages fit alike; none is chosen\n"));
  EXPECT_THAT(ran.out, HasSubstr("in minutes.txt:1:1: "));
  EXPECT_THAT(ran.out, HasSubstr("in minutes.txt:1:29: "));
}

TEST_F(Verify, WhoeverElseTheSourceNamesIsAFinding) {
  const Ran ran =
      verify("“We will mend the harbour wall,” said Marta Ruiz.\n", {},
             "“We will mend the harbour wall,” said Joe Dunn.\n");
  EXPECT_EQ(ran.exit_code, 1) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("speakers differ: Marta Ruiz in the draft, "
                                 "Joe Dunn in the source\n"));
}

TEST_F(Verify, ProfilesDecide) {
  const std::string draft =
      "“We will mend the harbour wall, before the winter,” said Ann Bell.\n";
  EXPECT_EQ(verify(draft).exit_code, 1);
  EXPECT_EQ(verify(draft, {"--profile", "transcript"}).exit_code, 0);
  const Ran unknown = verify(draft, {"--profile", "reuter"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("there is no profile 'reuter'"));
  EXPECT_THAT(unknown.err, HasSubstr("did you mean 'reuters'?"));
}

TEST_F(Verify, TakesFoldersButNoDraftForASource) {
  const std::string draft = scratch_.write(
      "all/draft.txt", "“We will mend the harbour wall,” said Ann Bell.\n");
  scratch_.write("all/sources/minutes.txt", kMinutes);
  scratch_.write("all/sources/.hidden", "“Nothing,” said Joe Dunn.\n");
  const Ran ran =
      run_quoin({"verify", draft, "--against", scratch_.path("all")});
  EXPECT_EQ(ran.exit_code, 0) << ran.out;
  EXPECT_THAT(ran.err, HasSubstr("a draft is not taken for a source"));
  EXPECT_THAT(ran.out, HasSubstr("in minutes.txt:3:1: "));
  EXPECT_THAT(ran.out, HasSubstr("held against 1 source by"));
  EXPECT_EQ(run_quoin({"verify", draft, "--against", draft}).exit_code, 2);
}

TEST_F(Verify, SaysWhatItCannotRead) {
  const Ran ran = run_quoin({"verify", scratch_.path("none.txt"), "--against",
                             scratch_.write("minutes.txt", kMinutes)});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("none.txt"));
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(run_quoin({"verify", scratch_.path("minutes.txt")}).exit_code, 2);
}

TEST_F(Verify, GivesTheSameAsData) {
  const std::string draft =
      "“We may mend the harbour wall before the winter,” said Marta Ruiz.\n";
  const Ran ran = verify(draft, {"--format", "json"});
  EXPECT_EQ(ran.exit_code, 1) << ran.err;
  EXPECT_THAT(ran.out, StartsWith("{\n  \"quoin\": 1,\n  \"profile\": \"ap\",\n"
                                  "  \"complete\": false,\n"));
  EXPECT_THAT(ran.out,
              HasSubstr("\"counts\": {\"quotations\": 1, \"clean\": 0, "
                        "\"findings\": 1, \"cannot_check\": 0, "
                        "\"not_looked_at\": 0, "
                        "\"by_grade\": {\"meaning_risk\": 1}}"));
  EXPECT_THAT(ran.out, HasSubstr("\"line\": 1, \"column\": 2, \"kind\": \"speech\", "
                                 "\"speaker\": \"Marta Ruiz\", "
                                 "\"grade\": \"meaning_risk\""));
  EXPECT_THAT(ran.out, HasSubstr("\"severity\": \"serious\""));
  EXPECT_THAT(ran.out,
              HasSubstr("\"reference\": {\"start\": 18, \"end\": 22, "
                        "\"text\": \"will\"}, \"printed\": {\"start\": 4, "
                        "\"end\": 7, \"text\": \"may\"}"));
  EXPECT_EQ(verify(draft, {"--format", "json", "-j", "4"}).out, ran.out);
}

}  // namespace
}  // namespace quoin::testing_cli
