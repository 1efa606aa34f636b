// SPDX-License-Identifier: Apache-2.0
// Inputs made to break readers: time is linear, memory bounded, and what is
// wrong is said.
#include <quoin/read/read.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <sys/resource.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pack.h"

namespace quoin {
namespace {

using testing::HasSubstr;
using std::string_literals::operator""s;

struct Seen {
  std::size_t documents = 0;
  std::vector<std::string> said;
};

class HostileTest : public testing::Test {
 protected:
  HostileTest() {
    path_ = std::filesystem::temp_directory_path() /
            ("quoin-hostile-" + std::to_string(::getpid()));
  }
  ~HostileTest() override { std::filesystem::remove(path_); }

  Seen read(const std::string& bytes) {
    std::ofstream(path_, std::ios::binary) << bytes;
    Seen seen;
    auto reader = open_documents(path_.string(), {});
    if (!reader) {
      seen.said.push_back(to_string(reader.error()[0]));
      return seen;
    }
    while (auto next = (*reader)->next()) {
      const auto& said = *next ? (*next)->diagnostics : next->error();
      if (*next) ++seen.documents;
      for (const Diagnostic& one : said) seen.said.push_back(to_string(one));
    }
    return seen;
  }

  std::filesystem::path path_;
};

long most_memory_mb() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

// Ten gigabytes of nothing in ten megabytes: a member of 64 MB, many times.
TEST_F(HostileTest, ABombOfTenGigabytes) {
  const std::string member = gzip(std::string(std::size_t{64} << 20, '\0'), 9);
  std::string bomb;
  for (int i = 0; i < 160; ++i) bomb += member;
  EXPECT_LT(bomb.size(), std::size_t{11} << 20);
  const long before = most_memory_mb();
  const Seen seen = read(bomb);
  EXPECT_EQ(seen.documents, 0u);
  ASSERT_EQ(seen.said.size(), 1u);
  EXPECT_THAT(seen.said[0], HasSubstr("unpacks to more than 250 times"));
  EXPECT_LT(most_memory_mb() - before, 400);
  // As lines and as an archive, of which no part is too large to hold.
  for (const std::string head : {"{\"text\": \"", "WARC/1.0\r\n"}) {
    const Seen lines = read(gzip(head) + bomb);
    EXPECT_EQ(lines.documents, 0u);
    ASSERT_GE(lines.said.size(), 1u) << head;
    EXPECT_THAT(lines.said.back() + lines.said.front(),
                HasSubstr("unpacks to more than 250 times"))
        << head;
  }
  EXPECT_LT(most_memory_mb() - before, 600);
}

TEST_F(HostileTest, FalseRecordsDoNotMultiplyWork) {
  // Each claims most of the file, and none is whole.
  std::string archive;
  for (int i = 0; i < 20000; ++i) {
    archive += "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 900000\r\n"
               "\r\nx\r\n";
  }
  const Seen seen = read(archive);
  EXPECT_EQ(seen.documents, 0u);
  EXPECT_GE(seen.said.size(), 1u);
  std::string headers;
  for (int i = 0; i < 100000; ++i) headers += "WARC/1.0\r\n";
  EXPECT_EQ(read(headers).documents, 0u);
  EXPECT_EQ(read("WARC/1.0\r\n" + std::string(5000000, 'x')).documents, 0u);
}

TEST_F(HostileTest, BytesThatAreNoText) {
  EXPECT_THAT(read("a\0b"s).said, testing::ElementsAre(HasSubstr(
                                      "holds NULs or noncharacters: one place "
                                      "reads U+FFFD, the first in line 1")));
  EXPECT_THAT(read("ok\n\xED\xA0\x80\u00E9\u00E9\u00E9\u00E9").said,
              testing::ElementsAre(HasSubstr("not valid UTF-8: 3 places")));
  // UTF-16 without a mark, and two encodings in one file.
  std::string units;
  for (const char c : "The harbour is closed, she said."s) units += c + "\0"s;
  EXPECT_EQ(read(units).said.size(), 0u);
  EXPECT_THAT(read("\u201COne\u201D, \u201Ctwo\u201D and \x93three\x94").said,
              testing::ElementsAre(HasSubstr("not valid UTF-8: 2 places")));
  EXPECT_THAT(read("{\"text\": \"\\uD800\"}\n{\"text\": \"good\"}\n").said,
              testing::ElementsAre(HasSubstr("lone surrogate")));
  EXPECT_EQ(read(std::string(1000000, '\0')).documents, 1u);
}

}  // namespace
}  // namespace quoin
