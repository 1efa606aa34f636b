// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/references.h>

#include <string>

#include <gtest/gtest.h>

namespace quoin {
namespace {

TEST(References, AreReadAsBrowsersReadThem) {
  const struct {
    const char* raw;
    std::size_t size;
    const char* text;
  } kCases[] = {
      {"&amp;", 5, "&"},
      {"&amp", 4, "&"},
      {"&AMP;x", 5, "&"},
      {"&eacute;", 8, "\u00E9"},
      {"&rsquo;", 7, "\u2019"},
      {"&rsquo", 0, ""},  // may not go without its semicolon
      {"&notit;", 4, "\u00AC"},
      {"&notin;", 7, "\u2209"},
      {"&acE;", 5, "\u223E\u0333"},
      {"&CounterClockwiseContourIntegral;", 33, "\u2233"},
      {"&bogus;", 0, ""},
      {"&", 0, ""},
      {"& ", 0, ""},
      {"&;", 0, ""},
      {"&#8217;", 7, "\u2019"},
      {"&#x2019;", 8, "\u2019"},
      {"&#X2019", 7, "\u2019"},
      {"&#65x", 4, "A"},
      {"&#146;", 6, "\u2019"},  // of windows-1252
      {"&#x80;", 6, "\u20AC"},
      {"&#0;", 4, "\uFFFD"},
      {"&#xD800;", 8, "\uFFFD"},
      {"&#xFDD0;", 8, "\uFFFD"},
      {"&#x110000;", 10, "\uFFFD"},
      {"&#99999999999999999999;", 23, "\uFFFD"},
      {"&#x1F600;", 9, "\U0001F600"},
      {"&#;", 0, ""},
      {"&#x;", 0, ""},
      {"&#xg;", 0, ""},
  };
  for (const auto& one : kCases) {
    const Reference found = read_reference(one.raw, false);
    EXPECT_EQ(found.size, one.size) << one.raw;
    EXPECT_EQ(found.view(), one.text) << one.raw;
  }
}

TEST(References, InAttributesNeedASemicolonBeforeLetters) {
  EXPECT_EQ(decode_attribute("?a=1&copy=2&reg"), "?a=1&copy=2\u00AE");
  EXPECT_EQ(decode_attribute("&copyx&copy;x"), "&copyx\u00A9x");
  EXPECT_EQ(decode_attribute("a&amp;b&"), "a&b&");
}

}  // namespace
}  // namespace quoin
