// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/labels.h>

#include <string>

#include <gtest/gtest.h>

namespace quoin {
namespace {

TEST(Labels, AreReadAndPrintedAlike) {
  constexpr const char* kTable[] = {
      "\"No,\" [CUE said] [SPEAKER Jane Doe].",
      "[SPEAKER the [ROLE engineer] Jane Doe]: \"No.\"",
      "[SPEAKER [ROLE engineer]]: \"No.\"",
      "[MEDIUM in a statement] [ADDRESSEE Radio [sic] Nord] [he] [UN]",
      "One. \u00B6 [SPEAKER Doe]: \"Two.\" \u00B6 Three.",
      "[ ] [] ] \u65E5\u672C [CUE \u8A00\u3063\u305F]",
      "",
  };
  for (const char* sentence : kTable) {
    const Result<LabelledText> read = parse_labels(sentence);
    if (!read) {
      ADD_FAILURE() << sentence << ": " << read.error().front().message;
      continue;
    }
    EXPECT_EQ(print_labels(*read), sentence);
    EXPECT_EQ(read->text.find("CUE"), std::string::npos);
  }
}

TEST(Labels, KnowWhereTheyStand) {
  const Result<LabelledText> read =
      parse_labels("\u201CNo,\u201D [CUE said] [SPEAKER Jane Doe].");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->labels.size(), 2U);
  const Label& speaker = read->labels[1];
  EXPECT_EQ(speaker.slot, Slot::kSpeaker);
  EXPECT_EQ(read->text.substr(speaker.span.begin, speaker.span.size()),
            "Jane Doe");
  EXPECT_EQ(speaker.column, 27U);
}

TEST(Labels, ThatCannotBeReadSayWhere) {
  struct Row {
    const char* sentence;
    std::size_t column;
    const char* message;
  };
  constexpr Row kTable[] = {
      {"\u201CNo,\u201D [CUE said", 7, "this label is not closed"},
      {"[SPEKER Jane]", 2, "unknown slot 'SPEKER'"},
  };
  for (const Row& row : kTable) {
    const Result<LabelledText> read = parse_labels(row.sentence);
    ASSERT_FALSE(read) << row.sentence;
    EXPECT_EQ(read.error().front().column, row.column) << row.sentence;
    EXPECT_EQ(read.error().front().message, row.message);
  }
}

}  // namespace
}  // namespace quoin
