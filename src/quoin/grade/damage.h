// SPDX-License-Identifier: Apache-2.0
// Texts that cannot be compared: another language, or one with page furniture
// wedged into it.
//
// Internal to grade/.

#pragma once

#include <vector>

#include <quoin/grade/operations.h>
#include <quoin/grade/side.h>
#include <quoin/grade/tables.h>

namespace quoin {

// One text has the function words of the language, the other hardly any.
bool is_other_language(const Side& a, const Side& b,
                       const GradeTables& tables);

// All that differs is a bare number or a line of a list of works in the midst
// of one text: a page number, a line number, a footnote.
bool is_damaged(const Side& r, const Side& p,
                const std::vector<Piece>& pieces, const GradeTables& tables);

}  // namespace quoin
