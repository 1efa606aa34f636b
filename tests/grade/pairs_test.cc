// SPDX-License-Identifier: Apache-2.0
// tests/grade/pairs.txt, pair by pair.

#include <cstddef>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include <quoin/grade/grade.h>

#include "english.h"

namespace quoin {
namespace {

TEST(Pairs, AreGradedAsListed) {
  std::ifstream file(QUOIN_SOURCE_DIR "/tests/grade/pairs.txt");
  ASSERT_TRUE(file.is_open());
  std::string line;
  std::string grade_name;
  std::size_t pairs = 0;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] != ' ') {
      grade_name = line;
      ASSERT_TRUE(grade_named(line).has_value()) << line;
      continue;
    }
    const std::size_t bar = line.find(" | ");
    ASSERT_NE(bar, std::string::npos) << line;
    const std::string reference = line.substr(2, bar - 2);
    const std::string printed = line.substr(bar + 3);
    const Finding finding = grade(reference, printed, english_tables());
    EXPECT_EQ(to_string(finding.grade), grade_name)
        << reference << "\n" << printed << "\nby " << finding.rule;
    EXPECT_EQ(apply_operations(reference, printed, finding), printed);
    ++pairs;
  }
  EXPECT_GT(pairs, 250u);
}

}  // namespace
}  // namespace quoin
