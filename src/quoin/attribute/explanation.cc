// SPDX-License-Identifier: Apache-2.0
#include <quoin/attribute/explanation.h>

#include <array>
#include <string_view>

#include <quoin/grammar/explain.h>
#include <quoin/grammar/rule_set.h>
#include <quoin/grammar/skeleton.h>

namespace quoin {
namespace {

constexpr std::array<std::string_view, 12> kStepNames = {
    "none", "as-printed", "same-name",    "ambiguous", "pronoun", "role",
    "epithet", "organisation", "relative", "group", "unnamed", "taken"};

}  // namespace

std::string_view to_string(NameStep step) {
  return kStepNames[static_cast<std::size_t>(step)];
}

std::vector<AttributionExplanation> explain_article(const Article& article,
                                                    const Grammar& grammar) {
  std::vector<AttributionExplanation> all(article.quotations.size());
  const RuleSet& rules = grammar.rules();
  const Skeleton skeleton =
      build_skeleton(article.document, article.quotations, grammar.tokenizer(),
                     grammar.token_types());
  RuleScratch scratch;
  const std::vector<Reading> readings =
      rules.read(skeleton, article.quotations, scratch);
  for (std::size_t q = 0; q < all.size(); ++q) {
    const Reading& winner = readings[q];
    if (winner.rule < 0) continue;
    all[q].priority =
        rules.rules()[static_cast<std::size_t>(winner.rule)].priority;
    all[q].from = winner.from;
    for (const Reading& reading : rules.all_readings(
             skeleton, article.quotations, readings, q, scratch)) {
      if (reading.rule == winner.rule) continue;
      const Rule& rule =
          rules.rules()[static_cast<std::size_t>(reading.rule)];
      all[q].lost.push_back(
          {reading.rule, rule.priority, why_lost(rules, winner, reading)});
    }
  }
  return all;
}

}  // namespace quoin
