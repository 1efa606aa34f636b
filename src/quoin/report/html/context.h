// SPDX-License-Identifier: Apache-2.0
// Words in their article: highlighted, with what stands around them, and with
// the speaker and the cue by which they were attributed.

#pragma once

#include <string>

#include <quoin/attribute/attribution.h>
#include <quoin/base/span.h>
#include <quoin/grammar/grammar.h>
#include <quoin/text/positions.h>

namespace quoin {

// `attribution` may be null: words without marks, and sources.
std::string context_html(const Document& document, TextSpan words,
                         const Attribution* attribution);

// “said” names the speaker: rule said-name (en/attribution.grammar:31). Says
// so when nobody is named. `grammar` may be null when it is not known.
std::string attribution_html(const Document& document,
                             const Attribution& attribution,
                             const Grammar* grammar);

// "courier.txt, line 5, characters 209–326"
std::string place_html(const Document& document, const PositionIndex& positions,
                       TextSpan words);

}  // namespace quoin
