// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/word_table.h>

#include <string>

#include <gtest/gtest.h>

namespace quoin {
namespace {

TEST(WordTable, FindsWhatWasAdded) {
  WordTable table;
  EXPECT_EQ(table.find("said"), 0);
  table.add("said", 7);
  table.add("said", 8);  // the first is kept
  table.add("sad", 9);
  EXPECT_EQ(table.find("said"), 7);
  EXPECT_EQ(table.find("sad"), 9);
  EXPECT_EQ(table.find("sai"), 0);
  EXPECT_EQ(table.find(""), 0);
  EXPECT_EQ(table.size(), 2u);
}

TEST(WordTable, TellsWordsOfEveryLengthApart) {
  WordTable table;
  const auto word = [](std::size_t size, char last) {
    return std::string(size - 1, 'x') + last;
  };
  char16_t symbol = 0;
  for (std::size_t size = 1; size < 80; ++size) {
    for (const char last : {'a', 'b'}) table.add(word(size, last), ++symbol);
  }
  symbol = 0;
  for (std::size_t size = 1; size < 80; ++size) {
    for (const char last : {'a', 'b'}) {
      EXPECT_EQ(table.find(word(size, last)), ++symbol) << size;
    }
    EXPECT_EQ(table.find(word(size, 'c')), 0) << size;
  }
}

TEST(WordTable, HoldsManyWords) {
  WordTable table;
  for (int i = 1; i <= 30'000; ++i) {
    table.add("word" + std::to_string(i), static_cast<char16_t>(i));
  }
  EXPECT_EQ(table.size(), 30'000u);
  for (int i = 1; i <= 30'000; ++i) {
    ASSERT_EQ(table.find("word" + std::to_string(i)), i);
    ASSERT_EQ(table.find("term" + std::to_string(i)), 0);
  }
}

}  // namespace
}  // namespace quoin
