// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/grade.h>

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <quoin/grade/profile.h>

#include "english.h"

namespace quoin {
namespace {

using testing::Contains;

struct GradeCase {
  Grade grade;
  const char* reference;
  const char* printed;
};

TEST(Grade, IsTheHighestClassThatAnyDifferenceFallsIn) {
  const std::vector<GradeCase> cases = {
      {Grade::kTypographic,
       "The plan “works” – it’s fine",
       "The plan \"works\" - it's fine"},
      {Grade::kTypographic,
       "We will see...",
       "We will see…"},
      {Grade::kTypographic,
       "a soft\u00AD""hyphen word here",
       "a softhyphen word here"},
      {Grade::kTypographic,
       "the ﬁrst oﬃce",
       "the first office"},
      {Grade::kConvention,
       "We favour nine changes.",
       "we favor 9 changes,"},
      {Grade::kConvention,
       "He organised the defence programme",
       "He organized the defense program"},
      {Grade::kConvention,
       "Gov. Smith met Sen. Jones",
       "Governor Smith met Senator Jones"},
      {Grade::kConvention,
       "five million dollars were lost",
       "$5 million were lost"},
      {Grade::kConvention,
       "$5m was spent",
       "$5 million was spent"},
      {Grade::kConvention,
       "We met at 9 a.m. on Monday",
       "We met at 9am on Monday"},
      {Grade::kConvention,
       "it is a well-known fact",
       "it is a well known fact"},
      {Grade::kConvention,
       "our email is down",
       "our e-mail is down"},
      {Grade::kConvention,
       "I wanna go home now",
       "I want to go home now"},
      {Grade::kConvention,
       "twenty-one people came",
       "21 people came"},
      {Grade::kConvention,
       "the 21st century is here",
       "the twenty-first century is here"},
      {Grade::kConvention,
       "We went to the café today",
       "We went to the cafe today"},
      {Grade::kConvention,
       "Mr. Smith said so",
       "Mr Smith said so"},
      {Grade::kConvention,
       "research and development is key",
       "research & development is key"},
      {Grade::kConvention,
       "60 miles per hour is fast",
       "60mph is fast"},
      {Grade::kConvention,
       "The Government must act now",
       "The government must act now"},
      {Grade::kExcerpt,
       "We take steps to prevent misuse and we review participants.",
       "we review participants"},
      {Grade::kExcerpt,
       "We take steps. We review participants often, and we act.",
       "We review participants often,"},
      {Grade::kPunctuation,
       "We won!",
       "We won."},
      {Grade::kPunctuation,
       "Is this the end?",
       "Is this the end."},
      {Grade::kPunctuation,
       "with us which includes a ban",
       "with us, which includes a ban"},
      {Grade::kPunctuation,
       "apples, pears, and plums",
       "apples, pears and plums"},
      {Grade::kPunctuation,
       "He came; he saw it",
       "He came, he saw it"},
      {Grade::kPunctuation,
       "the “so-called” plan failed badly",
       "the so-called plan failed badly"},
      {Grade::kPunctuation,
       "We tried. It failed.",
       "We tried - it failed."},
      {Grade::kMarkedEdit,
       "We are a big team and we will win",
       "We are ... and we will win"},
      {Grade::kMarkedEdit,
       "The bank said it will pay",
       "The bank said [Acme Bank] will pay"},
      {Grade::kMarkedEdit,
       "they is late again",
       "they is [sic] late again"},
      {Grade::kMarkedEdit,
       "The bank lost it all",
       "[T]he bank lost it all"},
      {Grade::kMarkedEdit,
       "We will act when the time comes",
       "We [will] act when [the company's] time comes"},
      {Grade::kCleanup,
       "we, um, need to go",
       "we need to go"},
      {Grade::kCleanup,
       "it was, like, huge",
       "it was huge"},
      {Grade::kCleanup,
       "we we need to go now",
       "we need to go now"},
      {Grade::kCleanup,
       "I think, you know, we should leave",
       "I think we should leave"},
      {Grade::kCleanup,
       "It was — it was a bad day",
       "It was a bad day"},
      {Grade::kCleanup,
       "No, no, we will not go",
       "No, we will not go"},
      {Grade::kMinorWording,
       "the plan that we made works",
       "the plan we made works"},
      {Grade::kMinorWording,
       "There is no way back from here",
       "There's no way back from here"},
      {Grade::kMinorWording,
       "He walks to the office every day",
       "He walked to the office every day"},
      {Grade::kMinorWording,
       "They are going into the house",
       "They are going in the house"},
      {Grade::kMinorWording,
       "Mr Petersen left the building early",
       "Mr Peterson left the building early"},
      {Grade::kMinorWording,
       "We leave at dawn and that is it",
       "So we leave at dawn and that is it"},
      {Grade::kOmission,
       "it is a very serious threat to us",
       "it is a threat to us"},
      {Grade::kOmission,
       "we want a fair and open process here",
       "we want a fair process here"},
      {Grade::kInsertion,
       "it is a threat to us all",
       "it is a grave and serious threat to us all"},
      {Grade::kSubstitution,
       "he bought a red car yesterday",
       "he bought a blue car yesterday"},
      {Grade::kSubstitution,
       "The minister praised the report",
       "The minister read the report"},
      {Grade::kSubstitution,
       "We saw the fire spread quickly",
       "We saw the flames spread quickly"},
      {Grade::kReordered,
       "we will review the plan and then we will vote on it",
       "then we will vote on it and we will review the plan"},
      {Grade::kReordered,
       "First came the storm. Later came the flood.",
       "Later came the flood. First came the storm."},
      {Grade::kSpliced,
       "The road is closed because of the heavy snow that fell all night and it will open soon",
       "The road is closed and it will open soon"},
      {Grade::kMeaningRisk,
       "we will not sign the deal",
       "we will sign the deal"},
      {Grade::kMeaningRisk,
       "we can win this",
       "we can't win this"},
      {Grade::kMeaningRisk,
       "we will sign the deal today",
       "we may sign the deal today"},
      {Grade::kMeaningRisk,
       "it costs 15 dollars today",
       "it costs 50 dollars today"},
      {Grade::kMeaningRisk,
       "all members agreed on it",
       "most members agreed on it"},
      {Grade::kMeaningRisk,
       "we sign if they pay",
       "we sign when they pay"},
      {Grade::kMeaningRisk,
       "it was probably the driver",
       "it was the driver"},
      {Grade::kMeaningRisk,
       "he left before the vote",
       "he left after the vote"},
      {Grade::kMeaningRisk,
       "We told them to leave",
       "They told us to leave"},
      {Grade::kMeaningRisk,
       "the deal with Iran is dead",
       "the deal with Iraq is dead"},
      {Grade::kMeaningRisk,
       "prices will rise next year",
       "prices will fall next year"},
      {Grade::kMeaningRisk,
       "it is a legal move for us",
       "it is an illegal move for us"},
      {Grade::kMeaningRisk,
       "We only want peace here",
       "We want peace here"},
      {Grade::kMeaningRisk,
       "It happened on Monday night",
       "It happened on Tuesday night"},
      {Grade::kMeaningRisk,
       "5 kilometres from here",
       "5 miles from here"},
      {Grade::kMeaningRisk,
       "We have to leave now",
       "We leave now"},
      {Grade::kMeaningRisk,
       "He would go",
       "He will go"},
      {Grade::kMeaningRisk,
       "I never said that he lied",
       "I ... said that he lied"},
      {Grade::kMeaningRisk,
       "the first of three steps",
       "the second of three steps"},
      {Grade::kMeaningRisk,
       "$5 million was lost",
       "£5 million was lost"},
      {Grade::kParaphraseInMarks,
       "The committee will publish its findings on the flood by the end of next month",
       "flood findings will come out of the committee next month"},
      {Grade::kNotFound,
       "The committee will publish its findings",
       "bananas are ripe in the summer sun"},
      {Grade::kCannotCheck,
       "Der Plan ist gut und wir gehen",
       "The plan is good and we go"},
      {Grade::kCannotCheck,
       "We take steps to prevent misuse and we review all participants",
       "We take steps to prevent 86 misuse and we review all participants"},
      {Grade::kOmission,
       "She said the new bridge would be safe",
       "She said the bridge would be safe"},
      {Grade::kMinorWording,
       "The team is ready for the game",
       "The team was ready for the game"},
      {Grade::kMinorWording,
       "I'm sure that it's fine",
       "I am sure that it is fine"},
      {Grade::kPunctuation,
       "Yes we can and yes we will",
       "Yes, we can and yes, we will"},
      {Grade::kConvention,
       "the U.S. and the U.K. agreed",
       "the US and the UK agreed"},
      {Grade::kConvention,
       "It grew by 3.5 per cent",
       "It grew by 3.5%"},
      {Grade::kConvention,
       "He lives at No. 10 Downing Street",
       "He lives at Number 10 Downing Street"},
      {Grade::kConvention,
       "between Aug. 3 and Sept. 5",
       "between August 3 and September 5"},
      {Grade::kExcerpt,
       "I think we should go home now because it is late",
       "we should go home now"},
      {Grade::kMeaningRisk,
       "Two hundred and fifty men marched",
       "Two hundred and fifteen men marched"},
      {Grade::kConvention,
       "Two hundred and fifty men marched",
       "250 men marched"},
      {Grade::kMeaningRisk,
       "we need 1,000 tents",
       "we need 10,000 tents"},
      {Grade::kMarkedEdit,
       "We told [reporters] the truth about it",
       "We told the truth about it"},  };
  for (const GradeCase& c : cases) {
    const Finding finding = grade(c.reference, c.printed, english_tables());
    EXPECT_EQ(to_string(finding.grade), to_string(c.grade))
        << c.reference << "\n" << c.printed << "\n" << finding.rule;
    EXPECT_EQ(apply_operations(c.reference, c.printed, finding), c.printed);
    EXPECT_FALSE(finding.rule.empty());
  }
}

struct FlagCase {
  const char* flag;
  const char* reference;
  const char* printed;
};

TEST(Grade, NamesWhatChangedInItsFlags) {
  const std::vector<FlagCase> cases = {
      {"restrictive_comma", "a pact with us which ends", "a pact with us, which ends"},
      {"list_comma", "tin, zinc, and lead", "tin, zinc and lead"},
      {"sentence_boundary", "We came. They left", "We came, they left"},
      {"question_mark", "Really? Yes we did", "Really. Yes we did"},
      {"empty_ellipsis", "the road is long", "the road \u2026 is long"},
      {"inner_marks", "a 'small' mistake was made", "a small mistake was made"},
      {"dash_glyph", "so \u2014 he went", "so \u2013 he went"},
      {"nbsp", "so he went", "so\u00A0he went"},
      {"host_comma", "the plan,", "the plan"},
      {"contraction", "There is no way out", "There's no way out"},
      {"name_spelling", "Then Mr Petersen left us", "Then Mr Peterson left us"},
      {"bracketed_reference", "he left us early", "[Doe] left us early"},
      {"gap:not", "it is not allowed here now", "it is ... allowed here now"},
      {"protected:number", "it has 5 doors in all", "it has 6 doors in all"},
      {"protected:person", "so they left us", "so he left us"},
      {"protected:name", "then Doe and Ruiz left", "then Doe and Moser left"},
      {"protected:antonym", "prices will rise soon", "prices will fall soon"},
      {"qualifier_clipped:negation", "it is not safe to enter now", "safe to enter now"},
      {"qualifier_clipped:hedge", "I think the dam was safe", "the dam was safe"},
      {"edge", "the dam was safe", "the dam was safe for decades"},
  };
  for (const FlagCase& c : cases) {
    const Finding finding = grade(c.reference, c.printed, english_tables());
    EXPECT_THAT(finding.flags, Contains(std::string(c.flag)))
        << c.reference << "\n" << c.printed;
  }
}

TEST(Grade, SaysInWordsWhatChanged) {
  const auto words = [](const char* reference, const char* printed,
                        GradeMode mode) {
    return grade(reference, printed, english_tables(), mode)
        .operations.front()
        .words;
  };
  EXPECT_EQ(words("a pact with us which ends", "a pact with us, which ends",
                  GradeMode::kReference),
            "comma inserted after 'us', before 'which'");
  EXPECT_EQ(words("we will go", "we may go", GradeMode::kReference),
            "'will' replaced by 'may' after 'we', before 'go'");
  EXPECT_EQ(words("a pact with us, which ends", "a pact with us which ends",
                  GradeMode::kSymmetric),
            "comma after 'us', before 'which': present in A, absent in B");
  EXPECT_EQ(words("a pact with us which ends", "a pact with us, which ends",
                  GradeMode::kSymmetric),
            "comma after 'us', before 'which': present in B, absent in A");
}

TEST(Grade, TwoExcerptsOfOneStatementOverlap) {
  const Finding finding =
      grade("We listened to everyone. Then we acted on it at once.",
            "Then we acted on it at once. Nobody thanked us.",
            english_tables(), GradeMode::kSymmetric);
  EXPECT_EQ(finding.grade, Grade::kExcerpt);
  EXPECT_TRUE(finding.has("overlap"));
}

TEST(Profile, RaisesClippedQualifiersAndNothingElse) {
  const GradeTables& tables = english_tables();
  const Profile* standard = find_profile(tables, "default");
  const Profile* ap = find_profile(tables, "ap");
  ASSERT_NE(standard, nullptr);
  ASSERT_NE(ap, nullptr);
  EXPECT_EQ(find_profile(tables, "no-such"), nullptr);
  const auto severity = [&](const char* reference, const char* printed,
                            const Profile& profile) {
    return to_string(
        severity_of(grade(reference, printed, tables), profile));
  };
  EXPECT_EQ(severity("we, um, need to go", "we need to go", *standard), "note");
  EXPECT_EQ(severity("we, um, need to go", "we need to go", *ap), "review");
  EXPECT_EQ(severity("we need to go now", "need to go", *standard), "info");
  EXPECT_EQ(severity("it is not safe to go", "safe to go", *standard),
            "serious");
}

}  // namespace
}  // namespace quoin
