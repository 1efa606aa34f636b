// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/language.h>

#include <optional>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace quoin {
namespace {

struct Sample {
  const char* lang;  // null: cannot be told
  const char* text;
};

constexpr Sample kSamples[] = {
    {"en", "The harbour was closed for two days because the wind had torn the "
           "roof from the old customs house and thrown it across the quay."},
    {"de", "Der Hafen blieb zwei Tage lang geschlossen, weil der Wind das Dach "
           "des alten Zollhauses abgerissen und über den Kai geworfen hatte."},
    {"fr", "Le port est resté fermé pendant deux jours parce que le vent avait "
           "arraché le toit de la vieille maison des douanes."},
    {"es", "El puerto estuvo cerrado durante dos días porque el viento había "
           "arrancado el tejado de la vieja casa de aduanas."},
    {"sv", "Hamnen var stängd i två dagar eftersom vinden hade slitit taket av "
           "det gamla tullhuset och kastat det över kajen."},
    {"pl", "Port był zamknięty przez dwa dni, ponieważ wiatr zerwał dach ze "
           "starego urzędu celnego i rzucił go na drugą stronę nabrzeża."},
    {"ru", "Порт был закрыт в течение двух дней, потому что ветер сорвал крышу "
           "со старого здания таможни и перебросил её через причал."},
    {"ja", "港は二日間閉鎖された。風が古い税関の屋根をはがし、岸壁の向こうまで"
           "飛ばしたためである。町の人々は皆とても驚いた。"},
    {nullptr, ""},
    {nullptr, "No."},
    {nullptr, "12 34 56 78 90 -- 12 34 56 78 90 -- 12 34 56 78 90 -- 12:30"},
    {nullptr, "Home\nNews\nSport\nWeather\nShop"},
};

TEST(Language, IsDetectedOrLeftUnknown) {
  for (const Sample& sample : kSamples) {
    const std::optional<std::string> found = detect_language(sample.text);
    EXPECT_EQ(found.value_or("unknown"),
              sample.lang == nullptr ? "unknown" : sample.lang)
        << sample.text;
  }
}

TEST(Language, IsThatOfTheSentencesAndNotOfTheMenu) {
  std::string page;
  for (int i = 0; i < 60; ++i) page += "Home and News and more\n";
  page += kSamples[1].text;
  EXPECT_EQ(detect_language(page), "de");
}

TEST(Language, OfAMixtureIsUnknown) {
  std::string mixture;
  for (int i = 0; i < 4; ++i) mixture += std::string(kSamples[i].text) + '\n';
  EXPECT_EQ(detect_language(mixture), std::nullopt);
}

TEST(Language, NoCharacterIsCutInTwo) {
  for (std::size_t shift = 0; shift < 8; ++shift) {
    std::string text(shift, 'x');
    while (text.size() < 4000) text += "飛ばしたためである。町の人々は皆";
    EXPECT_EQ(detect_language(text), "ja") << shift;
  }
}

TEST(Language, TagsFallBack) {
  using Tags = std::vector<std::string>;
  EXPECT_EQ(language_fallbacks("en"), (Tags{"en"}));
  EXPECT_EQ(language_fallbacks("de-CH"), (Tags{"de-CH", "de"}));
  EXPECT_EQ(language_fallbacks("EN_us"), (Tags{"EN_us", "en"}));
  EXPECT_EQ(language_fallbacks("nb"), (Tags{"nb", "no"}));
  EXPECT_EQ(language_fallbacks("nn-NO"), (Tags{"nn-NO", "nn", "no"}));
  EXPECT_EQ(language_fallbacks(""), (Tags{""}));
}

}  // namespace
}  // namespace quoin
