// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/paragraphs.h>

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace quoin {
namespace {

std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> found;
  for (TextSpan span : find_paragraphs(text)) {
    found.emplace_back(text.substr(span.begin, span.size()));
  }
  return found;
}

TEST(FindParagraphsTest, OneALine) {
  EXPECT_EQ(paragraphs_of("One.\nTwo.\n\nThree.\r\n\u00A0\nFour."),
            (std::vector<std::string>{"One.", "Two.", "Three.", "Four."}));
  EXPECT_TRUE(paragraphs_of("").empty());
  EXPECT_TRUE(paragraphs_of("\n \n").empty());
}

TEST(FindParagraphsTest, HardWrappedLinesAreJoined) {
  const std::string wrapped =
      "The ferry to the island was late again on Monday, and nobody\n"
      "on the pier knew why; the harbour office said it would look\n"
      "into the matter.\n\n"
      "A second boat went out at noon with the mail and the milk\n"
      "and came back with nobody on board but the captain himself.\n"
      "  An indented line begins a paragraph in such a text as well,\n"
      "and goes on.\n";
  EXPECT_TRUE(is_hard_wrapped(wrapped));
  const auto found = paragraphs_of(wrapped);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_TRUE(found[0].ends_with("matter."));
  EXPECT_TRUE(found[1].ends_with("himself."));
  EXPECT_TRUE(found[2].starts_with("  An"));
}

TEST(FindParagraphsTest, ShortLinesAreNotWrapped) {
  EXPECT_FALSE(is_hard_wrapped("One\nTwo\nThree\nFour\n"));
  EXPECT_FALSE(is_hard_wrapped(
      "“We waited for an hour,” said one of the passengers.\n“Two,” said "
      "another.\n“It is always late on Mondays,” the captain said.\nNo boat "
      "came.\n"));
}

}  // namespace
}  // namespace quoin
