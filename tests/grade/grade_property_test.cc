// SPDX-License-Identifier: Apache-2.0
// What must hold of grades whatever the words are.

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <quoin/grade/grade.h>

#include "english.h"

namespace quoin {
namespace {

constexpr int kRounds = 2500;

const std::vector<std::string>& vocabulary() {
  static const std::vector<std::string> words = {
      "we",      "they",   "will",    "not",    "never",  "harbour", "harbor",
      "nine",    "9",      "million", "$5",     "the",    "a",       "of",
      "Ruiz",    "Moser",  "U.S.",    "can't",  "cannot", "gonna",   "going",
      "well-known", "plan", "plans",  "um",     "I",      "think",   "Gov.",
      "which",   "and",    "but",     "ship",   "port",   "\u00E9tat", "[sic]",
      "(Doe)",   "[Doe]",  "boys'",   "'tis",   "don\u2019t", "per", "cent",
      "\u201Cso\u201D", "'no'", "@janedoe", "Jane", "Doe", "f***"};
  return words;
}

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t n) { return random_() % n; }

  std::string word() { return vocabulary()[below(vocabulary().size())]; }

  std::vector<std::string> words(std::size_t most) {
    std::vector<std::string> out;
    for (std::size_t i = 1 + below(most); i > 0; --i) out.push_back(word());
    return out;
  }

  std::string set(const std::vector<std::string>& words) {
    static const std::vector<std::string> joints = {
        " ", " ", " ", " ", " ", ", ", ". ", " \u2014 ", " ... ", "? ", "; "};
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0) text += joints[below(joints.size())];
      text += words[i];
    }
    return text + (below(2) ? "." : "");
  }

  std::vector<std::string> edited(std::vector<std::string> words) {
    for (std::size_t edits = below(4); edits > 0; --edits) {
      const auto at =
          words.begin() + static_cast<std::ptrdiff_t>(below(words.size()));
      switch (below(3)) {
        case 0: *at = word(); break;
        case 1: words.insert(at, word()); break;
        default:
          if (words.size() > 1) words.erase(at);
      }
    }
    return words;
  }

 private:
  std::mt19937 random_;
};

TEST(GradeProperty, ATextIsIdenticalToItself) {
  Generator generate(1);
  for (int i = 0; i < kRounds; ++i) {
    const std::string text = generate.set(generate.words(14));
    for (const auto mode : {GradeMode::kReference, GradeMode::kSymmetric}) {
      const Finding finding = grade(text, text, english_tables(), mode);
      ASSERT_EQ(finding.grade, Grade::kIdentical) << text;
      ASSERT_TRUE(finding.operations.empty()) << text;
    }
  }
}

TEST(GradeProperty, OperationsMakeThePrintedTextByteForByte) {
  Generator generate(2);
  for (int i = 0; i < kRounds; ++i) {
    const std::vector<std::string> words = generate.words(14);
    const std::string a = generate.set(words);
    const std::string b = generate.set(
        generate.below(6) == 0 ? generate.words(14) : generate.edited(words));
    for (const auto mode : {GradeMode::kReference, GradeMode::kSymmetric}) {
      const Finding finding = grade(a, b, english_tables(), mode);
      ASSERT_EQ(apply_operations(a, b, finding), b) << a << "\n" << b;
      std::size_t at = 0;
      for (const Operation& operation : finding.operations) {
        ASSERT_LE(at, operation.reference.begin) << a << "\n" << b;
        at = operation.reference.end;
      }
    }
  }
}

TEST(GradeProperty, SymmetricModeIsSymmetric) {
  Generator generate(3);
  for (int i = 0; i < kRounds; ++i) {
    const std::vector<std::string> words = generate.words(14);
    const std::string a = generate.set(words);
    const std::string b = generate.set(generate.edited(words));
    const Finding one = grade(a, b, english_tables(), GradeMode::kSymmetric);
    const Finding two = grade(b, a, english_tables(), GradeMode::kSymmetric);
    ASSERT_EQ(to_string(one.grade), to_string(two.grade)) << a << "\n" << b;
    ASSERT_EQ(one.flags, two.flags) << a << "\n" << b;
  }
}

TEST(GradeProperty, TypographicChangesStayTypographic) {
  const std::vector<std::pair<std::string, std::string>> changes = {
      {" ", "\u00A0"},     {" ", "  "},           {" ", "\n"},
      {"'", "\u2019"},     {"\u2019", "'"},       {"\u2014", "\u2013"},
      {"...", "\u2026"},   {"...", ". . ."},      {"\u201C", "\""},
      {"\u201D", "\""},    {"\u2014", "--"},      {"e", "e\u200B"}};
  Generator generate(4);
  for (int i = 0; i < kRounds; ++i) {
    const std::string text = generate.set(generate.words(14));
    std::string other = text;
    for (std::size_t k = 1 + generate.below(3); k > 0; --k) {
      const auto& [from, to] = changes[generate.below(changes.size())];
      const std::size_t at = other.find(from, generate.below(other.size()));
      if (at != std::string::npos) other.replace(at, from.size(), to);
    }
    const Finding finding = grade(text, other, english_tables());
    ASSERT_LE(finding.grade, Grade::kTypographic)
        << text << "\n" << other << "\n" << finding.rule;
  }
}

// A word that no table knows, put between two words that match, can only
// raise the grade. (Where texts are too unlike to be compared, or are
// reordered, shares decide and one word moves them.)
TEST(GradeProperty, AddingADifferenceNeverLowersTheGrade) {
  Generator generate(5);
  for (int i = 0; i < kRounds; ++i) {
    std::vector<std::string> words = generate.words(10);
    for (int k = 0; k < 12; ++k) words.push_back("w" + std::string(1, static_cast<char>('a' + k)));
    std::string reference;
    for (const auto& word : words) reference += word + " ";
    std::vector<std::string> printed = generate.edited(words);
    std::string before;
    for (const auto& word : printed) before += word + " ";
    const Finding one = grade(reference, before, english_tables());
    const bool judged = one.grade < Grade::kReordered ||
                        one.grade == Grade::kMeaningRisk;
    if (!judged) continue;
    printed.insert(printed.end() - 3, "zebra");
    std::string after;
    for (const auto& word : printed) after += word + " ";
    const Finding two = grade(reference, after, english_tables());
    ASSERT_GE(two.grade, one.grade) << reference << "\n" << after;
  }
}

}  // namespace
}  // namespace quoin
