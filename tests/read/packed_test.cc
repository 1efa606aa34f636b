// SPDX-License-Identifier: Apache-2.0
// gzip and zstd under every reader: members and frames, damage, bombs.
#include <quoin/read/input.h>

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pack.h"

namespace quoin {
namespace {

using testing::HasSubstr;

// The text, and what was wrong with it behind a bar.
std::string unpack(std::string bytes, const UnpackLimits& limits = {}) {
  Result<Input> input = Input::of(source_of(std::move(bytes)), "a", limits);
  if (!input) return "|" + to_string(input.error()[0]);
  std::string out;
  std::string buffer(7, '\0');  // small, so that pieces end everywhere
  for (int errors = 0; errors < 10;) {
    Result<std::size_t> got = input->read(buffer.data(), buffer.size());
    if (!got) {
      out += "|" + to_string(got.error()[0]) + "|";
      ++errors;
    } else if (*got == 0) {
      break;
    } else {
      out.append(buffer, 0, *got);
    }
  }
  return out;
}

TEST(Packed, MembersAndFramesAreOneText) {
  EXPECT_EQ(unpack(gzip("one ") + gzip("two ") + gzip("") + gzip("three")),
            "one two three");
  EXPECT_EQ(unpack(zstd("one ") + zstd("two ") + zstd("three")),
            "one two three");
  EXPECT_EQ(unpack(gzip(zstd("within"))), "within");
  EXPECT_EQ(unpack(gzip("padded") + std::string(1000, '\0')), "padded");
  const std::string large(3000000, 'x');
  EXPECT_EQ(unpack(gzip(large)), large);
  EXPECT_EQ(unpack(zstd(large)), large);
}

TEST(Packed, AZstdDictionaryAtTheBeginningIsUsed) {
  const std::string dictionary = "the council of the harbour town said that ";
  const std::string packed = zstd("the council of the harbour town said that "
                                  "the harbour is closed",
                                  dictionary);
  EXPECT_EQ(unpack(skippable(dictionary) + packed + packed),
            "the council of the harbour town said that the harbour is closed"
            "the council of the harbour town said that the harbour is closed");
  EXPECT_EQ(unpack(skippable(zstd(dictionary)) + packed),
            "the council of the harbour town said that the harbour is closed");
}

TEST(Packed, CutAnywhereItSaysSoOnce) {
  const std::string whole = gzip("The harbour is closed, the mayor said. ") +
                            gzip("It opens at dawn.");
  const std::string text = "The harbour is closed, the mayor said. It opens at "
                           "dawn.";
  const std::size_t first = gzip("The harbour is closed, the mayor said. ").size();
  for (std::size_t size = 3; size < whole.size(); ++size) {
    const std::string read = unpack(whole.substr(0, size));
    const std::size_t bar = read.find('|');
    EXPECT_TRUE(text.starts_with(read.substr(0, bar))) << size;
    if (size == first) {
      EXPECT_EQ(read, "The harbour is closed, the mayor said. ");
      continue;
    }
    EXPECT_THAT(read.substr(bar),
                HasSubstr("cut off at byte " + std::to_string(size)));
    if (size > first) {
      EXPECT_TRUE(read.starts_with("The harbour is closed, the mayor said. "));
    }
  }
}

TEST(Packed, DamageIsSaidAndTheNextMemberIsRead) {
  std::string bad = gzip(std::string(2000, 'a') + "middle of the story");
  bad[bad.size() - 6] ^= 0x55;  // the checksum
  const std::string read = unpack(gzip("first ") + bad + gzip(" last"));
  EXPECT_TRUE(read.starts_with("first aaa")) << read;
  EXPECT_TRUE(read.ends_with("| last")) << read;
  EXPECT_THAT(read, HasSubstr("the gzip data is damaged at byte "));
  EXPECT_THAT(unpack(gzip("text") + "and more"),
              HasSubstr("text|a: error: what follows the gzip data at byte 24 "
                        "is none"));
  std::string frame = zstd(std::string(5000, 'a') + "middle");
  frame[frame.size() - 2] ^= 0x55;
  const std::string frames = unpack(zstd("first ") + frame + zstd(" last"));
  EXPECT_TRUE(frames.starts_with("first ")) << frames;
  EXPECT_TRUE(frames.ends_with("| last")) << frames;
  EXPECT_THAT(frames, HasSubstr("the zstd data is damaged at byte "));
  EXPECT_THAT(unpack(zstd("text").substr(0, 12)),
              HasSubstr("the zstd data is cut off at byte 12"));
  EXPECT_THAT(unpack(zstd("text") + "and more"),
              HasSubstr("text|a: error: what follows the zstd data at byte "));
}

// A bit that is wrong anywhere costs the piece that it is in, and no other.
TEST(Packed, ABitThatIsWrongCostsOnePiece) {
  const std::string words =
      "The harbour is closed, said the mayor, and the mayor said it twice: "
      "the harbour is closed, and the boats are where the boats were. ";
  const auto test = [&](auto pack, const char* name) {
    const std::string first = pack("First. ");
    const std::string second = pack(words + words + "closed");
    const std::string third = pack(" Third.");
    for (std::size_t bit = 0; bit < second.size() * 8; ++bit) {
      std::string damaged = second;
      damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ 1 << bit % 8);
      const std::string read = unpack(first + damaged + third);
      EXPECT_TRUE(read.starts_with("First. ")) << name << bit << read;
      EXPECT_TRUE(read.ends_with(" Third.")) << name << bit << read;
      EXPECT_EQ(read.find("error"), read.rfind("error")) << bit << read;
    }
  };
  test([](const std::string& text) { return gzip(text); }, "gzip");
  test([](const std::string& text) { return zstd(text); }, "zstd");
}

// What looks like the beginning of a piece may stand inside one.
TEST(Packed, APieceInsideAPieceIsText) {
  const std::string inner = gzip("inside") + zstd("inside");
  const std::string outer = "before " + inner + inner + " after";
  EXPECT_EQ(unpack(gzip("one ") + gzip(outer, 0) + gzip(" two")),
            "one " + outer + " two");
  EXPECT_EQ(unpack(zstd("one ") + zstd(outer) + zstd(" two")),
            "one " + outer + " two");
}

// A hundred megabytes of nothing are stopped at the first window; what is
// packed well and small is not.
TEST(Packed, ABombIsRefused) {
  const std::string bomb = gzip(std::string(std::size_t{100} << 20, '\0'));
  Result<Input> input = Input::of(source_of(bomb), "a");
  ASSERT_TRUE(input);
  std::string buffer(1 << 20, '\0');
  std::size_t read = 0;
  std::string problem;
  while (true) {
    Result<std::size_t> got = input->read(buffer.data(), buffer.size());
    if (!got) problem = to_string(got.error()[0]);
    if (!got || *got == 0) break;
    read += *got;
  }
  EXPECT_THAT(problem, HasSubstr("unpacks to more than 250 times its size"));
  EXPECT_LT(read, std::size_t{65} << 20);
  const std::string small(std::size_t{10} << 20, '\0');
  EXPECT_EQ(unpack(gzip(small)).size(), small.size());
}

}  // namespace
}  // namespace quoin
