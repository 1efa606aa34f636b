// SPDX-License-Identifier: Apache-2.0
// JIT and interpreter give the same answers, on every golden document, every
// example, and all examples as one document.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <quoin/grammar/labels.h>
#include <quoin/grammar/regex.h>
#include <quoin/grammar/syntax.h>
#include <quoin/quoin.h>
#include <quoin/report/extract_json.h>

namespace quoin {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> golden_texts() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(
           fs::path(QUOIN_SOURCE_DIR) / "golden")) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(in),
                       std::istreambuf_iterator<char>());
  }
  return texts;
}

std::vector<std::string> example_texts(const Grammar& grammar) {
  std::vector<std::string> texts;
  std::string all;
  for (const GrammarFile& file : grammar.files()) {
    for (const RuleSyntax& rule : file.rules) {
      for (const Example& example : rule.examples) {
        texts.push_back(parse_labels(example.text)->text);
        all += texts.back() + "\n\n";
      }
    }
  }
  texts.push_back(all);
  return texts;
}

std::string extracted(const std::string& text, const Grammar& grammar) {
  Document document;
  document.text = text;
  std::string out;
  append_json_line(extract(std::move(document), grammar), grammar,
                   OffsetUnit::kCodePoint, out);
  return out;
}

TEST(Engines, GiveTheSameAnswers) {
  const Grammar jit = *load_built_in_grammar("en", GrammarEngine::kJit);
  const Grammar slow =
      *load_built_in_grammar("en", GrammarEngine::kInterpreter);
  std::vector<std::string> texts = golden_texts();
  EXPECT_GE(texts.size(), 10U);
  for (std::string& text : example_texts(jit)) texts.push_back(std::move(text));
  for (const std::string& text : texts) {
    EXPECT_EQ(extracted(text, jit), extracted(text, slow)) << text;
  }
}

TEST(Engines, StopARunawayExpression) {
  const std::u16string subject(60, u'a');
  for (const Regex::Engine engine :
       {Regex::Engine::kJit, Regex::Engine::kInterpreter}) {
    const Result<Regex> runaway = Regex::compile("(?:(?:a|aa)+)+[bc]", engine);
    ASSERT_TRUE(runaway);
    RegexScratch scratch;
    EXPECT_EQ(runaway->match(subject, 0, scratch), RegexOutcome::kGaveUp);
    EXPECT_EQ(scratch.group(0), std::nullopt);
  }
}

}  // namespace
}  // namespace quoin
