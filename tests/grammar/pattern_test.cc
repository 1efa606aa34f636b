// SPDX-License-Identifier: Apache-2.0
// From the text of a pattern to its tree and to the expressions it becomes.
#include <quoin/grammar/pattern_parser.h>

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <quoin/grammar/compile.h>
#include <quoin/grammar/parse.h>
#include <quoin/grammar/print_pattern.h>
#include <quoin/text/lexicon.h>

namespace quoin {
namespace {

struct Printed {
  const char* pattern;
  const char* printed;  // null: the same
};

TEST(Patterns, ArePrintedAsTheyAreRead) {
  constexpr Printed kTable[] = {
      {"QUOTE ,? CUE:say SPEAKER:person", nullptr},
      {"QUOTE,?CUE:say", "QUOTE ,? CUE:say"},
      {"QUOTE:running:brief", nullptr},
      {"a|b c|d", "a | b c | d"},
      {"(a | b){0,4}?", nullptr},
      {"SPEAKER:(name | \"the\" lower{1,4})", nullptr},
      {"a{1}", "a"},
      {"a{0,1}", "a?"},
      {"a{3} b{2,2}", "a{3} b{2}"},
      {"a{0,1}?", nullptr},
      {"\",\" \":\" \"(\"", ", \":\" \"(\""},
      {"\u2014 \"\u2014\" \u2026", "\u2014 \u2014 \u2026"},
      {"\"say \\\"no\\\"\"", nullptr},
      {"/\\p{Ll}+ed/ except not-a-verb", nullptr},
      {"/a\\/b/", nullptr},
      {"lower except (a | b)", nullptr},
      {"not preposition lower", nullptr},
      {"SPEAKER:a? CUE:b{2,3}", nullptr},
      {"exceptional nothing notable", nullptr},
      {"((a))", nullptr},
  };
  for (const Printed& row : kTable) {
    SCOPED_TRACE(row.pattern);
    LineReader reader(row.pattern, 1);
    Pattern pattern;
    const auto problem = parse_pattern(reader, pattern);
    if (problem) {
      ADD_FAILURE() << problem->message;
      continue;
    }
    const std::string printed = to_string(pattern);
    EXPECT_EQ(printed, row.printed ? row.printed : row.pattern);
    LineReader again(printed, 1);
    Pattern same;
    EXPECT_FALSE(parse_pattern(again, same));
    EXPECT_EQ(to_string(same), printed);
  }
}

// Both sides of every way of matching, sets as numbers: "left . right".
std::string expressions(const std::string& pattern) {
  const std::string text =
      "grammar en 1\n"
      "words say\n    said says\n"
      "words phrases\n    \"pointed out\" noted\n"
      "shape name = cap lower?\n"
      "shape crowd = \"the\" | \"some\"\n"
      "rule r\n    priority 5\n    pattern " + pattern +
      "\n    example x\n";
  std::vector<Diagnostic> problems;
  std::vector<GrammarFile> files = {parse_grammar("t", text, problems)};
  const Tokenizer tokenizer;
  Expander expander(files, tokenizer, problems);
  std::string out;
  for (const VariantSource& variant :
       expander.compile(files[0], files[0].rules[0])) {
    if (!out.empty()) out += " ; ";
    out += variant.left.regex + " . " + variant.right.regex;
  }
  for (const Diagnostic& problem : problems) out += problem.message;
  // Sets are numbered as they are met; what matters is which are the same.
  std::vector<std::string> met;
  std::string renumbered;
  for (std::size_t at = 0; at < out.size();) {
    if (out[at] != '<') {
      renumbered += out[at++];
      continue;
    }
    const std::string set = out.substr(at, out.find('>', at) + 1 - at);
    const auto known = std::find(met.begin(), met.end(), set);
    renumbered += static_cast<char>('A' + (known - met.begin()));
    if (known == met.end()) met.push_back(set);
    at += set.size();
  }
  return renumbered;
}

TEST(Patterns, BecomeExpressionsOverSetsOfTokens) {
  struct Row {
    const char* pattern;
    const char* expressions;
  };
  constexpr Row kTable[] = {
      // Whatever is one token wide is one set.
      {"QUOTE say", " . A"},
      {"QUOTE (say | cap | \"the\")", " . A"},
      {"QUOTE lower except say", " . A"},
      {"QUOTE crowd crowd", " . AA"},
      {"QUOTE say{0,3} cap?", " . A{0,3}B?"},
      {"QUOTE cap{2,4}?", " . A{2,4}?"},
      // What is more stays an expression.
      {"QUOTE (say cap | lower)", " . (?:AB|C)"},
      {"QUOTE name", " . (?:AB?)"},
      {"QUOTE phrases", " . (?:AB|C)"},
      {"QUOTE \"pointed out\"", " . AB"},
      // Captures, in the order in which their groups open.
      {"QUOTE CUE:say SPEAKER:name", " . (A)((?:BC?))"},
      // Left of the quotation everything is in reverse.
      {"cap say QUOTE", "AB . "},
      {"\"pointed out\" QUOTE cap", "AB . C"},
      {"SPEAKER:cap CUE:say QUOTE", "(A)(B) . "},
      // A rule is about its first quotation; others are captured.
      {"QUOTE say QUOTE", " . A(B)"},
      // Every alternative is a way of matching of its own.
      {"QUOTE say | say QUOTE", " . A ; A . "},
      {"QUOTE not say cap", " . (?!A)B"},
      {"not say cap QUOTE", "A(?!B) . "},
      {"QUOTE name except say", " . (?!A)(?:BC?)"},
      // Of a built-in, what begins one of several words is excepted, too.
      {"QUOTE lower except phrases", " . (?!(?:AB|C))D"},
      {"QUOTE /x+/ except phrases", " . (?!(?:AB|C))D"},
  };
  for (const Row& row : kTable) {
    EXPECT_EQ(expressions(row.pattern), row.expressions) << row.pattern;
  }
}

}  // namespace
}  // namespace quoin
