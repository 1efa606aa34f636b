// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/blocks.h>

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace quoin {
namespace {

BlockPhrases phrases() {
  Lexicon lexicon;
  lexicon.words["furniture-lines"] = {"share"};
  lexicon.words["furniture-starts"] = {"read more:", "©"};
  lexicon.words["furniture-ends"] = {"min read"};
  lexicon.words["teaser-heads"] = {"related article", "what's hot"};
  lexicon.words["teaser-tails"] = {"read more"};
  lexicon.words["summary-starts"] = {"story highlights"};
  lexicon.words["furniture-parts"] = {"contributed reporting"};
  lexicon.words["caption-starts"] = {"photo:"};
  lexicon.words["caption-ends"] = {"getty images"};
  lexicon.words["caption-parts"] = {"(photo by"};
  return BlockPhrases(lexicon);
}

// One letter a line: h, b, c, f; blank lines are left out.
std::string roles_of(std::string_view text,
                     std::optional<std::string> title = std::nullopt) {
  Document document;
  document.text = text;
  document.title = std::move(title);
  find_blocks(document, phrases());
  std::string roles;
  std::size_t covered = 0;
  for (const Block& block : document.blocks) {
    EXPECT_EQ(block.span.begin, covered);
    covered = block.span.end;
  }
  EXPECT_EQ(covered, text.size());
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) roles += to_string(role_at(document, begin))[0];
    begin = end + 1;
  }
  return roles;
}

const std::string kSentence =
    "The ferry was late again on Monday, and nobody on the pier knew why.\n";
const std::string kProse =
    "The ferry was late again on Monday, and nobody on the pier knew why. The "
    "harbour office said it would look into the matter before the summer, and "
    "that the crew had done what the rules ask of a crew. A second boat went "
    "out at noon with the mail and the milk.\n";

TEST(FindBlocksTest, TellsLinesByPhrasesAndShape) {
  const struct {
    const char* name;
    std::string text;
    const char* roles;
  } kCases[] = {
      {"article", "Ferry late again\n\n" + kProse + "\n" + kSentence, "hbb"},
      {"phrases",
       "Ferry late again\n" + kProse +
           "Read more: ‘Ten ways to wait’\nPhoto: The pier on Monday.\nShare\n" +
           kProse,
       "hbfcfb"},
      {"case, apostrophes and spaces do not matter",
       kProse + "READ  MORE: here\n" + kProse, "bfb"},
      {"a phrase ends where a word ends", kProse + "Shared rooms are cheaper.\n",
       "bb"},
      {"end of line", kProse + "3 min read\nThe pier. Getty Images\n", "bfc"},
      {"a sign-off", kProse + "Ruth Kim contributed reporting from the pier.\n",
       "bf"},
      {"short sentences below a heading",
       kProse + "Related article\nSix ferries to see\n" + kSentence +
           "“No,” she said.\n" + kSentence,
       "bffbbb"},
      {"part of line", kProse + "The pier on Monday. (Photo by A. Land)\n", "bc"},
      {"teasers below a heading",
       kProse + "Related article\nSix ferries to see\nIn the north there are "
                "ferries that nobody has counted, and the Land family has\n",
       "bfff"},
      {"a summary is no headline",
       "Story highlights The ferry was late\nThe crew is not to blame\n" + kProse,
       "bhb"},
      {"an advertisement between the sentences below a heading",
       kProse + "Related article\n" + kSentence + "Share\n" + kSentence, "bfbfb"},
      {"the article goes on below a heading",
       kProse + "Related article\n" + kSentence + kSentence, "bfbb"},
      {"the article goes on after the teaser of a heading",
       kProse + "Related article\nSix ferries to see\n" + kProse, "bffb"},
      {"teaser above its tail",
       kProse + "Six ferries to see\nIn the north there are ferries that nobody "
                "has counted […]\nRead more\n",
       "bfff"},
      {"prose above a tail is not a teaser", kProse + "Read more\n", "bf"},
      {"nothing but titles", "One\nTwo\nThree\nFour\nFive\n", "bbbbb"},
  };
  for (const auto& [name, text, roles] : kCases) {
    EXPECT_EQ(roles_of(text), roles) << name;
  }
}

TEST(FindBlocksTest, TakesTheMenuAboveAnArticleForFurniture) {
  std::string menu;
  for (int i = 0; i < 10; ++i) menu += "Section of the site\n";
  EXPECT_EQ(roles_of(menu + "The ferry was late again\n" + kProse),
            "ffffffffffhb");
}

TEST(FindBlocksTest, PrefersTheDeclaredTitle) {
  EXPECT_EQ(roles_of("Harbour\nFerry late\nBy A. Land\n" + kProse,
                     "Ferry late"),
            "bhbb");
}

TEST(FindBlocksTest, BlankLinesBelongToTheBlockBefore) {
  Document document;
  document.text = kProse + "\n \n" + kProse;
  find_blocks(document, phrases());
  EXPECT_EQ(document.blocks.size(), 1u);
}

}  // namespace
}  // namespace quoin
