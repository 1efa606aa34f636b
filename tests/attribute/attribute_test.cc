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
        Case{"particles",
             "\u201CYes,\u201D said Bo van der Karr. \u201CNo,\u201D van der "
             "Karr said.",
             {"Bo van der Karr=Bo van der Karr", "van der Karr=Bo van der Karr"}},
        Case{"house_with_two_owners", "\u201CYes,\u201D said Karr & Obel.",
             {"Karr & Obel=Karr & Obel"}},
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
        Case{"title_tells_namesakes_apart",
             "Anna Karr met Peter Karr. \u201CWe sail,\u201D Mrs. Karr said.",
             {"Mrs. Karr=Anna Karr"}},
        Case{"acronym_of_a_body",
             "The Norlund Ferry Board (NFB) met. \u201CWe sail,\u201D the NFB "
             "said.",
             {"the NFB=Norlund Ferry Board"}},
        Case{"acronym_that_is_its_name",
             "Norlund Ferry News (NFN) was told. \u201CNo,\u201D said NFN. "
             "It read \u201CNo\u201D, added NFN.",
             {"NFN=NFN", "NFN=NFN"}},
        Case{"body_named_with_of",
             "\u201CWe lend,\u201D the Bank of Norlund said.",
             {"the Bank=Bank of Norlund"}},
        Case{"body_of_a_small_noun_is_nobody_elses",
             "The Karrian navy came. The Obelian army left. \u201CWe go,\u201D "
             "the Obelian army said.",
             {"the Obelian army=Obelian army"}},
        Case{"who_reports_goes_before_a_credit",
             "Bo Marten/Acme Images\n\nFerries are full, says harbour master "
             "Kent Tavey.\n\n\u201CWe sail,\u201D he says.",
             {"he=Kent Tavey"}},
        Case{"pronoun_of_somebody_without_a_name",
             "Peter Karr waited. \u201CNo,\u201D said a deckhand. "
             "\u201CNever,\u201D he added.",
             {"a deckhand=", "he="}},
        Case{"epithet_of_the_last_who_was_named",
             "Anna Karr took the stage and left again. \u201CNo,\u201D the "
             "singer said.",
             {"the singer=Anna Karr"}},
        Case{"role_with_the_word_before_it",
             "Prime Minister Anna Karr met Health Minister Bo Tavey. "
             "\u201CNo,\u201D the health minister said.",
             {"the health minister=Bo Tavey"}},
        Case{"office_before_the_name",
             "\u201CNo,\u201D said Governor of New Norlund Peter Karr.",
             {"Governor of New Norlund Peter Karr=Peter Karr"}},
        Case{"subject_is_not_in_apposition",
             "Peter Karr spoke. To Norlund Weekly, the director said he was "
             "\u201Cdone with it\u201D.",
             {"the director=Peter Karr"}},
        Case{"relative_clause_of_a_name",
             "The prize went to Ilse Karr, who called it \u201Ca great and "
             "lasting surprise\u201D.",
             {"who=Ilse Karr"}},
        Case{"relative_clause_of_nobody_named",
             "The prize went to Ilse Karr and a boy, who called it \u201Ca "
             "great and lasting surprise\u201D.",
             {"who="}},
        Case{"two_who_speak_together",
             "\u201CWe sail,\u201D said Ilse Karr and Bo Obel. \u201CNow,\u201D "
             "they added.",
             {"Ilse Karr and Bo Obel=Ilse Karr and Bo Obel",
              "they=Ilse Karr and Bo Obel"}},
        Case{"two_surnames",
             "Ilse Karr and Bo Obel came. \u201CWe sail,\u201D Karr and Obel "
             "said.",
             {"Karr and Obel=Ilse Karr and Bo Obel"}},
        Case{"the_two_who_were_named_together",
             "Captain Bo Karr and pilot Tom Obel came. \u201CWe sail,\u201D "
             "both men said.",
             {"both men=Bo Karr and Tom Obel"}},
        Case{"both_men_are_no_women",
             "Anna Karr and Tom Obel came. \u201CWe sail,\u201D both men said.",
             {"both men="}},
        Case{"they_are_not_those_named_before_others_without_a_name",
             "Anna Karr and Tom Obel came. \u201CNo,\u201D the deckhands said. "
             "\u201CNever,\u201D they added.",
             {"the deckhands=", "they="}},
        Case{"somebody_without_a_name_is_one_of_them",
             "\u201CWe sail,\u201D said Ilse Karr and her husband.",
             {"Ilse Karr and her husband="}},
        Case{"two_towns_do_not_speak",
             "Norden and Macon are wet. \u201CWe sail,\u201D they said.",
             {"they="}},
        Case{"owner_is_not_who_speaks",
             "\u201CWe sail,\u201D said Ilse Karr\u2019s pilot.",
             {"Ilse Karr\u2019s pilot="}},
        Case{"owned_with_a_name",
             "\u201CWe sail,\u201D said Ilse Karr\u2019s pilot, Bo Obel.",
             {"Ilse Karr\u2019s pilot, Bo Obel=Bo Obel"}},
        Case{"two_who_hold_a_role_are_candidates",
             "Anna Karr, the health minister, met Bo Obel, the ferry minister. "
             "\u201CNo,\u201D the minister said.",
             {"the minister=?Anna Karr|Bo Obel"}},
        Case{"another_is_not_the_one_who_was_named",
             "Spokeswoman Anna Karr left. \u201CNo,\u201D another spokeswoman "
             "said.",
             {"another spokeswoman="}},
        Case{"nobody_named", "\u201CWe sail,\u201D the deckhand said.",
             {"the deckhand="}},
        Case{"nickname_is_no_part_of_the_name",
             "Bo \u201CRudder\u201D Karr said: \u201CWe sail.\u201D",
             {"-", "Bo \u201CRudder\u201D Karr=Bo Karr"}}),
    [](const auto& test) { return std::string(test.param.what); });

