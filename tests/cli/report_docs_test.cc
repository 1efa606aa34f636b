// SPDX-License-Identifier: Apache-2.0
// docs/report.md and what is printed, held to each other.

#include <cctype>
#include <set>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "run_quoin.h"

namespace quoin::testing_cli {
namespace {

const std::string kSource = QUOIN_SOURCE_DIR;

bool is_key_letter(char c) {
  return std::islower(static_cast<unsigned char>(c)) != 0 || c == '_' ||
         std::isdigit(static_cast<unsigned char>(c)) != 0;
}

// Every name in `…` of a text.
std::set<std::string> names_in(const std::string& text) {
  std::set<std::string> names;
  std::size_t at = 0;
  while ((at = text.find('`', at)) != std::string::npos) {
    const std::size_t end = text.find('`', at + 1);
    if (end == std::string::npos) break;
    names.insert(text.substr(at + 1, end - at - 1));
    at = end + 1;
  }
  return names;
}

// The names in the first cell of every row of every table.
std::set<std::string> documented_keys(const std::string& markdown) {
  std::set<std::string> keys;
  std::istringstream lines(markdown);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("| `")) continue;
    keys.merge(names_in(line.substr(0, line.find('|', 1))));
  }
  return keys;
}

// "key": in JSON; a quotation mark inside a string is escaped, so that none
// can look like one.
std::set<std::string> printed_keys(const std::string& json) {
  std::set<std::string> keys;
  std::size_t at = 0;
  while ((at = json.find("\": ", at)) != std::string::npos) {
    std::size_t begin = at;
    while (begin > 0 && is_key_letter(json[begin - 1])) --begin;
    if (begin > 0 && json[begin - 1] == '"') {
      keys.insert(json.substr(begin, at - begin));
    }
    at += 3;
  }
  return keys;
}

TEST(ReportDocs, EveryKeyThatIsPrintedIsDocumentedAndTheOtherWayRound) {
  std::string printed;
  for (const char* story : {"foghorn", "one-comma"}) {
    const std::string path = kSource + "/golden/en/" + story + "/story.toml";
    printed +=
        run_quoin({"extract", "--explain", "--format", "jsonl", path}).out;
    printed += run_quoin({"compare", "--format", "json", path}).out;
  }
  // With a quotation inside another, which verify does not look at.
  const Scratch scratch;
  const std::string draft = scratch.write(
      "draft.txt",
      read_file(kSource + "/golden/en/foghorn/gazette.txt") +
          "\nThe paper said: “They called it ‘the old dog’ for years.”\n");
  printed += run_quoin({"verify", "--format", "json", draft, "--against",
                        kSource + "/golden/en/foghorn/statement.txt"})
                 .out;
  const std::string two = scratch.write(
      "two.txt", "“We sail,” said Ilse Karr and Bo Obel.\n");
  printed += run_quoin({"extract", "--format", "jsonl", two}).out;
  const std::string markdown = read_file(kSource + "/docs/report.md");
  const std::set<std::string> in_print = printed_keys(printed);
  const std::set<std::string> anywhere = names_in(markdown);
  ASSERT_GT(in_print.size(), 40u);
  for (const std::string& key : in_print) {
    EXPECT_TRUE(anywhere.contains(key)) << key << " is not in docs/report.md";
  }
  for (const std::string& key : documented_keys(markdown)) {
    EXPECT_TRUE(in_print.contains(key)) << key << " is not printed";
  }
}

// The README shows real output.
TEST(ReportDocs, TheReadmeShowsWhatIsPrinted) {
  const std::string readme = read_file(kSource + "/README.md");
  const std::size_t begin = readme.find("```\nMerrow Sound");
  ASSERT_NE(begin, std::string::npos);
  const std::size_t end = readme.find("\n```", begin + 4);
  const std::string shown = readme.substr(begin + 4, end - begin - 4);
  const std::string out =
      run_quoin({"compare", kSource + "/golden/en/foghorn/story.toml"}).out;
  EXPECT_THAT(out, testing::StartsWith(shown));
}

}  // namespace
}  // namespace quoin::testing_cli
