// SPDX-License-Identifier: Apache-2.0
#include <quoin/quote/find_quotations.h>

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "show.h"

namespace quoin {
namespace {

struct Case {
  const char* name;
  const char* shown;  // the text with its quotations in braces
};

std::string without_braces(std::string text) {
  std::erase_if(text, [](char c) {
    return c == '{' || c == '}' || c == '<' || c == '>';
  });
  return text;
}

class FindQuotations : public testing::TestWithParam<Case> {};

TEST_P(FindQuotations, FindsThem) {
  const Document document = document_of(without_braces(GetParam().shown));
  const std::vector<Quotation> found =
      find_quotations(document, english_marks());
  EXPECT_EQ(show(document, found), GetParam().shown);
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_LE(found[i].open.end, found[i].span.begin);
    EXPECT_LE(found[i].span.end, found[i].close.begin);
    if (i > 0) {
      EXPECT_LT(found[i - 1].open.begin, found[i].open.begin);
    }
    EXPECT_EQ(found[i].depth > 0, found[i].parent != kNoParent);
    if (found[i].parent != kNoParent) {
      const auto parent = static_cast<std::size_t>(found[i].parent);
      EXPECT_TRUE(found[parent].span.contains(found[i].span));
    }
  }
}

const Case kCases[] = {
    {"curly", "“{We sail at nine,}” said Ivo Land."},
    {"straight", "\"{We sail at nine,}\" said Ivo Land. \"{Be there.}\""},
    {"british", "‘{It’s the rowers’ boat we’re saving,}’ said Land."},
    {"british_straight", "'{It's the rowers' boat we're saving,}' said Land."},
    {"possessive_is_no_mark", "The rowers' club and the sailors' club met."},
    {"leading_apostrophes", "‘{’Twas cold in the ’70s, salt ’n’ ice,}’ he said."},
    {"nested", "“{He cried ‘{Pull!}’ and we pulled,}” Land said."},
    {"nested_same_mark", "“{We call it “{the tub}”,}” Land said."},
    {"nested_adjoining", "“{‘{Never again,}’ he swore,}” Land said."},
    {"british_with_doubles", "‘{He cried “{Pull!}” at last,}’ said Land."},
    {"continuation",
     "“<We sank.>\n\n“<We swam.>\n\n“<We were cold.>”\n\nHe left."},
    {"continuation_straight",
     "\"{No,}\" he said. \"<We sank.>\n\"<We swam.>\"\nHe left."},
    {"unclosed_ends_with_its_paragraph",
     "“{We sank.}\n\nThe pier was empty.\n\n“{We swam,}” he said."},
    {"inches", "The 6'2\" rower said \"{I am fine}\" after a 5\" cut."},
    {"feet", "A 40' x 60' shed that the owners' son calls '{a palace}'."},
    {"lost_space_after", "\"{Fine,}\"she said."},
    {"lost_space_before", "She said\"{Fine.}\""},
    {"lost_space_between", "It sank.\"{We swam,}\" he said.\"{It was cold.}\""},
    {"mixed_marks", "\"{Fine,}” she said."},
    {"opener_as_closer", "“{Fine,}“ she said."},
    {"closer_as_opener", "”{Fine,}” she said."},
    {"stray_mark", "“{We swam,}” he said. \"\n\n“{Nobody asked,}” she said."},
    {"latex", "``{Fine,}'' she said."},
    {"two_singles", "''{Fine,}'' she said."},
    {"entities", "&ldquo;{Fine,}&rdquo; and &#34;{good,}&#34; she said."},
    {"mojibake", "\u00E2\u20AC\u0153{Fine,}\u00E2\u20AC she said."},
    {"garbled_dash_is_no_mark", "Nine \u00E2\u20AC\u201C ten \u00E2\u20AC\u201D eleven."},
    {"no_break_spaces", "«\u00A0{Fine}\u00A0», she said."},
    {"closer_before_letter", "\"{We left} \"he said. \"{It was late.}\""},
    {"closers_open_nothing", "It sank,'' Land said. It was cold.''"},
    {"opener_behind_a_cue", "Land said,\" {It sank}\". \"{We swam.}\""},
    {"markup", "[post id=\"12\" by=\"Land\"] \"{Fine,}\" she said."},
    {"nothing", "No marks here."},
    {"empty", ""},
};

INSTANTIATE_TEST_SUITE_P(Shapes, FindQuotations, testing::ValuesIn(kCases),
                         [](const auto& shape) { return shape.param.name; });

TEST(FindQuotationsTest, SaysHowAMarkWasRead) {
  const struct {
    const char* text;
    const char* shown;
  } kFlags[] = {
      {"\"Fine,” she said.", "\"{Fine,}:repaired” she said."},
      {"“Fine.\n\nShe left.", "“{Fine.}:unclosed\n\nShe left."},
      {"“We have a very wet map,” Land said.\n“We have a very wet map”\n“No.”",
       "“{We have a very wet map,}” Land said.\n"
       "“{We have a very wet map}:duplicate”\n“{No.}”"},
      {"“We knew,” he said. \"\n“Yes.”",
       "“{We knew,}:mispaired” he said. \"\n“{Yes.}”"},
      {"She called it “a farce. “It cannot stand,” she added.",
       "She called it “{a farce.}:unclosed,repaired “{It cannot stand,}” she "
       "added."},
      {"“The road is open, a man said.\n“Drive,” he said.",
       "“{The road is open,}:unclosed,repaired a man said.\n“{Drive,}” he "
       "said."},
      {"KIM: No.\n\nLEE: He said “why”?\n\nKIM: Yes.",
       "KIM: {No.}:unmarked\n\nLEE: {He said “{why}”?}:unmarked\n\nKIM: "
       "{Yes.}:unmarked"},
      {"Ann Land: Is it dry?\nRuth Kim (on the telephone): No.\nThe crew "
       "left.\nLand: No?\nKim: Never.\nAnn Land: Thank you.",
       "Ann Land: {Is it dry?}:unmarked\nRuth Kim (on the telephone): "
       "{No.}:unmarked\nThe crew left.\nLand: {No?}:unmarked\nKim: "
       "{Never.}:unmarked\nAnn Land: {Thank you.}:unmarked"},
      {"Place: The pier\nTime: Noon?\nPlace: The hall\nTime: Ten",
       "Place: The pier\nTime: Noon?\nPlace: The hall\nTime: Ten"},
      {"Q: Is it dry?\nA: No.\nQ: Never?\nA. I said “no”.",
       "Q: Is it dry?\nA: {No.}:unmarked\nQ: Never?\nA. {I said “{no}”.}"
       ":unmarked"},
      // One answer makes no interview, nor does a list.
      {"Q: Is it dry?\nA: No.\nThat was all.",
       "Q: Is it dry?\nA: No.\nThat was all."},
      {"A. The pier\nB. The hall\nA. The gate",
       "A. The pier\nB. The hall\nA. The gate"},
      {"The company wrote:\nNine! pic.example.com/x — Ferries (@norvik) May 3, "
       "2031\nIt was ten.",
       "The company wrote:\n{Nine!}:unmarked pic.example.com/x — Ferries "
       "(@norvik) May 3, 2031\nIt was ten."},
      // Nobody leads to this one.
      {"It was ten.\nNine! — Ferries (@norvik) May 3, 2031",
       "It was ten.\nNine! — Ferries (@norvik) May 3, 2031"},
      {"Land wrote:\n\n    The pier is ours.\n    It stays.\n\nThat was all.",
       "Land wrote:\n\n    <The pier is ours.>\n    <It "
       "stays.>:unmarked\n\nThat was all."},
      {"— Yes! said Land. — No?", "— {Yes!}:unmarked said Land. — {No?}:unmarked"},
      {"Then a voice cried:\n--All in! All in!\n-- Who? Not I.",
       "Then a voice cried:\n{--All in! All in!}:unmarked\n-- {Who? Not "
       "I.}:unmarked"},
      {"&ldquo;Fine,&rdquo; she said.",
       "&ldquo;{Fine,}:entity&rdquo; she said."},
  };
  for (const auto& [text, shown] : kFlags) {
    const Document document = document_of(text);
    EXPECT_EQ(show_with_flags(document,
                              find_quotations(document, english_marks())),
              shown);
  }
}

TEST(FindQuotationsTest, FlagsPullQuotes) {
  const std::string body =
      "“We were never late, and we have the tables to prove it,” said Land. "
      "“It’s the tide that comes early.”\n";
  const struct {
    const char* pull_quote;
    bool is_duplicate;
  } kRepeats[] = {
      {"“It’s the tide that comes early.”", true},
      {"‘IT\u2019S THE TIDE THAT COMES EARLY’", true},
      {"• “We have the tables to prove it”", true},
      {"“We have the tables to prove it” — Ivo Land, chief", true},
      {"“We have the tables to prove it” Ivo Land", true},
      {"“We were never late … we have the tables”", true},
      // Other words, or in another order; the end of a word; too short.
      {"“We have the tables to prove that”", false},
      {"“We have the tables … we were never late”", false},
      {"“And we have the table”", false},
      {"“Never late, and”", false},
      // Sentences of the article.
      {"“We have the tables to prove it,” he repeated.", false},
      {"He said: “We have the tables to prove it”", false},
      {"“We have the tables to prove it”: five questions", false},
  };
  for (const auto& [pull_quote, is_duplicate] : kRepeats) {
    for (const bool is_first : {false, true}) {
      const Document document = document_of(
          is_first ? std::string(pull_quote) + "\n" + body : body + pull_quote);
      const auto found = find_quotations(document, english_marks());
      ASSERT_EQ(found.size(), 3u) << pull_quote;
      EXPECT_EQ(found[is_first ? 0 : 2].has(kDuplicate), is_duplicate)
          << pull_quote;
      EXPECT_FALSE(found[is_first ? 2 : 0].has(kDuplicate)) << pull_quote;
      EXPECT_FALSE(found[1].has(kDuplicate)) << pull_quote;
    }
  }
}

TEST(FindQuotationsTest, TakesTheRoleOfTheBlock) {
  Document document = document_of("“One.”\nRead more: “Two.”\n“Three.”");
  const std::size_t second = document.text.find("Read");
  const std::size_t third = document.text.find("“Three");
  document.blocks = {{{0, second}, BlockRole::kBody},
                     {{second, third}, BlockRole::kFurniture},
                     {{third, document.text.size()}, BlockRole::kBody}};
  const auto found = find_quotations(document, english_marks());
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].block, BlockRole::kBody);
  EXPECT_EQ(found[1].block, BlockRole::kFurniture);
  EXPECT_EQ(found[2].block, BlockRole::kBody);
}

// An advertisement between two paragraphs is not the one that fails to re-open.
TEST(FindQuotationsTest, GoesOnPastAnInset) {
  for (const BlockRole inset : {BlockRole::kFurniture, BlockRole::kCaption}) {
    Document document = document_of("“One.\nRead: ‘two’\n“Three.”\n“Four.”");
    const std::size_t second = document.text.find("Read");
    const std::size_t third = document.text.find("“Three");
    document.blocks = {{{0, second}, BlockRole::kBody},
                       {{second, third}, inset},
                       {{third, document.text.size()}, BlockRole::kBody}};
    EXPECT_EQ(show(document, find_quotations(document, english_marks())),
              "“<One.>\nRead: ‘{two}’\n“<Three.>”\n“{Four.}”");
    document.blocks[1].role = BlockRole::kBody;
    EXPECT_EQ(show(document, find_quotations(document, english_marks())),
              "“{One.}\nRead: ‘{two}’\n“{Three.}”\n“{Four.}”");
  }
}

}  // namespace
}  // namespace quoin
