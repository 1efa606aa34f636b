// SPDX-License-Identifier: Apache-2.0
// Grading in languages other than English: their tables are data alone.

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <quoin/grade/grade.h>
#include <quoin/grammar/grammar.h>

namespace quoin {
namespace {

struct Pair {
  Grade grade;
  const char* reference;
  const char* printed;
};

void check(const char* language, const std::vector<Pair>& pairs) {
  Result<Grammar> grammar = load_built_in_grammar(language);
  ASSERT_TRUE(grammar.has_value());
  const GradeTables tables = compile_grade_tables(grammar->lexicon());
  for (const Pair& pair : pairs) {
    const Finding finding = grade(pair.reference, pair.printed, tables);
    EXPECT_EQ(to_string(finding.grade), to_string(pair.grade))
        << pair.reference << "\n" << pair.printed << "\nby " << finding.rule;
    EXPECT_EQ(apply_operations(pair.reference, pair.printed, finding),
              pair.printed);
  }
}

TEST(GradeLanguages, German) {
  check("de", {
      {Grade::kTypographic, "Wir bleiben – alle – hier",
       "Wir bleiben — alle — hier"},
      {Grade::kConvention, "Wir bleiben hier.", "wir bleiben hier,"},
      {Grade::kConvention, "Das sind neun Prozent", "Das sind 9%"},
      {Grade::kConvention, "Er hat fünf Kühe im Stall", "Er hat 5 Kühe im Stall"},
      {Grade::kConvention, "Das kostet 1.000 Euro im Jahr",
       "Das kostet 1000 Euro im Jahr"},
      {Grade::kConvention, "Das kostet 2,5 Millionen Euro",
       "Das kostet 2,5 Mio Euro"},
      {Grade::kConvention, "Es kamen eine halbe Million Leute",
       "Es kamen 500.000 Leute"},
      {Grade::kConvention, "Es kamen anderthalb Millionen Leute",
       "Es kamen 1,5 Millionen Leute"},
      {Grade::kConvention, "Das kostet eine Viertelmillion Euro",
       "Das kostet 250.000 Euro"},
      {Grade::kMeaningRisk, "zwei Drittel der Leute kamen",
       "drei Viertel der Leute kamen"},
      {Grade::kConvention, "einundzwanzig Leute kamen zum Deich",
       "21 Leute kamen zum Deich"},
      {Grade::kConvention, "Er muß das wissen, daß es regnet",
       "Er muss das wissen, dass es regnet"},
      {Grade::kConvention, "Doktor Petersen kommt morgen",
       "Dr. Petersen kommt morgen"},
      {Grade::kExcerpt, "Wir tun viel, um den Deich zu halten",
       "um den Deich zu halten"},
      {Grade::kPunctuation, "Er ging. Sie blieb im Haus",
       "Er ging, sie blieb im Haus"},
      {Grade::kMarkedEdit, "Wir werden den alten Deich im Herbst erneuern",
       "Wir werden den alten Deich ... erneuern"},
      {Grade::kCleanup, "und ähm wir haben es gesehen", "und wir haben es gesehen"},
      {Grade::kMinorWording, "Der Plan ist auf dem Tisch",
       "Ein Plan ist auf dem Tisch"},
      {Grade::kMinorWording, "Wir sehen die Schafe im Dorf",
       "Wir sahen die Schafe im Dorf"},
      {Grade::kOmission, "Das ist eine ernste Gefahr für uns",
       "Das ist eine Gefahr für uns"},
      {Grade::kInsertion, "Das ist eine Gefahr für uns",
       "Das ist eine ernste Gefahr für uns"},
      {Grade::kSubstitution, "Sie verkauft Brot auf dem Markt",
       "Sie verkauft Fisch auf dem Markt"},
      {Grade::kMeaningRisk, "Das ist nicht erlaubt hier", "Das ist erlaubt hier"},
      {Grade::kMeaningRisk, "Wir haben keine Angst davor",
       "Wir haben Angst davor"},
      {Grade::kMeaningRisk, "Wir müssen das bezahlen", "Wir können das bezahlen"},
      {Grade::kMeaningRisk, "Das kostet 2,5 Millionen Euro",
       "Das kostet 25 Millionen Euro"},
      {Grade::kMeaningRisk, "fünf Millionen Menschen", "fünf Milliarden Menschen"},
      {Grade::kMeaningRisk, "Er ist vielleicht schon dort gewesen",
       "Er ist schon dort gewesen"},
      {Grade::kMeaningRisk, "Alle Mitglieder stimmten zu",
       "Viele Mitglieder stimmten zu"},
      {Grade::kMeaningRisk, "Wir gehen, wenn es heute regnet",
       "Wir gehen, ob es heute regnet"},
      {Grade::kMeaningRisk, "Männer und Frauen kamen her",
       "Männer oder Frauen kamen her"},
      {Grade::kMeaningRisk, "Die Preise steigen in diesem Jahr",
       "Die Preise sinken in diesem Jahr"},
      {Grade::kMeaningRisk, "Ich gehe morgen zum Deich",
       "Wir gehe morgen zum Deich"},
      {Grade::kCannotCheck, "The plan is good for all of us",
       "Der Plan ist gut für uns alle"},
  });
}

TEST(GradeLanguages, French) {
  check("fr", {
      {Grade::kConvention, "Nous serons un demi million ici",
       "Nous serons 500 000 ici"},
      {Grade::kConvention, "Cela a pris deux ans et demi de travail",
       "cela a pris deux ans et demi de travail,"},
      {Grade::kConvention, "Un million et demi de gens", "1,5 millions de gens"},
      {Grade::kConvention, "Le deuxième quai est fermé au public",
       "Le 2e quai est fermé au public"},
      {Grade::kMeaningRisk, "Les deux tiers des gens", "Les trois quarts des gens"},
      {Grade::kTypographic, "c’est la fin", "c'est la fin"},
      {Grade::kConvention, "Nous restons ici.", "nous restons ici,"},
      {Grade::kConvention, "C'est neuf pour cent du total",
       "C'est 9% du total"},
      {Grade::kConvention, "Il y a cinq vaches dans le pré",
       "Il y a 5 vaches dans le pré"},
      {Grade::kConvention, "Ça coûte 2,5 millions d'euros",
       "Ca coute 2,5 millions d'euros"},
      {Grade::kExcerpt, "Nous faisons tout pour garder le bac",
       "pour garder le bac"},
      {Grade::kPunctuation, "Il partit. Elle resta au port",
       "Il partit, elle resta au port"},
      {Grade::kMarkedEdit, "Nous allons garder le vieux bac de la ville en service",
       "Nous allons garder le vieux bac ... en service"},
      {Grade::kCleanup, "et euh nous avons tout vu ici",
       "et nous avons tout vu ici"},
      {Grade::kMinorWording, "Le plan est sur la table ce soir",
       "Un plan est sur la table ce soir"},
      {Grade::kOmission, "C'est une grave menace pour nous",
       "C'est une menace pour nous"},
      {Grade::kInsertion, "C'est une menace pour nous",
       "C'est une grave menace pour nous"},
      {Grade::kSubstitution, "Elle vend du pain au marché",
       "Elle vend du poisson au marché"},
      {Grade::kMeaningRisk, "Ce n'est pas permis ici", "C'est permis ici"},
      {Grade::kMeaningRisk, "Nous n'irons jamais là-bas sans vous",
       "Nous irons là-bas sans vous"},
      {Grade::kMeaningRisk, "Nous devons payer le bac", "Nous pouvons payer le bac"},
      {Grade::kMeaningRisk, "cinq millions de gens", "cinq milliards de gens"},
      {Grade::kMeaningRisk, "Il est peut-être déjà venu ici",
       "Il est déjà venu ici"},
      {Grade::kMeaningRisk, "des hommes et des femmes",
       "des hommes ou des femmes"},
      {Grade::kMeaningRisk, "Nous partons avant midi demain",
       "Nous partons après midi demain"},
      {Grade::kMeaningRisk, "Je partirai demain matin avec le bac",
       "Il partirai demain matin avec le bac"},
      {Grade::kCannotCheck, "The plan is good for all of us",
       "Le plan est bon pour nous tous"},
  });
}

}  // namespace
}  // namespace quoin
