// SPDX-License-Identifier: Apache-2.0
#include <quoin/base/display.h>

#include <gtest/gtest.h>

namespace quoin {
namespace {

TEST(SingleLine, FoldsSpaceAndDropsWhatSteersATerminal) {
  EXPECT_EQ(single_line("  one\n\n two\u00A0three "), "one two three");
  EXPECT_EQ(single_line("a\x1B[31mb\u009Bc\u202Ed"), "a[31mbcd");
}

TEST(ClipToWidth, CutsBetweenGraphemes) {
  const struct {
    const char* text;
    std::size_t width;
    const char* clipped;
  } cases[] = {
      {"four", 4, "four"},
      {"fours", 4, "fou…"},
      {"one two", 5, "one…"},
      {"東京都", 5, "東京…"},
      {"東京都", 4, "東…"},
      {"x", 0, ""},
      {"ae\u0301io", 3, "ae\u0301…"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(clip_to_width(c.text, c.width), c.clipped) << c.text;
  }
}

TEST(PadToWidth, FillsUp) {
  EXPECT_EQ(pad_to_width("東", 4), "東  ");
  EXPECT_EQ(pad_to_width("long", 2), "long");
}

}  // namespace
}  // namespace quoin