TEST(Attribute, SeveralSpeakTogetherInOtherLanguages) {
  struct Row {
    const char* lang;
    const char* text;
    const char* name;
  };
  constexpr Row kTable[] = {
      {"de", "Anna Karr und Bo Obel kamen. „Wir gehen“, sagten Karr und Obel.",
       "Anna Karr und Bo Obel"},
      {"fr", "« On part », ont déclaré Anna Karr et Bo Obel. Puis : « Oui », disent-ils.",
       "Anna Karr et Bo Obel"},
      {"sv", "”Vi går”, sade Anna Karr och Bo Obel. ”Ja”, sade de.",
       "Anna Karr och Bo Obel"},
  };
  for (const Row& row : kTable) {
    Document document;
    document.text = row.text;
    const Article article =
        extract(std::move(document), *load_built_in_grammar(row.lang));
    ASSERT_FALSE(article.attributions.empty()) << row.lang;
    const std::optional<Speaker>& last = article.attributions.back().speaker;
    ASSERT_TRUE(last) << row.lang;
    EXPECT_EQ(last->name.value_or(""), row.name);
    EXPECT_EQ(last->names.size(), 2u);
  }
}

TEST(Attribute, TheTitleMayHoldTheFullName) {
  Document document;
  document.title = "Why Anna Karr Left The Ferry";
  document.text = "\u201CWe sail,\u201D Karr said.";
  EXPECT_EQ(speakers(extract(std::move(document), english())),
            std::vector<std::string>{"Karr=Anna Karr"});
}

// Each new name is held against those that end in the same word.
TEST(Attribute, ManyOfOneSurnameAreNotToldApartForEver) {
  std::string text;
  for (int i = 0; i < 4000; ++i) {
    text += "Xa" + std::string(1, static_cast<char>('a' + i % 26)) +
            std::string(1, static_cast<char>('a' + i / 26 % 26)) +
            std::string(1, static_cast<char>('a' + i / 676)) + " Karr left. ";
  }
  const Article article = read(text + "\u201CWe sail,\u201D Karr said.");
  ASSERT_EQ(article.attributions.size(), 1u);
  EXPECT_EQ(article.attributions[0].speaker->candidates.size(), 50u);
}

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
