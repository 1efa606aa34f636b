// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/positions.h>

#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace quoin {

void PrintTo(const Position& p, std::ostream* out) {
  *out << "byte " << p.byte << " code point " << p.code_point << " utf16 "
       << p.utf16 << " line " << p.line << " column " << p.column;
}

namespace {

// One byte at a time: what the fast ways must agree with.
std::vector<Position> walk(std::string_view text) {
  std::vector<Position> positions;
  Position here;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) != 0x80) {
      here.byte = i;
      positions.push_back(here);
      here.code_point += 1;
      here.utf16 += byte >= 0xF0 ? 2 : 1;
      here.column += 1;
      if (byte == '\n') {
        here.line += 1;
        here.column = 1;
      }
    }
  }
  here.byte = text.size();
  positions.push_back(here);
  return positions;
}

// Texts that are long enough for several notes and whose code points straddle
// every place of a word and of a stride.
std::vector<std::string> texts() {
  std::vector<std::string> all = {"", "a", "\n", "\n\n", "a\nb\r\nc"};
  const std::vector<std::string> pieces = {"a",
                                           "\u00E9",
                                           "\u201C",
                                           "\U0001F600",
                                           "\n",
                                           "plain words, ",
                                           "\u201CWe leave,\u201D she said.\n"};
  for (const std::string& piece : pieces) {
    for (std::size_t shift = 0; shift < 9; ++shift) {
      std::string text(shift, 'x');
      while (text.size() < 700) text += piece;
      all.push_back(text);
    }
  }
  std::string mixed;
  for (std::size_t i = 0; i < 400; ++i) {
    mixed += pieces[(i * i + i / 3) % pieces.size()];
  }
  all.push_back(mixed);
  return all;
}

TEST(Positions, CursorAgreesWithAWalk) {
  for (const std::string& text : texts()) {
    PositionCursor cursor(text);
    for (const Position& expected : walk(text)) {
      ASSERT_EQ(cursor.advance_to(expected.byte), expected) << text;
    }
  }
}

TEST(Positions, CursorMayLeapAndStay) {
  const std::string text = "one\ntw\u00F6\nthree \U0001F600 four";
  PositionCursor cursor(text);
  EXPECT_EQ(cursor.advance_to(0), (Position{0, 0, 0, 1, 1}));
  EXPECT_EQ(cursor.advance_to(9), (Position{9, 8, 8, 3, 1}));
  EXPECT_EQ(cursor.advance_to(9), (Position{9, 8, 8, 3, 1}));
  EXPECT_EQ(cursor.advance_to(19), (Position{19, 15, 16, 3, 8}));
}

TEST(Positions, IndexAgreesWithAWalkInAnyOrder) {
  for (const std::string& text : texts()) {
    const PositionIndex index(text);
    const std::vector<Position> expected = walk(text);
    for (auto it = expected.rbegin(); it != expected.rend(); ++it) {
      ASSERT_EQ(index.at(it->byte), *it) << text;
      ASSERT_EQ(index.byte_of_code_point(it->code_point), it->byte) << text;
    }
    EXPECT_EQ(index.byte_of_code_point(expected.back().code_point + 5),
              text.size());
  }
}

// A file of one line must not cost a walk of the whole line at each query.
TEST(Positions, OneLongLineIsNotQuadratic) {
  const std::string text(4'000'000, 'a');
  const PositionIndex index(text);
  for (std::size_t byte = 0; byte < text.size(); byte += 20) {
    ASSERT_EQ(index.at(byte).column, byte + 1);
  }
}

}  // namespace
}  // namespace quoin
