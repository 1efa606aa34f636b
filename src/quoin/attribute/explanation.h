// SPDX-License-Identifier: Apache-2.0
// Why each quotation of an article was attributed as it was: the rules that
// lost, and from where the winner took its speaker.
//
// What won, what it matched and how the name was found stand in the
// Attribution itself; this is worked out again from the article, on demand,
// and costs as much as the attribution did.
//
//   const std::vector<AttributionExplanation> why = explain_article(article, grammar);
//   why[0].lost[0].rule   // an index into Grammar::rule_names()

#pragma once

#include <string>
#include <vector>

#include <quoin/attribute/attribution.h>
#include <quoin/grammar/grammar.h>

namespace quoin {

// A rule that matched at the quotation too.
struct LostRule {
  int rule = kNoRule;
  int priority = 0;
  std::string why;  // "lower priority"
};

struct AttributionExplanation {
  int priority = 0;             // of the rule that won; 0 without one
  int from = -1;                // the quotation it goes on with, or none
  std::vector<LostRule> lost;   // best first
};

// One explanation a quotation.
// Requires: `article` was made with `grammar`.
std::vector<AttributionExplanation> explain_article(const Article& article,
                                                    const Grammar& grammar);

}  // namespace quoin
