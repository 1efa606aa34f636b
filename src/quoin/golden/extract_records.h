// SPDX-License-Identifier: Apache-2.0
// What a golden file says of the quotations of a case: who said each, by which
// rule.

#pragma once

#include <vector>

#include <quoin/attribute/attribution.h>
#include <quoin/base/record.h>
#include <quoin/grammar/grammar.h>

namespace quoin {

// Appends every quotation of an article, those in furniture too.
// Requires: `article` was made with `grammar`.
void append_extract_records(const Article& article, const Grammar& grammar,
                            std::vector<Record>& records);

}  // namespace quoin
