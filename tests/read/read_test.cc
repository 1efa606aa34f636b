// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/read.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

#include <gtest/gtest.h>

namespace quoin {
namespace {

// A file under a folder of the test's own, removed with it.
class ReadTest : public testing::Test {
 protected:
  ReadTest() {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() /
              ("quoin-read-" + std::string(info->name()) + "-" +
               std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
  }
  ~ReadTest() override { std::filesystem::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& bytes) {
    const std::filesystem::path path = folder_ / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }

  // One line a document: "id|outlet|text", or the message without its folder.
  std::vector<std::string> read_all(const std::string& path,
                                    const ReadOptions& options = {}) {
    std::vector<std::string> out;
    auto reader = open_documents(path, options);
    if (!reader) return {short_message(reader.error()[0])};
    while (auto next = (*reader)->next()) {
      if (!*next) {
        out.push_back(short_message(next->error()[0]));
        continue;
      }
      const Document& d = **next;
      std::string line = d.id + "|" + d.outlet.value_or("-") + "|" + d.text;
      for (const std::string& flag : d.flags) line += "|" + flag;
      out.push_back(line);
    }
    return out;
  }

  std::string short_message(Diagnostic diagnostic) {
    diagnostic.file = std::filesystem::path(diagnostic.file).filename();
    return to_string(diagnostic);
  }

  std::filesystem::path folder_;
};

using Lines = std::vector<std::string>;

TEST_F(ReadTest, PlainTextIsOneDocumentCalledAfterItsFile) {
  EXPECT_EQ(read_all(write("a.txt", "One.\nTwo.\n")),
            Lines{"a.txt|-|One.\nTwo.\n"});
  EXPECT_EQ(read_all(write("b.txt", "")), Lines{"b.txt|-|"});
  ReadOptions named;
  named.id = "wire-7";
  EXPECT_EQ(read_all(write("c.txt", "x"), named), Lines{"wire-7|-|x"});
}

TEST_F(ReadTest, DamagedTextIsRepairedAndSaid) {
  EXPECT_EQ(read_all(write("a.txt", "a\xFF z")),
            Lines{"a.txt|-|a\uFFFD z|repaired-utf8"});
  EXPECT_EQ(read_all(write("b.txt", std::string("a\0z", 3))),
            Lines{"b.txt|-|a\uFFFDz|repaired-utf8"});
  EXPECT_EQ(read_all(write("c.txt", "\xEF\xBB\xBFMarked.")),
            Lines{"c.txt|-|Marked."});
}

TEST_F(ReadTest, JsonLinesAreOneDocumentALine) {
  EXPECT_EQ(read_all(write(
                "a.jsonl",
                "\xEF\xBB\xBF{\"id\": \"a\", \"text\": \"One.\\nTwo.\"}\r\n"
                "\n"
                "{\"text\": \"\\u201cHi\\u201d\", \"outlet\": \"Courier\","
                " \"id\": 12, \"url\": null, \"other\": [1, {}]}\n"
                "{\"text\": \"no line break at the end\"}")),
            (Lines{"a|-|One.\nTwo.", "12|Courier|“Hi”",
                   "a.jsonl:4|-|no line break at the end"}));
}

TEST_F(ReadTest, ABadLineIsOneErrorAndTheRestGoesOn) {
  const struct {
    const char* line;
    const char* message;
  } cases[] = {
      {"nonsense", "a.jsonl:2:1: error: expected an object"},
      {"[1]", "a.jsonl:2:1: error: expected an object"},
      {"{\"id\": \"é\", \"text\": 3}",
       "a.jsonl:2:21: error: \"text\" must be a string"},
      {"{\"id\": \"x\"}", "a.jsonl:2: error: \"text\" is missing"},
      {"{\"id\": \"x\", \"text\": null}",
       "a.jsonl:2:21: error: \"text\" must be a string"},
      {"{\"text\": \"\\ud800\"}",
       "a.jsonl:2:10: error: \"text\": bad escape or lone surrogate in a "
       "string"},
      {"{\"text\": \"a\xFF\"}", "a.jsonl:2: error: not valid UTF-8"},
      {"{\"text\": \"a\"", "a.jsonl:2:1: error: the object is not closed"},
      {"{\"text\": \"a", "a.jsonl:2: error: a string is not closed"},
      {"{\"text\": \"a\"} {}",
       "a.jsonl:2:15: error: something follows the object"},
      {"{\"text\": \"a\" \"id\": 1}", "a.jsonl:2: error: not valid JSON"},
      {"{\"text\": \"a\", \"lang\": 5}",
       "a.jsonl:2:23: error: \"lang\" must be a string"},
  };
  for (const auto& c : cases) {
    const std::string good = "{\"id\": \"g\", \"text\": \"t\"}\n";
    EXPECT_EQ(read_all(write("a.jsonl", good + c.line + "\n" + good)),
              (Lines{"g|-|t", c.message, "g|-|t"}))
        << c.line;
  }
}

TEST_F(ReadTest, LongLinesAreReadWhereverTheBufferEnds) {
  for (const std::size_t size : {1000, 1048550, 1048576, 3000000}) {
    const std::string text(size, 'x');
    const std::string line = "{\"id\":\"a\",\"text\":\"" + text + "\"}\n";
    const Lines read = read_all(write("a.jsonl", line + line + line));
    ASSERT_EQ(read.size(), 3u) << size;
    for (const std::string& one : read) EXPECT_EQ(one, "a|-|" + text);
  }
}

TEST_F(ReadTest, DocumentsBeyondTheLimitAreRefusedOneByOne) {
  ReadOptions small;
  small.max_size = std::size_t{1} << 20;
  const std::string good = "{\"id\":\"g\",\"text\":\"t\"}\n";
  for (const std::size_t size : {std::size_t{1048577}, std::size_t{5000000}}) {
    const std::string text(size, 'x');
    EXPECT_EQ(
        read_all(
            write("a.jsonl", good + "{\"text\":\"" + text + "\"}\n" + good),
            small),
        (Lines{"g|-|t", "a.jsonl:2: error: this document is larger than 1 MB",
               "g|-|t"}));
    EXPECT_EQ(read_all(write("a.txt", text), small),
              Lines{"a.txt: error: this document is larger than 1 MB"});
  }
}

TEST_F(ReadTest, TheFormatIsToldByContentAndName) {
  const struct {
    const char* name;
    std::string bytes;
    const char* first;
  } cases[] = {
      {"a.txt", "{\"id\": \"x\", \"text\": \"t\"}\n", "x|-|t"},
      {"a.ndjson", "{\"text\": \"t\"}\n", "a.ndjson:1|-|t"},
      {"a.txt", "{curly} prose", "a.txt|-|{curly} prose"},
      {"a.txt", "<laughs> prose", "a.txt|-|<laughs> prose"},
      {"a.txt", "\x1F\x8B\x08",
       "a.txt: error: the gzip data is cut off at byte 3, in the member that "
       "begins at byte 0"},
      {"a.txt", "\x89PNG\r\n", "a.txt: error: this is no text"},
      {"a.txt", "%PDF-1.7", "a.txt: error: PDF is not read"},
      {"a.txt", std::string("\xFF\xFEh\0i\0", 6), "a.txt|-|hi"},
      {"a.txt", std::string("\xFE\xFF\0h\x20\x1C", 6), "a.txt|-|h\u201C"},
      // A lone surrogate, and half a unit at the end.
      {"a.txt", std::string("\xFF\xFEh\0\x00\xD8i\0", 8),
       "a.txt|-|h\uFFFDi|repaired-utf8"},
      {"a.txt", std::string("\xFF\xFEh\0i", 5), "a.txt|-|h\uFFFD|repaired-utf8"},
      {"a.jsonl", std::string("\xFF\xFE{\0", 4),
       "a.jsonl:1:1: error: the object is not closed"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(read_all(write(c.name, c.bytes)), Lines{c.first}) << c.bytes;
  }
}

TEST_F(ReadTest, NoMoreDocumentsThanTheLimitAreRead) {
  ReadOptions few;
  few.max_documents = 2;
  const std::string line = "{\"id\": \"a\", \"text\": \"t\"}\n";
  EXPECT_EQ(read_all(write("a.jsonl", line + line), few),
            (Lines{"a|-|t", "a|-|t"}));
  EXPECT_EQ(read_all(write("b.jsonl", line + line + line + line), few),
            (Lines{"a|-|t", "a|-|t",
                   "b.jsonl: error: this has more than 2 documents: the rest "
                   "is not read"}));
}

TEST_F(ReadTest, PagesAreToldByTheirTags) {
  const struct {
    const char* name;
    std::string bytes;
    const char* first;
  } cases[] = {
      {"a.txt", "\n <!DOCTYPE HTML><p>Hi", "a.txt|-|Hi\n"},
      {"a.txt", "<!-- saved -->\n<div>Hi</div>", "a.txt|-|Hi\n"},
      {"a.txt", "<?xml version=\"1.0\"?><html><p>Hi", "a.txt|-|Hi\n"},
      {"a.html", "Hi <b>there</b>", "a.html|-|Hi there\n"},
      {"a.html", std::string("\xFF\xFE<\0p\0>\0H\0i\0", 12), "a.html|-|Hi\n"},
      {"a.html", "\xEF\xBB\xBF<p>Hi", "a.html|-|Hi\n"},
  };
  for (const auto& c : cases) {
    const Lines read = read_all(write(c.name, c.bytes));
    ASSERT_EQ(read.size(), 1u);
    EXPECT_TRUE(read[0].starts_with(c.first)) << read[0];
  }
}

TEST_F(ReadTest, WhatCannotBeOpenedIsSaid) {
  EXPECT_EQ(read_all((folder_ / "none.txt").string()),
            Lines{"none.txt: error: cannot open: no such file or directory"});
  std::filesystem::create_directory(folder_ / "sub");
  EXPECT_EQ(read_all((folder_ / "sub").string()),
            Lines{"sub: error: this is a folder, not a file"});
}

TEST(NameDocuments, TakesThePathWhereNamesAreEqual) {
  EXPECT_EQ(name_documents({"x/a.txt", "y/a.txt", "y/b.txt"}),
            (Lines{"x/a.txt", "y/a.txt", "b.txt"}));
}

}  // namespace
}  // namespace quoin
