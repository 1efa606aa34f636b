// SPDX-License-Identifier: Apache-2.0
// The answers of an interview that is printed as questions and answers.
//
//   Q: Why are the ferries late?
//   A: They are not. We moved the clock.      quoted, without marks
//
// Questions are the outlet's own words and quote nobody.

#pragma once

#include <span>
#include <string_view>
#include <vector>

#include <quoin/base/span.h>
#include <quoin/quote/conventions.h>
#include <quoin/quote/unmarked.h>

namespace quoin {

// Adds the answers to `found`, in order, when at least two paragraphs begin
// with a label of `question-labels` and two with one of `answer-labels`.
void add_answers(std::string_view text, std::span<const TextSpan> paragraphs,
                 const MarkConventions& marks,
                 std::vector<UnmarkedSpeech>& found);

}  // namespace quoin
