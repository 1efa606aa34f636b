// SPDX-License-Identifier: Apache-2.0
// What extraction found in one document, as one line of JSON.
//
// docs/report.md describes every field; tests/report holds both together.

#pragma once

#include <string>
#include <vector>

#include <quoin/attribute/attribution.h>
#include <quoin/attribute/explanation.h>
#include <quoin/grammar/grammar.h>
#include <quoin/report/offsets.h>

namespace quoin {

// Appends the line, with its line break, to `out`. One pass over the text.
// Requires: `article` was made with `grammar`; `why`, when given, from both.
void append_json_line(const Article& article, const Grammar& grammar,
                      OffsetUnit unit, std::string& out,
                      const std::vector<AttributionExplanation>* why = nullptr);

}  // namespace quoin
