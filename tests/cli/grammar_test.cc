// SPDX-License-Identifier: Apache-2.0
// quoin grammar …, as an author meets it.
#include <chrono>
#include <csignal>
#include <string>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <fcntl.h>
#include <unistd.h>

#include "run_quoin.h"

namespace quoin::testing_cli {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr const char* kGood =
    "grammar en 1\n"
    "words say\n    said\n"
    "rule said-name\n    priority 80\n"
    "    note The commonest order.\n"
    "    pattern QUOTE ,? CUE:say SPEAKER:cap{1,2}\n"
    "    example \"No,\" [CUE said] [SPEAKER Jane Doe].\n";

std::string with_broken_example() {
  std::string text = kGood;
  return text + "    example \"No,\" [CUE said] [SPEAKER Jane] Doe.\n";
}

TEST(GrammarCheck, TheBuiltInGrammarsHold) {
  for (const char* lang : {"en", "de", "fr"}) {
    const Ran ran = run_quoin({"grammar", "check", "--lang", lang});
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("all hold"));
  }
}

TEST(GrammarCheck, ExitStatusTellsExamplesFromErrors) {
  const Scratch scratch;
  const std::string good = scratch.write("good.grammar", kGood);
  const std::string broken =
      scratch.write("broken.grammar", with_broken_example());
  const std::string bad = scratch.write("bad.grammar", "grammar en 1\nrul x\n");

  const Ran holds = run_quoin({"grammar", "check", good});
  EXPECT_EQ(holds.exit_code, 0);
  EXPECT_EQ(holds.out, good + ": 1 rule and 1 example: all hold\n");
  EXPECT_EQ(holds.err, "");

  const Ran fails = run_quoin({"grammar", "check", broken});
  EXPECT_EQ(fails.exit_code, 1);
  EXPECT_EQ(fails.out, broken + ": 1 problem in 2 examples\n");
  EXPECT_THAT(fails.err, HasSubstr("broken.grammar:9:"));

  const Ran error = run_quoin({"grammar", "check", bad});
  EXPECT_EQ(error.exit_code, 2);
  EXPECT_THAT(error.err, HasSubstr("did you mean 'rule'?"));

  EXPECT_EQ(run_quoin({"grammar", "check", "missing.grammar"}).exit_code, 2);
}

TEST(GrammarCheck, ReportsEveryFolderAndAllFilesAsOne) {
  const Scratch scratch;
  const std::string lists =
      scratch.write("a/lists.grammar", "grammar en 1\nwords say\n    said\n");
  const std::string rules = scratch.write(
      "a/rules.grammar",
      "grammar en 1\nrule r\n    priority 9\n    pattern QUOTE ,? CUE:say\n"
      "    example \"No,\" [CUE said].\n");
  scratch.write("b/bad.grammar", "nonsense\n");
  EXPECT_EQ(run_quoin({"grammar", "check", lists, rules}).exit_code, 0);
  EXPECT_EQ(run_quoin({"grammar", "check", scratch.path("a")}).exit_code, 0);

  const Ran both =
      run_quoin({"grammar", "check", scratch.path("b"), scratch.path("a")});
  EXPECT_EQ(both.exit_code, 2);
  EXPECT_THAT(both.out, HasSubstr("all hold"));

  const Ran alone = run_quoin({"grammar", "check", rules});
  EXPECT_EQ(alone.exit_code, 2);
  EXPECT_THAT(alone.err, HasSubstr("unknown shape 'say'"));
  EXPECT_THAT(alone.err, HasSubstr("check its folder"));
}

TEST(GrammarTry, PrintsWhatExamplesAreWrittenIn) {
  const Scratch scratch;
  const std::string good = scratch.write("good.grammar", kGood);
  const Ran ran = run_quoin({"grammar", "try", good},
                            "\"No,\" said Jane Doe.\n\n\"Yes.\"\n");
  EXPECT_EQ(ran.exit_code, 0);
  EXPECT_THAT(ran.out, StartsWith("\"No,\" [CUE said] [SPEAKER Jane Doe].\n"
                                  "    won by  said-name"));
  EXPECT_THAT(ran.out, HasSubstr("no rule reads “Yes.”"));
  EXPECT_EQ(run_quoin({"grammar", "try", good}, "Nothing here.\n").exit_code,
            1);
  const Ran label = run_quoin({"grammar", "try", good}, "\n[SPEKER Jane]\n");
  EXPECT_EQ(label.exit_code, 2);
  EXPECT_THAT(label.err, StartsWith("standard input:2:2: error"));
}

TEST(GrammarShow, LaysARuleOpen) {
  const Scratch scratch;
  const std::string good = scratch.write("good.grammar", kGood);
  const Ran ran = run_quoin({"grammar", "show", good, "said-name"});
  EXPECT_EQ(ran.exit_code, 0);
  EXPECT_THAT(ran.out, HasSubstr("The commonest order."));
  EXPECT_THAT(ran.out, HasSubstr("QUOTE ,? CUE:say SPEAKER:cap{1,2}"));
  EXPECT_THAT(ran.out, HasSubstr("say: said"));
  EXPECT_THAT(ran.out, HasSubstr("any other capitalised word"));
  const Ran unknown = run_quoin({"grammar", "show", good, "said-nam"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("did you mean 'said-name'?"));
  EXPECT_EQ(run_quoin({"grammar", "show", "said-name"}).exit_code, 0);
}

TEST(GrammarList, HasEveryRuleByPriority) {
  const Scratch scratch;
  const std::string good = scratch.write("good.grammar", kGood);
  EXPECT_EQ(run_quoin({"grammar", "list", good}).out,
            "80  said-name  " + good + ":4  The commonest order.\n");
}

// Runs in a process of its own until it is told to stop.
TEST(GrammarWatch, ChecksAgainWhenTheFileChanges) {
  using namespace std::chrono_literals;
  const Scratch scratch;
  const std::string path = scratch.write("my.grammar", kGood);
  const std::string log = scratch.write("log", "");
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const int out = ::open(log.c_str(), O_WRONLY | O_APPEND);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(out, STDERR_FILENO);
    ::execl(QUOIN_BINARY, QUOIN_BINARY, "grammar", "watch", path.c_str(),
            static_cast<char*>(nullptr));
    ::_exit(127);
  }
  const auto wait_for = [&](const std::string& words) {
    for (int i = 0; i < 100; ++i) {
      if (scratch.read("log").find(words) != std::string::npos) return true;
      std::this_thread::sleep_for(100ms);
    }
    return false;
  };
  EXPECT_TRUE(wait_for("all hold"));
  scratch.write("my.grammar", with_broken_example());
  EXPECT_TRUE(wait_for("1 problem in 2 examples"));
  ::kill(child, SIGTERM);
  int status = 0;
  ::waitpid(child, &status, 0);
}

TEST(Grammar, WithoutAToolSaysWhatThereIs) {
  const Ran ran = run_quoin({"grammar"});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("quoin grammar --help"));
  const Ran help = run_quoin({"grammar", "--help"});
  EXPECT_EQ(help.exit_code, 0);
  for (const char* tool : {"check", "try", "show", "list", "watch"}) {
    EXPECT_THAT(help.out, HasSubstr(tool));
  }
}

}  // namespace
}  // namespace quoin::testing_cli
