// SPDX-License-Identifier: Apache-2.0
// Who said each quotation of a document.

#pragma once

#include <string>
#include <vector>

#include <quoin/attribute/attribution.h>
#include <quoin/grammar/grammar.h>
#include <quoin/quote/quotation.h>
#include <quoin/text/document.h>

namespace quoin {

struct Attributed {
  std::vector<Attribution> attributions;  // one per quotation
  std::vector<std::string> diagnostics;   // "rule 'x' gave up in 3 places"
};

// Runs the grammar's rules over the document and resolves the speakers they
// find. Sets the kinds and the flags of `quotations` that rules decide
// (negated, hypothetical, relayed). Quotations in furniture are left alone.
//
// Requires: `quotations` as find_quotations made them from `document`.
Attributed attribute(const Document& document,
                     std::vector<Quotation>& quotations,
                     const Grammar& grammar);

}  // namespace quoin
