// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/story.h>

#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

#include <gtest/gtest.h>

namespace quoin {
namespace {

class StoryTest : public testing::Test {
 protected:
  StoryTest()
      : folder_(std::filesystem::temp_directory_path() /
                ("quoin-story-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
  }
  ~StoryTest() override { std::filesystem::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& bytes) {
    const std::filesystem::path path = folder_ / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }

  // Every diagnostic as render() shows it, without the folder.
  std::string errors_of(const std::string& manifest) {
    const Result<Story> story = read_story(write("story.toml", manifest));
    if (story) return "(none)";
    std::string out;
    for (Diagnostic diagnostic : story.error()) {
      diagnostic.file = "story.toml";
      out += render(diagnostic) + "\n";
    }
    return out;
  }

  std::filesystem::path folder_;
};

TEST_F(StoryTest, ReadsEveryKey) {
  write("a.txt", "Text A.");
  write("s.txt", "Statement.");
  const Result<Story> read = read_story(write("story.toml", R"(
[story]
name = "The harbour sale"
lang = "en-GB"

[[document]]
file = "a.txt"
outlet = "Harbour Courier"
published = 2026-03-04
wire = "Northern Wire"
title = "Board keeps quay"
url = "https://courier.example/quay"

[[document]]
file = "b.txt"
id = "b"
lang = "fr"
published = 2026-03-04T06:30:00Z

[[reference]]
file = "s.txt"
type = "official-transcript"
speaker = "Ines Calloway"
complete = true
)"));
  ASSERT_TRUE(read) << to_string(read.error()[0]);
  EXPECT_EQ(read->name, "The harbour sale");
  ASSERT_EQ(read->documents.size(), 2u);
  const Document& a = read->documents[0].document;
  EXPECT_EQ(a.id, "a.txt");
  EXPECT_EQ(a.outlet, "Harbour Courier");
  EXPECT_EQ(a.published, "2026-03-04");
  EXPECT_EQ(a.wire, "Northern Wire");
  EXPECT_EQ(a.title, "Board keeps quay");
  EXPECT_EQ(a.url, "https://courier.example/quay");
  EXPECT_EQ(a.lang, "en-GB");
  EXPECT_EQ(read->documents[1].document.id, "b");
  EXPECT_EQ(read->documents[1].document.lang, "fr");
  EXPECT_EQ(read->documents[1].document.published, "2026-03-04T06:30:00Z");
  ASSERT_EQ(read->references.size(), 1u);
  EXPECT_EQ(read->references[0].type, ReferenceType::kOfficialTranscript);
  EXPECT_EQ(read->references[0].speaker, "Ines Calloway");
  EXPECT_TRUE(read->references[0].complete);

  const Result<Document> text = read_entry(read->documents[0], {});
  ASSERT_TRUE(text);
  EXPECT_EQ(text->text, "Text A.");
  EXPECT_EQ(text->outlet, "Harbour Courier");
  const Result<Document> missing = read_entry(read->documents[1], {});
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error()[0].message,
            "cannot open: no such file or directory");
}

TEST_F(StoryTest, DocumentsOfAStoryAreReadLikeAnyOthers) {
  write("a.txt", "Text A.");
  const std::string path = write("story.toml",
                                 "[[document]]\nfile = \"a.txt\"\n"
                                 "[[document]]\nfile = \"story.toml\"\n");
  auto reader = open_documents(path, {});
  ASSERT_TRUE(reader);
  auto first = (*reader)->next();
  ASSERT_TRUE(first && *first);
  EXPECT_EQ((**first).id, "a.txt");
  auto second = (*reader)->next();
  ASSERT_TRUE(second && !*second);
  EXPECT_EQ(second->error()[0].message, "a story cannot stand here");
  EXPECT_FALSE((*reader)->next());
}

TEST_F(StoryTest, ErrorsSayWhereAndWhatToDo) {
  EXPECT_EQ(errors_of("[story]\nnam = \"x\"\n"
                      "[[document]]\nfile = \"a.txt\"\npubished = 2026-01-02\n"
                      "outlet = 7\n"),
            R"(story.toml:2:1: error: unknown key 'nam'
    2 | nam = "x"
      | ^~~ did you mean 'name'?
story.toml:5:1: error: unknown key 'pubished'
    5 | pubished = 2026-01-02
      | ^~~~~~~~ did you mean 'published'?
story.toml:6:10: error: 'outlet' must be a string
    6 | outlet = 7
      |          ^
)");
  EXPECT_EQ(errors_of("[[document]]\noutlet = \"Courier\"\n"),
            R"(story.toml:1:1: error: 'file' is missing
    1 | [[document]]
      | ^ name the text, by a path from this manifest's folder
)");
  EXPECT_EQ(errors_of("[story]\nname = \"x\"\n"),
            R"(story.toml: error: this story has no documents
    hint: each begins with '[[document]]' and names a 'file'
)");
  EXPECT_EQ(errors_of("[document]\nfile = \"a.txt\"\n"),
            R"(story.toml:1:1: error: 'document' must be a list
    1 | [document]
      | ^ write '[[document]]' with two brackets
)");
  EXPECT_EQ(
      errors_of("[[document]]\nfile = \"a.txt\"\n"
                "[[document]]\nfile = \"a.txt\"\n"),
      R"(story.toml:3:1: error: 'a.txt' is also the id of the entry in line 1
    3 | [[document]]
      | ^ give one of them an 'id'
)");
  EXPECT_EQ(errors_of("[[document]]\nfile = \"a.txt\"\n"
                      "[[reference]]\nfile = \"s.txt\"\ntype = \"relese\"\n"),
            R"(story.toml:5:8: error: unknown type of reference 'relese'
    5 | type = "relese"
      |        ^~~~~~~~ did you mean 'release'?
)");
}

TEST_F(StoryTest, SyntaxErrorsAndTwiceGivenKeysHaveAPlace) {
  const Result<Story> syntax =
      read_story(write("s.toml", "[story]\nname = \n"));
  ASSERT_FALSE(syntax);
  EXPECT_EQ(syntax.error()[0].line, 2u);
  const Result<Story> twice =
      read_story(write("t.toml", "[story]\nname = \"a\"\nname = \"b\"\n"));
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error()[0].line, 3u);
}

// What the manifest says comes before what a page says of itself.
TEST_F(StoryTest, EntriesMayBePages) {
  write("a.html", "<title>Its own</title><html lang=de><p>Words.</p>");
  const std::string path = write("s.toml",
                                 "[[document]]\nfile = \"a.html\"\n"
                                 "title = \"Ours\"\n");
  auto reader = open_documents(path, {});
  ASSERT_TRUE(reader);
  auto read = (*reader)->next();
  ASSERT_TRUE(read && *read);
  EXPECT_EQ((*read)->id, "a.html");
  EXPECT_EQ((*read)->title, "Ours");
  EXPECT_EQ((*read)->lang, "de");
  EXPECT_TRUE((*read)->text.starts_with("Words."));
}

}  // namespace
}  // namespace quoin
