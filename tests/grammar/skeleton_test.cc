// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/skeleton.h>

#include <string>

#include <gtest/gtest.h>

#include <quoin/grammar/explain.h>
#include <quoin/grammar/grammar.h>

namespace quoin {
namespace {

// One letter of each kind: “cU7t”.
std::string shown(LetterBits bits) {
  std::string out;
  for (const std::string_view kind : kQuoteLetters) {
    for (const char letter : kind) {
      if ((bits & 1) != 0) out += letter;
      bits >>= 1;
    }
  }
  return out;
}

const Grammar& english() {
  static const Grammar grammar = *load_built_in_grammar("en");
  return grammar;
}

ReadSentence read(const std::string& text) {
  RuleScratch scratch;
  return read_sentence(english(), text, scratch);
}

// ¶ for a break, Q and its four letters for a quotation, other tokens as they
// stand in the text.
std::string shown(const ReadSentence& sentence) {
  std::string out;
  const Skeleton& skeleton = sentence.skeleton;
  for (std::size_t t = 0; t < skeleton.tokens.size(); ++t) {
    const Token& token = skeleton.tokens[t];
    if (!out.empty()) out += ' ';
    if (token.is_break) {
      out += "\u00B6";
    } else if (!token.is_quotation) {
      out += sentence.document.slice({token.text_begin, token.text_end});
    } else {
      for (std::size_t q = 0; q < skeleton.symbols.size(); ++q) {
        if (t != skeleton.symbols[q].first && t != skeleton.symbols[q].last) {
          continue;
        }
        out += 'Q';
        out += shown(skeleton.letters[q]);
      }
    }
  }
  return out;
}

TEST(Skeleton, IsWordsMarksAndOneSymbolAQuotation) {
  struct Row {
    const char* text;
    const char* skeleton;
  };
  constexpr Row kTable[] = {
      {"\u201CGo,\u201D Ng said.", "\u00B6 QcU1T Ng said . \u00B6"},
      {"Ng said \u201Cwe go\u201D today.",
       "\u00B6 Ng said Qnl2t today . \u00B6"},
      {"\u201CWe go home.\u201D", "\u00B6 QsU3t \u00B6"},
      {"\u201CWho goes there at this hour?\u201D", "\u00B6 QqU7t \u00B6"},
      {"\u201CWe leave at dawn and come back at dusk \u2026\u201D",
       "\u00B6 QdULt \u00B6"},
      {"Ng read \u201CThe Salt Year\u201D.", "\u00B6 Ng read QnU3T . \u00B6"},
      // What is nested is read in a passage of its own.
      {"\u201CWe call it \u2018the pit\u2019,\u201D Ng said.",
       "\u00B6 QcU7t Ng said . \u00B6 \u00B6 We call it Qnl2t , \u00B6"},
      {"One.\n\nTwo.", "\u00B6 One . \u00B6 Two . \u00B6"},
      // A quotation over two paragraphs has two symbols.
      {"Ng said: \u201CWe go.\n\n\u201CWe come back.\u201D",
       "\u00B6 Ng said : QsU7t \u00B6 QsU7t \u00B6"},
      {"", "\u00B6"},
  };
  for (const Row& row : kTable) {
    EXPECT_EQ(shown(read(row.text)), row.skeleton) << row.text;
  }
}

TEST(Skeleton, TellsVerseByItsLines) {
  struct Row {
    const char* text;
    bool verse;
  };
  constexpr Row kTable[] = {
      {"\u201CSlow feet,    And mud,    And then the gate\u201D", true},
      {"\u201CSlow feet, and mud,   And then the gate\u201D", true},
      // Prose that was set in, and two spaces after a sentence.
      {"\u201CWe walked to the gate,    and Doe came too.\u201D", false},
      {"\u201CSlow feet,    And mud    and then the gate\u201D", false},
      {"\u201CSlow feet, and mud.  And then the gate.\u201D", false},
  };
  for (const Row& row : kTable) {
    EXPECT_EQ(shown(read(row.text).skeleton.letters.at(0))[2] == 'V', row.verse)
        << row.text;
  }
}

TEST(Skeleton, TellsStoriesFromReports) {
  const auto repeated = [](std::string_view sentence) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += sentence;
    return text;
  };
  constexpr std::string_view kTold =
      "She had put her hand upon the gate, and he would not look at her. ";
  constexpr std::string_view kReported =
      "The mayor of Norlund, Jane Doe, said on Monday that he had 14 days. ";
  EXPECT_TRUE(read(repeated(kTold)).skeleton.is_story);
  EXPECT_FALSE(read(repeated(kReported)).skeleton.is_story);
  EXPECT_FALSE(read(std::string(kTold)).skeleton.is_story);  // too little
  // What is said counts for neither.
  EXPECT_FALSE(
      read("\u201C" + repeated(kTold) + "\u201D").skeleton.is_story);
}

TEST(Skeleton, TheMirrorIsTheSameInReverse) {
  const Skeleton skeleton =
      read("\u201CGo,\u201D Ng said, \u201Cand stay away.\u201D").skeleton;
  EXPECT_EQ(std::u16string(skeleton.forward.rbegin(), skeleton.forward.rend()),
            skeleton.mirror);
  EXPECT_EQ(skeleton.forward.size(), skeleton.tokens.size());
}

}  // namespace
}  // namespace quoin
