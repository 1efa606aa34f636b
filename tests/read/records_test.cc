// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/records.h>

#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

#include <gtest/gtest.h>

namespace quoin {
namespace {

class RecordsTest : public testing::Test {
 protected:
  RecordsTest()
      : path_(std::filesystem::temp_directory_path() /
              ("quoin-records-" + std::to_string(::getpid()) + ".jsonl")) {}
  ~RecordsTest() override { std::filesystem::remove(path_); }

  Result<std::vector<Record>> read(const std::string& bytes) {
    std::ofstream(path_, std::ios::binary) << bytes;
    return read_records(path_.string());
  }

  std::filesystem::path path_;
};

TEST_F(RecordsTest, ReadsValuesInTheirOrder) {
  const auto records = read(
      "{\"z\": \"é\\n\", \"line\": 12, \"none\": null, \"flags\": [\"a\"]}\n"
      "\n{}");
  ASSERT_TRUE(records);
  ASSERT_EQ(records->size(), 2u);
  const Record& first = (*records)[0];
  ASSERT_EQ(first.fields.size(), 3u);
  EXPECT_EQ(first.fields[0].first, "z");
  EXPECT_EQ(first.text("z"), "é\n");
  EXPECT_EQ(std::get<std::size_t>(*first.find("line")), 12u);
  EXPECT_EQ(std::get<std::vector<std::string>>(*first.find("flags")),
            std::vector<std::string>{"a"});
  EXPECT_EQ(first.find("none"), nullptr);
  EXPECT_TRUE((*records)[1].fields.empty());
}

TEST_F(RecordsTest, EveryBadLineIsAnError) {
  const auto records = read("{\"a\": 1}\nno\n{\"a\": {}}\n{\"a\": [1]}\n");
  ASSERT_FALSE(records);
  ASSERT_EQ(records.error().size(), 3u);
  EXPECT_EQ(records.error()[0].line, 2u);
  EXPECT_EQ(records.error()[2].line, 4u);
}

}  // namespace
}  // namespace quoin
