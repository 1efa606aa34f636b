// SPDX-License-Identifier: Apache-2.0
// From text to speakers, cues, names and utterances, with the English grammar.
// What single rules match stands in the grammar as examples; here is what the
// stage adds to them.
#include <quoin/attribute/attribute.h>

#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <quoin/grammar/grammar.h>
#include <quoin/quoin.h>

namespace quoin {
namespace {

const Grammar& english() {
  static const Grammar grammar = *load_built_in_grammar("en");
  return grammar;
}

Article read(std::string text) {
  Document document;
  document.text = std::move(text);
  return extract(std::move(document), english());
}

// "speaker=name" of each quotation; "-" for no speaker, "?a|b" for candidates.
std::vector<std::string> speakers(const Article& article) {
  std::vector<std::string> all;
  for (const Attribution& a : article.attributions) {
    if (!a.speaker) {
      all.push_back("-");
      continue;
    }
    std::string shown(article.document.slice(a.speaker->mention));
    shown += '=';
    shown += a.speaker->name.value_or("");
    for (std::size_t i = 0; i < a.speaker->candidates.size(); ++i) {
      shown += (i == 0 ? "?" : "|") + a.speaker->candidates[i];
    }
    all.push_back(shown);
  }
  return all;
}

struct Case {
  const char* what;
  const char* text;
  std::vector<std::string> speakers;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

class Resolution : public testing::TestWithParam<Case> {};

TEST_P(Resolution, FindsWhoIsMeant) {
  EXPECT_EQ(speakers(read(GetParam().text)), GetParam().speakers);
}

INSTANTIATE_TEST_SUITE_P(
    Mentions, Resolution,
    testing::Values(
        Case{"surname", "Ilse Karr runs the ferry. \u201CWe sail,\u201D Karr said.",
             {"Karr=Ilse Karr"}},
        Case{"surname_printed_before_the_full_name",
             "Karr spoke first. \u201CWe sail,\u201D said Ilse Karr.",
             {"Ilse Karr=Ilse Karr"}},
        Case{"given_name", "Ilse Karr runs the ferry. \u201CYes,\u201D Ilse said.",
             {"Ilse=Ilse Karr"}},
        Case{"title_and_role_are_no_part_of_the_name",
             "\u201CWe sail,\u201D said harbour master Ilse Karr.",
             {"harbour master Ilse Karr=Ilse Karr"}},
        Case{"pronoun_of_the_last_speaker",
             "\u201CWe sail,\u201D said Ilse Karr.\n\n\u201CNow,\u201D she added.",
             {"Ilse Karr=Ilse Karr", "she=Ilse Karr"}},
        Case{"pronoun_passes_over_the_other_sex",
             "Mrs. Karr met Mr. Obel. \u201CWe sail,\u201D she said.",
             {"she=Karr"}},
        Case{"role_of_the_one_who_holds_it",
             "Mayor Ilse Karr cut the rope. \u201CWe sail,\u201D the mayor said.",
             {"the mayor=Ilse Karr"}},
        Case{"noun_for_the_organisation",
             "Norlund Ferries sold a boat. The company said it was \u201Cold "
             "but dry as a bone\u201D.",
             {"The company=Norlund Ferries"}},
        Case{"two_who_fit_are_candidates",
             "Ilse Karr met Bo Karr. \u201CWe sail,\u201D Karr said.",
             {"Karr=?Ilse Karr|Bo Karr"}},
        Case{"nobody_named", "\u201CWe sail,\u201D the deckhand said.",
             {"the deckhand="}},
        Case{"nickname_is_no_part_of_the_name",
             "Bo \u201CRudder\u201D Karr said: \u201CWe sail.\u201D",
             {"-", "Bo \u201CRudder\u201D Karr=Bo Karr"}}),
    [](const auto& test) { return std::string(test.param.what); });

TEST(Attribute, SplitAndTrailingQuotationsAreOneUtterance) {
  const Article article =
      read("\u201CWe,\u201D Karr said, \u201Csail at dawn.\u201D\n\n"
           "\u201CNo,\u201D said Obel. \u201CNever.\u201D");
  ASSERT_EQ(article.attributions.size(), 4u);
  std::vector<std::uint32_t> utterances;
  for (const Attribution& a : article.attributions) {
    utterances.push_back(a.utterance);
  }
  EXPECT_EQ(utterances, (std::vector<std::uint32_t>{1, 1, 2, 2}));
}

TEST(Attribute, MediumAndAddresseeAreFieldsOfTheirOwn) {
  const Article article = read(
      "\u201CWe sail,\u201D Karr told Radio Nord in a statement.");
  const Attribution& a = article.attributions.at(0);
  EXPECT_EQ(article.document.slice(a.speaker->mention), "Karr");
  EXPECT_EQ(article.document.slice(*a.cue), "told");
  EXPECT_EQ(article.document.slice(*a.addressee), "Radio Nord");
  EXPECT_EQ(article.document.slice(*a.medium), "in a statement");
}

TEST(Attribute, FurnitureIsNeverAttributed) {
  const Article article =
      read("Karr closed the gate of the ferry at noon on Friday.\n\n"
           "Read more: \u201CWe sail,\u201D Karr said\n");
  ASSERT_EQ(article.quotations.size(), 1u);
  EXPECT_EQ(article.quotations[0].block, BlockRole::kFurniture);
  EXPECT_FALSE(article.attributions[0].speaker);
  EXPECT_EQ(article.attributions[0].rule, kNoRule);
}

TEST(Attribute, NothingInsideAQuotationSpeaksForIt) {
  const Article article =
      read("\u201CGood luck, Captain Obel,\u201D the deckhand said.");
  EXPECT_EQ(speakers(article), std::vector<std::string>{"the deckhand="});
}

TEST(Attribute, AnEmptyDocumentHasNothing) {
  EXPECT_TRUE(read("").attributions.empty());
}

}  // namespace
}  // namespace quoin
