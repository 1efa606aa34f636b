// SPDX-License-Identifier: Apache-2.0
// Which rule wins, told as `quoin grammar try` tells it.
#include <quoin/grammar/explain.h>

#include <string>

#include <gtest/gtest.h>

#include <quoin/grammar/grammar.h>

namespace quoin {
namespace {

Grammar grammar_of(const std::string& rules) {
  Result<Grammar> grammar = compile_grammar(
      {{"g", "grammar en 1\nwords say\n    said says\n" + rules}});
  if (!grammar) ADD_FAILURE() << render(grammar.error().front());
  return *std::move(grammar);
}

std::string rule(const std::string& name, int priority,
                 const std::string& pattern, const std::string& more = "") {
  return "rule " + name + "\n    priority " + std::to_string(priority) +
         "\n    pattern " + pattern + "\n    example x\n" + more;
}

std::string explained(const Grammar& grammar, const std::string& sentence) {
  const Result<Explanation> explanation = explain_sentence(grammar, sentence);
  return explanation ? explanation->text
                     : to_string(explanation.error().front());
}

TEST(Contest, TheHigherPriorityWins) {
  const Grammar grammar =
      grammar_of(rule("weak", 40, "QUOTE ,? CUE:say SPEAKER:cap{1,2}") +
                 rule("strong", 80, "QUOTE ,? CUE:say SPEAKER:cap"));
  EXPECT_EQ(explained(grammar, "\"No,\" said Jane Doe."),
            "\"No,\" [CUE said] [SPEAKER Jane] Doe.\n"
            "    won by  strong  80  g:8\n"
            "    before  weak    40  g:4  lower priority\n"
            "            \"No,\" [CUE said] [SPEAKER Jane Doe].\n");
}

TEST(Contest, OfEqualPriorityTheLongerMatchWins) {
  const Grammar grammar =
      grammar_of(rule("short", 80, "QUOTE ,? CUE:say SPEAKER:cap") +
                 rule("long", 80, "QUOTE ,? CUE:say SPEAKER:cap{1,2}"));
  EXPECT_EQ(explained(grammar, "\"No,\" said Jane Doe."),
            "\"No,\" [CUE said] [SPEAKER Jane Doe].\n"
            "    won by  long   80  g:8\n"
            "    before  short  80  g:4  shorter match: 3 words and marks to "
            "4\n"
            "            \"No,\" [CUE said] [SPEAKER Jane] Doe.\n");
}

TEST(Contest, OfEqualLengthTheEarlierRuleWins) {
  const Grammar grammar =
      grammar_of(rule("first", 80, "QUOTE ,? CUE:say SPEAKER:cap") +
                 rule("second", 80, "QUOTE ,? CUE:say SPEAKER:word"));
  EXPECT_EQ(explained(grammar, "\"No,\" said Jane."),
            "\"No,\" [CUE said] [SPEAKER Jane].\n"
            "    won by  first   80  g:4\n"
            "    before  second  80  g:8  stands later\n");
}

TEST(Contest, ARuleReadsAllQuotationsOfItsMatch) {
  const Grammar grammar =
      grammar_of(rule("split", 80, "QUOTE ,? SPEAKER:cap CUE:say , QUOTE") +
                 rule("half", 40, "QUOTE ,? SPEAKER:cap CUE:say"));
  EXPECT_EQ(explained(grammar, "\"The walk,\" Doe said, \"begins.\""),
            "\"The walk,\" [SPEAKER Doe] [CUE said], \"begins.\"\n"
            "    won by  split  80  g:4  “The walk,”\n"
            "    before  half   40  g:8  lower priority\n");
}

TEST(Contest, ARuleCanTakeFromThePreviousQuotation) {
  const Grammar grammar =
      grammar_of(rule("said", 80, "QUOTE ,? SPEAKER:cap CUE:say") +
                 rule("trailing", 40, "QUOTE word{0,9} . QUOTE",
                      "    take UTTERANCE from previous\n"));
  EXPECT_EQ(explained(grammar, "\"We lost,\" Doe said. \"Nobody leaves.\""),
            "\"We lost,\" [SPEAKER Doe] [CUE said]. \"Nobody leaves.\"\n"
            "    won by  said  80  g:4  “We lost,”\n"
            "\"We lost,\" Doe said. \"Nobody leaves.\"\n"
            "    won by  trailing  40  g:8  “Nobody leaves.”, takes the "
            "utterance of “We lost,”\n");
  // There is nothing to take from what nobody said.
  EXPECT_EQ(explained(grammar, "\"We lost,\" they say. \"Nobody leaves.\""),
            "\"We lost,\" they say. \"Nobody leaves.\"\n"
            "    no rule reads “We lost,”\n"
            "    words   ¶ QUOTE they say . QUOTE ¶\n"
            "\"We lost,\" they say. \"Nobody leaves.\"\n"
            "    no rule reads “Nobody leaves.”\n"
            "    words   ¶ QUOTE they say . QUOTE ¶\n");
}

TEST(Contest, WhatIsPrintedIsReadAgainAlike) {
  const Grammar english = *load_built_in_grammar("en");
  for (const GrammarFile& file : english.files()) {
    for (const RuleSyntax& syntax : file.rules) {
      for (const Example& example : syntax.examples) {
        const std::string once = explained(english, example.text);
        const std::string line = once.substr(0, once.find('\n'));
        EXPECT_EQ(explained(english, line), once) << example.text;
      }
    }
  }
}

TEST(Contest, ARunawayRuleIsReported) {
  std::string many;
  for (int i = 0; i < 12; ++i) many += " (word{1,3} | word{2,4})";
  const Grammar grammar =
      grammar_of(rule("runaway", 80, "QUOTE" + many + " (\"never\" | cap)") +
                 rule("other", 5, "QUOTE \"never\""));
  std::string sentence = "\"No,\"";
  for (int i = 0; i < 60; ++i) sentence += " so";
  sentence += " Jane";  // out of reach, but near enough to be worth a try
  EXPECT_NE(explained(grammar, sentence)
                .find("rule 'runaway' gave up: too many ways to try"),
            std::string::npos);
}

// However many rules are tried, none takes from further back than the first.
TEST(Contest, TakingReachesEquallyFarForEveryRule) {
  const std::string takes = "    take UTTERANCE from previous\n";
  std::string rules = rule("said", 80, "QUOTE ,? CUE:say SPEAKER:cap");
  for (int i = 0; i < 6; ++i) {
    rules += rule("tried-" + std::to_string(i), 40,
                  "\"and\" \"then\" QUOTE", takes);
  }
  rules += rule("taken", 30, "\"then\" QUOTE", takes);
  const Grammar grammar = grammar_of(rules);
  const std::string said = "\"No,\" said Doe. ";
  EXPECT_NE(explained(grammar, said + "\"A.\" \"B.\" and so then \"C.\"")
                .find("won by  taken"),
            std::string::npos);
  EXPECT_EQ(
      explained(grammar, said + "\"A.\" \"B.\" \"C.\" and so then \"D.\"")
          .find("won by  taken"),
      std::string::npos);
}

}  // namespace
}  // namespace quoin
