// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/verify.h>

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <quoin/quoin.h>

#include "english.h"

namespace quoin {
namespace {

Article article_of(const std::string& text) {
  static const Grammar grammar = std::move(*load_built_in_grammar("en"));
  Document document;
  document.id = "d";
  document.text = text;
  return extract(std::move(document), grammar);
}

std::string verify(const std::string& draft, const std::string& source,
                   bool complete = false) {
  const Article written = article_of(draft);
  const std::vector<Article> sources = {article_of(source)};
  VerifyOptions options;
  options.complete = complete;
  std::string out;
  for (const VerifiedQuotation& v :
       verify_draft(written, sources, english_tables(), options)) {
    if (!out.empty()) out += "; ";
    out += to_string(v.grade);
    for (const SourcePassage& passage : v.passages) {
      out += " @" + std::to_string(passage.span.begin);
    }
  }
  return out;
}

TEST(VerifyDraft, FindsWordsThatStandInNoMarks) {
  EXPECT_EQ(verify("\"We will mend the wall,\" said Marta Ruiz.\n",
                   "Good evening. We will mend the wall. Thank you.\n"),
            "convention @14");
  EXPECT_EQ(verify("\"We may mend the wall,\" said Marta Ruiz.\n",
                   "Good evening. We will mend the wall. Thank you.\n"),
            "meaning_risk @14");
}

TEST(VerifyDraft, FindsWordsAcrossTheEndOfALine) {
  EXPECT_EQ(verify("\"We will mend the harbour wall,\" said Marta Ruiz.\n",
                   "Good evening. We will mend the har-\nbour wall.\n"),
            "convention @14");
}

TEST(VerifyDraft, ListsWhatIsAmbiguous) {
  EXPECT_EQ(verify("\"We will mend the wall,\" said Marta Ruiz.\n",
                   "We will mend the wall. Yes. We will mend the wall.\n"),
            "convention @0 @28");
}

TEST(VerifyDraft, AbsenceSaysNothingUnlessSourcesAreComplete) {
  const std::string draft = "\"Bananas ripen in the sun,\" said Marta Ruiz.\n";
  EXPECT_EQ(verify(draft, "We will mend the wall.\n"), "cannot_check");
  EXPECT_EQ(verify(draft, "We will mend the wall.\n", true), "not_found");
}

}  // namespace
}  // namespace quoin
