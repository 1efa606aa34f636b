// SPDX-License-Identifier: Apache-2.0
#include <quoin/base/display_width.h>

#include <string_view>

#include <gtest/gtest.h>

namespace quoin {
namespace {

TEST(DisplayWidth, CountsColumns) {
  const struct {
    std::string_view text;
    std::size_t width;
  } cases[] = {
      {"", 0},
      {"plain", 5},
      {"caf\u00E9", 4},
      {"cafe\u0301", 4},    // a combining accent
      {"\u65E5\u672C", 4},  // wide
      {"\u201CNo\u201D", 4},
      {"a\tb", 3},
  };
  for (const auto& c : cases) EXPECT_EQ(display_width(c.text), c.width);
}

TEST(FitToWidth, CutsBetweenCharacters) {
  EXPECT_EQ(fit_to_width("plain", 9), "plain");
  EXPECT_EQ(fit_to_width("plain", 3), "pla");
  EXPECT_EQ(fit_to_width("plain", 0), "");
  EXPECT_EQ(fit_to_width("cafe\u0301s", 4), "cafe\u0301");
  EXPECT_EQ(fit_to_width("\u65E5\u672C", 3), "\u65E5");
}

}  // namespace
}  // namespace quoin
