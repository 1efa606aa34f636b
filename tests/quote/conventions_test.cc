// SPDX-License-Identifier: Apache-2.0
#include <quoin/quote/conventions.h>

#include <string>

#include <gtest/gtest.h>

namespace quoin {
namespace {

Lexicon with_pair(const char* name, std::string left, std::string right) {
  Lexicon lexicon;
  lexicon.pairs[name].push_back(
      {{std::move(left)}, {std::move(right)}, "xx/marks.grammar:7"});
  return lexicon;
}

TEST(CompileMarksTest, RefusesWhatIsNoMark) {
  const struct {
    const char* left;
    const char* message;
  } kCases[] = {
      {"quote", "xx/marks.grammar:7: error: 'quote' is no mark"},
      {"<<<<<", "xx/marks.grammar:7: error: '<<<<<' is no mark"},
      {"\" ", "xx/marks.grammar:7: error: '\" ' is no mark"},
  };
  for (const auto& [left, message] : kCases) {
    const auto compiled = compile_marks(with_pair("double-marks", left, "\""));
    ASSERT_FALSE(compiled.has_value()) << left;
    EXPECT_EQ(to_string(compiled.error()[0]), message);
    EXPECT_FALSE(compiled.error()[0].hint.empty());
  }
}

TEST(CompileMarksTest, RefusesAMarkOfBothKinds) {
  Lexicon lexicon = with_pair("double-marks", "«", "»");
  lexicon.pairs["single-marks"].push_back({{"«"}, {"»"}, "xx/marks.grammar:9"});
  const auto compiled = compile_marks(lexicon);
  ASSERT_FALSE(compiled.has_value());
  EXPECT_EQ(to_string(compiled.error()[0]),
            "xx/marks.grammar:9: error: '«' is in double-marks and in "
            "single-marks");
}

TEST(CompileMarksTest, KnowsDisguisesOfEveryMark) {
  const auto compiled = compile_marks(with_pair("double-marks", "«", "»"));
  ASSERT_TRUE(compiled.has_value());
  std::string all;
  for (const MarkSpelling& spelling : compiled->spellings) {
    if (spelling.mark != kNotAMark) all += spelling.text + " ";
  }
  for (const char* wanted : {"&laquo;", "&#171;", "&#xab;", "&#xAB;", "Â«"}) {
    EXPECT_NE(all.find(wanted), std::string::npos) << wanted;
  }
}

TEST(CompileMarksTest, NothingListedFindsNothing) {
  const auto compiled = compile_marks(Lexicon{});
  ASSERT_TRUE(compiled.has_value());
  EXPECT_TRUE(compiled->marks.empty());
}

}  // namespace
}  // namespace quoin
