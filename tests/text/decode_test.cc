// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/decode.h>

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace quoin {
namespace {

using namespace std::string_view_literals;

TEST(Decode, RepairsWhatIsIllFormed) {
  struct Case {
    std::string_view bytes;
    std::string_view text;
    std::size_t ill_formed;
    std::size_t forbidden;
  };
  const Case cases[] = {
      {"", "", 0, 0},
      {"plain", "plain", 0, 0},
      {"\u201CNo,\u201D \U0001F600", "\u201CNo,\u201D \U0001F600", 0, 0},
      {"\xEF\xBB\xBF"
       "after a mark",
       "after a mark", 0, 0},
      {"a \xEF\xBB\xBF b", "a \uFEFF b", 0, 0},  // only the first is a mark
      // Windows-1252 marks.
      {"\x93No\x94", "\uFFFDNo\uFFFD", 2, 0},
      // The examples of Unicode 15, tables 3-8 to 3-11.
      {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82"
       "A",
       "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
       "A",
       8, 0},
      {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF"
       "A",
       "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
       "A",
       8, 0},
      {"\xF4\x91\x92\x93\xFF"
       "A\x80\xBF"
       "B",
       "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
       "A\uFFFD\uFFFD"
       "B",
       7, 0},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF"
       "A",
       "\uFFFD\uFFFD\uFFFD\uFFFD"
       "A",
       4, 0},
      // Cut at the end, after each byte.
      {"ab\xE2", "ab\uFFFD", 1, 0},
      {"ab\xE2\x80", "ab\uFFFD", 1, 0},
      {"ab\xF0\x9F\x98", "ab\uFFFD", 1, 0},
      // What the program needs for itself.
      {"a\0b"sv,
       "a\uFFFD"
       "b",
       0, 1},
      {"long enough for a word \0 and more"sv,
       "long enough for a word \uFFFD and more", 0, 1},
      {"\uFDD0 \uFDEF \uFDCF \uFDF0 \uFFFE",
       "\uFFFD \uFFFD \uFDCF \uFDF0 \uFFFE", 0, 2},
      {"\uFDD0\xFF\0"sv, "\uFFFD\uFFFD\uFFFD", 1, 2},
  };
  for (const Case& c : cases) {
    const DecodedText decoded = decode_utf8(std::string(c.bytes));
    EXPECT_EQ(decoded.text, c.text);
    EXPECT_EQ(decoded.ill_formed, c.ill_formed) << c.text;
    EXPECT_EQ(decoded.forbidden, c.forbidden) << c.text;
    EXPECT_EQ(decoded.first_fault.has_value(), !decoded.is_clean()) << c.text;
  }
}

TEST(Decode, PlacesTheFirstFault) {
  const DecodedText decoded = decode_utf8("one\ntw\u00F6 \xFF three \xFF");
  ASSERT_TRUE(decoded.first_fault);
  EXPECT_EQ(decoded.first_fault->line, 2u);
  EXPECT_EQ(decoded.first_fault->column, 5u);
}

// A fault at every place of a word, before and after text of every length.
TEST(Decode, FindsFaultsWhereverTheyStand) {
  for (std::size_t before = 0; before < 20; ++before) {
    for (std::size_t after = 0; after < 20; ++after) {
      const std::string head(before, 'a');
      const std::string tail(after, 'z');
      const DecodedText decoded = decode_utf8(head + '\0' + tail + '\xC3');
      EXPECT_EQ(decoded.text, head + "\uFFFD" + tail + "\uFFFD");
      EXPECT_EQ(decoded.forbidden, 1u);
      EXPECT_EQ(decoded.ill_formed, 1u);
    }
  }
}

// Every pair and triple of bytes: what comes out is valid and comes out again
// unchanged.
TEST(Decode, ItsOutputIsCleanInput) {
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      for (const unsigned third : {0x00u, 0x41u, 0x80u, 0x90u, 0xBFu, 0xE2u}) {
        std::string bytes;
        for (const unsigned byte : {first, second, third}) {
          bytes += static_cast<char>(byte);
        }
        const DecodedText once = decode_utf8(bytes);
        const DecodedText twice = decode_utf8(once.text);
        ASSERT_TRUE(twice.is_clean()) << first << ' ' << second;
        ASSERT_EQ(twice.text, once.text);
        const bool is_mark = bytes == "\xEF\xBB\xBF";
        if (once.is_clean() && !is_mark) {
          ASSERT_EQ(once.text, bytes);
        }
      }
    }
  }
}

TEST(Decode, CleanInputIsNotCopied) {
  std::string bytes(1000, 'a');
  const char* data = bytes.data();
  EXPECT_EQ(decode_utf8(std::move(bytes)).text.data(), data);
}

}  // namespace
}  // namespace quoin
