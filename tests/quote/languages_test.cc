// SPDX-License-Identifier: Apache-2.0
// The marks of every language: those of the Unicode locale data (CLDR, read
// through ICU 72: ulocdata_getDelimiter) are in its grammar, and a sentence of
// it is read right.
#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <quoin/grammar/grammar.h>
#include <quoin/quote/find_quotations.h>
#include <quoin/text/block_phrases.h>

#include "show.h"

namespace quoin {
namespace {

struct Language {
  const char* lang;
  const char* outer[2];  // CLDR: quotationStart, quotationEnd
  const char* inner[2];  // alternateQuotationStart, alternateQuotationEnd
  const char* shown;
};

constexpr Language kLanguages[] = {
    {"en", {"“", "”"}, {"‘", "’"}, "“{He said ‘{go}’,}” Land said. ‘{It’s over,}’ said Kay."},
    {"de", {"„", "“"}, {"‚", "‘"}, "„{Sie sagte ‚{geh}‘ zu mir}“, sagte Land. „{Ist’s aus?}“"},
    {"fr", {"«", "»"}, {"«", "»"}, "« {C’est « {fini} » pour nous} », a dit Roy."},
    {"es", {"«", "»"}, {"“", "”"}, "«{Se llama “{barca}” y ya está}», dijo Vega."},
    {"it", {"«", "»"}, {"“", "”"}, "«{È un po’ tardi, “{forse}”}», ha detto Riva."},
    {"pt", {"“", "”"}, {"‘", "’"}, "“{Disse ‘{não}’ e saiu}”, afirmou Lima."},
    {"nl", {"‘", "’"}, {"‘", "’"}, "‘{Zo’n boot komt ’s avonds,}’ zei Land."},
    {"sv", {"”", "”"}, {"’", "’"}, "”{Det räcker}”, sade Lind. ”{Nu går vi.}”"},
    {"no", {"«", "»"}, {"‘", "’"}, "«{Båten er sen}», sa Brekke. «{Igjen.}»"},
    {"da", {"“", "”"}, {"‘", "’"}, "»{Båden er sen}«, sagde Holm. »{Igen.}«"},
    {"fi", {"”", "”"}, {"’", "’"}, "”{Laiva on myöhässä}”, sanoi Aho. ”{Taas.}”"},
    {"pl", {"„", "”"}, {"«", "»"}, "„{To «{koniec}»}”, powiedział Las. „{Tak.}”"},
    {"cs", {"„", "“"}, {"‚", "‘"}, "„{Říká se ‚{konec}‘}“, řekl Les. „{Ano.}“"},
    {"ru", {"«", "»"}, {"„", "“"}, "«{Это „{конец}“}», сказал Лес. «{Да}»."},
    {"uk", {"«", "»"}, {"„", "“"}, "«{Це „{кінець}“, пам’ятай}», сказав Ліс."},
    {"hu", {"„", "”"}, {"»", "«"}, "„{Ez »{vége}«}”, mondta Tó. „{Igen.}”"},
    {"ro", {"„", "”"}, {"«", "»"}, "„{S-a zis «{gata}»}”, a spus Lac. „{Da.}”"},
    {"el", {"«", "»"}, {"“", "”"}, "«{Είπε “{τέλος}” και έφυγε}», είπε ο Άρης."},
    {"tr", {"“", "”"}, {"‘", "’"}, "“{Ankara’da ‘{bitti}’ dedi}” diye yazdı."},
    {"ja", {"「", "」"}, {"『", "』"}, "「{もう『{十分}』だ}」と港の人は述べた。"},
    {"zh", {"“", "”"}, {"‘", "’"}, "港口说：“{船‘{又}’晚了}”。「{好}」"},
};

std::size_t index_of(const MarkConventions& marks, std::string_view text) {
  const auto at = std::find_if(
      marks.marks.begin(), marks.marks.end(),
      [&](const Mark& mark) { return mark.text == text; });
  return static_cast<std::size_t>(at - marks.marks.begin());
}

class Languages : public testing::TestWithParam<Language> {};

TEST_P(Languages, HaveTheirMarks) {
  const Result<Grammar> grammar = load_built_in_grammar(GetParam().lang);
  ASSERT_TRUE(grammar.has_value());
  ASSERT_EQ(grammar->lexicon().lang, GetParam().lang);
  const MarkConventions& marks = grammar->marks();
  for (const auto& pair : {GetParam().outer, GetParam().inner}) {
    const std::size_t opener = index_of(marks, pair[0]);
    const std::size_t closer = index_of(marks, pair[1]);
    ASSERT_LT(opener, marks.marks.size()) << pair[0];
    ASSERT_LT(closer, marks.marks.size()) << pair[1];
    EXPECT_TRUE(marks.marks[opener].closed_by >> closer & 1)
        << pair[0] << pair[1];
  }
}

TEST_P(Languages, AreRead) {
  const Result<Grammar> grammar = load_built_in_grammar(GetParam().lang);
  ASSERT_TRUE(grammar.has_value());
  std::string text = GetParam().shown;
  std::erase_if(text, [](char c) { return c == '{' || c == '}'; });
  const Document document = document_of(text);
  EXPECT_EQ(show(document, find_quotations(document, grammar->marks())),
            GetParam().shown);
}

std::string replaced(std::string text, std::string_view from,
                     std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// sentences.txt says how it is written.
TEST_P(Languages, AreReadInEveryConvention) {
  const Result<Grammar> grammar = load_built_in_grammar(GetParam().lang);
  ASSERT_TRUE(grammar.has_value());
  std::ifstream file(QUOIN_SOURCE_DIR "/tests/quote/sentences.txt");
  int read = 0;
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(std::string(GetParam().lang) + ' ')) continue;
    const std::string shown =
        replaced(replaced(line.substr(3), " \u00B6 ", "\n\n"), " \u23CE ", "\n");
    std::string text = shown;
    std::erase_if(text, [](char c) {
      return c == '{' || c == '}' || c == '<' || c == '>';
    });
    const Document document = document_of(text);
    EXPECT_EQ(show(document, find_quotations(document, grammar->marks())),
              shown);
    ++read;
  }
  EXPECT_GE(read, 4);
}

TEST_P(Languages, KnowFurniture) {
  const Result<Grammar> grammar = load_built_in_grammar(GetParam().lang);
  ASSERT_TRUE(grammar.has_value());
  const Lexicon& lexicon = grammar->lexicon();
  const BlockPhrases phrases(lexicon);
  const struct {
    const char* list;
    PhraseRole role;
    const char* behind;  // what may stand behind the phrase in its line
  } kLists[] = {{"furniture-starts", PhraseRole::kFurniture, " «X»"},
                {"teaser-heads", PhraseRole::kTeaserHead, ""},
                {"caption-starts", PhraseRole::kCaption, " X"}};
  for (const auto& [list, role, behind] : kLists) {
    EXPECT_FALSE(lexicon.words_of(list).empty()) << list;
    for (const std::string& phrase : lexicon.words_of(list)) {
      EXPECT_EQ(phrases.role_of(phrase + behind), role) << list << phrase;
    }
  }
  EXPECT_EQ(phrases.role_of("X Y Z"), PhraseRole::kNone);
}

INSTANTIATE_TEST_SUITE_P(All, Languages, testing::ValuesIn(kLanguages),
                         [](const auto& test) {
                           return std::string(test.param.lang);
                         });

}  // namespace
}  // namespace quoin
