// SPDX-License-Identifier: Apache-2.0
// Why each quotation was attributed as it was, in words, for people.
//
//   3:1  “We will not sell a berth,”
//        speaker  Ines Calloway, for “she”: of those named before, the
//                 likeliest that the pronoun can mean, from “Ines Calloway”, 2:4
//        rule     quote-said, priority 84, en/attribution.grammar:45
//        matched  [SPEAKER she] [CUE said]
//        before   any-verb 73, en/attribution.grammar:98: lower priority

#pragma once

#include <string>

#include <quoin/attribute/attribution.h>
#include <quoin/grammar/grammar.h>
#include <quoin/report/text_style.h>

namespace quoin {

// Appends to `out`; nothing for a document without quotations.
// Requires: `article` was made with `grammar`.
void append_explanation(const Article& article, const Grammar& grammar,
                        const TextStyle& style, std::string& out);

}  // namespace quoin
