// SPDX-License-Identifier: Apache-2.0
// The pipeline: the only file that knows every stage.
//
//   Result<Grammar> grammar = load_built_in_grammar("en");
//   Article article = extract(std::move(document), *grammar);
//   for (const Quotation& q : article.quotations) ...

#pragma once

#include <quoin/attribute/attribute.h>
#include <quoin/attribute/attribution.h>
#include <quoin/grammar/grammar.h>
#include <quoin/quote/find_quotations.h>
#include <quoin/text/blocks.h>
#include <quoin/text/document.h>

namespace quoin {

// blocks -> quotations -> attributions of one document.
Article extract(Document document, const Grammar& grammar);

}  // namespace quoin
