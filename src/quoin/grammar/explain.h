// SPDX-License-Identifier: Apache-2.0
// Why a sentence is read as it is: in the notation of examples, so that what
// an author complains of can be pasted into the grammar as a test.
//
//   explain_sentence(grammar, "“Stop,” said Jane Doe.")
//
//   “Stop,” [CUE said] [SPEAKER Jane Doe].
//       won by  said-name     84  en/attribution.grammar:45
//       before  any-verb-name 73  en/attribution.grammar:98  lower priority

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/result.h>
#include <quoin/grammar/grammar.h>
#include <quoin/grammar/labels.h>
#include <quoin/grammar/rule_set.h>
#include <quoin/grammar/skeleton.h>
#include <quoin/quote/quotation.h>
#include <quoin/text/document.h>

namespace quoin {

// A sentence as the rules of a grammar read it.
struct ReadSentence {
  Document document;
  std::vector<Quotation> quotations;
  Skeleton skeleton;
  std::vector<Reading> readings;  // of each quotation
};

// `in_story` lets rules read it that are for stories only.
ReadSentence read_sentence(const Grammar& grammar, std::string text,
                           RuleScratch& scratch, bool in_story = false);

// What the reading captures, marked in the sentence.
LabelledText label_reading(const ReadSentence& sentence,
                           const Reading& reading);

// Where a range of tokens stands in the text. Requires: not empty.
TextSpan text_span(const Skeleton& skeleton, TokenRange range);

// Why `loser` lost against `winner` in the contest: "lower priority".
std::string why_lost(const RuleSet& rules, const Reading& winner,
                     const Reading& loser);

struct Explanation {
  std::string text;            // ends with a line break
  std::size_t quotations = 0;  // in the sentence
  std::size_t unread = 0;      // quotations that no rule reads
};

// Labels in `sentence` are taken off first, so that what comes out can go in
// again. A label that cannot be read is the diagnostic.
Result<Explanation> explain_sentence(const Grammar& grammar,
                                     std::string_view sentence);

}  // namespace quoin
