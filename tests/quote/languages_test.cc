// SPDX-License-Identifier: Apache-2.0
// The marks of every language: those of the Unicode locale data (CLDR, read
// through ICU 72: ulocdata_getDelimiter) are in its grammar, and a sentence of
// it is read right.
#include <algorithm>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <quoin/grammar/grammar.h>
#include <quoin/quote/find_quotations.h>

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

INSTANTIATE_TEST_SUITE_P(All, Languages, testing::ValuesIn(kLanguages),
                         [](const auto& test) {
                           return std::string(test.param.lang);
                         });

}  // namespace
}  // namespace quoin
