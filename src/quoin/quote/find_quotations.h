// SPDX-License-Identifier: Apache-2.0
// Where the quotations of a document are.

#pragma once

#include <vector>

#include <quoin/quote/conventions.h>
#include <quoin/quote/quotation.h>
#include <quoin/text/document.h>

namespace quoin {

// Every quotation of `document`, by position, outer before inner, in time
// linear in the text. Kinds are all kSpeech: rules of the grammar set them
// later. Quotations in furniture are returned with that block.
//
// Requires: document.blocks set by find_blocks, or empty (all body).
std::vector<Quotation> find_quotations(const Document& document,
                                       const MarkConventions& marks);

}  // namespace quoin
