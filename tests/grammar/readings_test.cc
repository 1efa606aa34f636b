// SPDX-License-Identifier: Apache-2.0
// Sentences and how they are read: one or more for each alternative, option and
// exception of the English grammar that no example of a rule would miss
// (docs/grammar-mutations.md). Below each sentence stand, for each of its
// quotations, the rule that wins, what it makes of it, and what it matched.
//
// With QUOIN_BLESS=1 in the environment the file is written anew; read the
// difference before you commit it.
#include <quoin/grammar/explain.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include <quoin/grammar/grammar.h>
#include <quoin/grammar/labels.h>

namespace quoin {
namespace {

const std::string kFile =
    std::string(QUOIN_SOURCE_DIR) + "/tests/grammar/readings/en.txt";

std::string readings_of(const Grammar& grammar, const std::string& line) {
  RuleScratch scratch;
  const ReadSentence sentence =
      read_sentence(grammar, parse_labels(line)->text, scratch);
  std::string out;
  for (std::size_t q = 0; q < sentence.quotations.size(); ++q) {
    const Reading& reading = sentence.readings[q];
    if (reading.rule < 0) {
      out += "    -\n";
      continue;
    }
    const Rule& rule =
        grammar.rules().rules()[static_cast<std::size_t>(reading.rule)];
    out += "    " + rule.name;
    if (rule.kind != QuotationKind::kSpeech) {
      out += " (" + std::string(to_string(rule.kind)) + ")";
    }
    if (reading.from != kNoQuotation) {
      out += " with q" + std::to_string(reading.from + 1);
    }
    const LabelledText labelled = label_reading(sentence, reading);
    if (!labelled.labels.empty()) out += ": " + print_labels(labelled);
    out += "\n";
  }
  return out;
}

TEST(Readings, SentencesAreReadAsTheyWere) {
  const Grammar grammar = *load_built_in_grammar("en");
  std::ifstream in(kFile, std::ios::binary);
  const std::string expected{std::istreambuf_iterator<char>(in), {}};
  std::string now;
  std::istringstream lines(expected);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(' ')) continue;
    now += line + "\n";
    if (!line.empty() && line[0] != '#') now += readings_of(grammar, line);
  }
  if (std::getenv("QUOIN_BLESS") != nullptr) {
    std::ofstream(kFile, std::ios::binary) << now;
  }
  // The file is long: what differs first says enough.
  std::istringstream is(now), was(expected);
  std::string is_line, was_line, sentence;
  while (std::getline(was, was_line) && std::getline(is, is_line)) {
    if (!was_line.starts_with(' ')) sentence = was_line;
    ASSERT_EQ(is_line, was_line) << sentence;
  }
  EXPECT_EQ(now.size(), expected.size()) << "below " << sentence;
}

}  // namespace
}  // namespace quoin
