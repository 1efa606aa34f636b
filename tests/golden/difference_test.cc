// SPDX-License-Identifier: Apache-2.0
#include <quoin/golden/difference.h>

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <quoin/golden/golden_file.h>

namespace quoin {
namespace {

Record quotation(const char* document, std::size_t line, const char* words,
                 const char* speaker, const char* rule = "said-name") {
  return RecordBuilder()
      .text("document", document)
      .number("line", line)
      .words(words)
      .text("speaker", speaker)
      .text("rule", rule)
      .take();
}

// "re-attributed a.txt:3 One. | speaker: A -> B", one a change.
std::vector<std::string> changes_between(std::vector<Record> before,
                                         std::vector<Record> now) {
  number_repeats(before);
  number_repeats(now);
  std::vector<std::string> out;
  for (const Change& change : find_changes(before, now)) {
    std::string line = std::string(to_string(change.kind)) + " " +
                       change.document + ":" + std::to_string(change.line) +
                       " " + change.words;
    if (!change.detail.empty()) line += " | " + change.detail;
    out.push_back(line);
  }
  return out;
}

using Lines = std::vector<std::string>;

const std::vector<Record> kBefore = {
    quotation("a.txt", 3, "One.", "Ada"),
    quotation("a.txt", 5, "Two.", "Ben"),
    quotation("b.txt", 1, "One.", "Ada"),
};

TEST(FindChanges, NothingDiffersFromItself) {
  EXPECT_EQ(changes_between(kBefore, kBefore), Lines{});
}

TEST(FindChanges, NamesEachKindInTheirOrder) {
  const std::vector<Record> now = {
      quotation("a.txt", 4, "One.", "Cyd", "name-said"),
      quotation("a.txt", 6, "Two.", "Ben"),
      quotation("b.txt", 2, "Three.", ""),
  };
  EXPECT_EQ(changes_between(kBefore, now),
            (Lines{"added b.txt:2 Three.", "removed b.txt:1 One.",
                   "re-attributed a.txt:4 One. | speaker: Ada -> Cyd; rule: "
                   "said-name -> name-said",
                   "moved a.txt:4 One. | line: 3 -> 4",
                   "moved a.txt:6 Two. | line: 5 -> 6"}));
}

TEST(FindChanges, AWordMoreUpstreamOnlyMoves) {
  std::vector<Record> before;
  std::vector<Record> now;
  for (std::size_t i = 0; i < 14; ++i) {
    const std::string words = "Sentence " + std::to_string(i);
    before.push_back(quotation("a.txt", i + 1, words.c_str(), "Ada"));
    now.push_back(quotation("a.txt", i + 2, words.c_str(), "Ada"));
  }
  const ChangeCounts counts = count_changes(find_changes(before, now));
  EXPECT_TRUE(is_same(counts));
  EXPECT_EQ(summarize(counts, 0), "+0 -0 quotations, 14 moved");
}

// One edit shows as one line, and what refers to the words by them as none.
TEST(FindChanges, AWordChangedIsOneChange) {
  const auto records = [](const char* words, std::size_t more) {
    std::vector<Record> out = {quotation("a.txt", 1, words, "Ada")};
    for (std::size_t i = 0; i < 5; ++i) {
      out.push_back(quotation("a.txt", 3 + i + more,
                              ("Sentence " + std::to_string(i)).c_str(),
                              "Ada"));
      out.back().fields.emplace_back("cluster", std::string(words));
      out.back().fields.emplace_back("continues", std::string(words));
    }
    return out;
  };
  const std::vector<Change> changes = find_changes(
      records("We will mend the wall.", 0), records("We may mend the wall.", 1));
  EXPECT_EQ(summarize(count_changes(changes), 0),
            "+0 -0 quotations, 1 reworded, 5 moved");
  EXPECT_EQ(changes.front().detail,
            "text: We will mend the wall. -> We may mend the wall.");
}

TEST(FindChanges, CountsWhatGotWorse) {
  const auto graded = [](const char* grade) {
    return RecordBuilder().text("document", "a").words("One").text(
        "grade", grade).take();
  };
  const std::vector<Record> mild = {graded("excerpt")};
  const std::vector<Record> grave = {graded("omission")};
  EXPECT_EQ(count_worse(find_changes(mild, grave)), 1u);
  EXPECT_EQ(count_worse(find_changes(grave, mild)), 0u);
  EXPECT_EQ(summarize(count_changes(find_changes(mild, grave)), 1),
            "+0 -0 quotations, 1 re-graded (1 worse)");
}

TEST(FindChanges, RepeatsAreToldApart) {
  const std::vector<Record> twice = {quotation("a.txt", 1, "No.", "Ada"),
                                     quotation("a.txt", 2, "No.", "Ben")};
  const std::vector<Record> once = {quotation("a.txt", 1, "No.", "Ada")};
  EXPECT_EQ(changes_between(twice, once), Lines{"removed a.txt:2 No."});
}

TEST(FindChanges, GradesAreTheirOwnKind) {
  const Record before = RecordBuilder()
                            .text("document", "a.txt")
                            .words("One")
                            .text("grade", "punctuation")
                            .take();
  Record now = before;
  now.fields.back().second = std::string("excerpt");
  EXPECT_EQ(changes_between({before}, {now}),
            Lines{"re-graded a.txt:0 One | grade: punctuation -> excerpt"});
}

TEST(ShortenWords, CutsTheMiddleOfLongTexts) {
  EXPECT_EQ(shorten_words("Short."), "Short.");
  const std::string text =
      "We will keep it in service for as long as a single boat goes out "
      "without radar, and “not” a day more.";
  EXPECT_EQ(shorten_words(text),
            "We will keep it in service for as long as a … “not” a day more.");
  const Record record = RecordBuilder().words(text).take();
  EXPECT_EQ(record.text("digest").size(), 8u);
}

TEST(GoldenText, IsOneRecordALine) {
  const Record record = RecordBuilder()
                            .text("document", "a.txt")
                            .number("line", 3)
                            .text("name", "")
                            .list("flags", {"unclosed"})
                            .take();
  EXPECT_EQ(golden_text({record, record}),
            "{\"document\": \"a.txt\", \"line\": 3, \"flags\": "
            "[\"unclosed\"]}\n{\"document\": \"a.txt\", \"line\": 3, "
            "\"flags\": [\"unclosed\"]}\n");
}

}  // namespace
}  // namespace quoin
