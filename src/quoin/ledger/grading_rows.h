// SPDX-License-Identifier: Apache-2.0
// Grades as they stand in their rows.
//
// Internal to ledger/; may throw a DatabaseFault.

#pragma once

#include <string_view>

#include <quoin/ledger/database.h>
#include <quoin/ledger/json_lists.h>
#include <quoin/ledger/page_record.h>

namespace quoin {

// To be selected, in this order, from `grading` with `reference` as the
// version that it refers to.
inline constexpr std::string_view kGradingColumns =
    "reference.address, grading.type, grading.\"start\", grading.\"end\", "
    "grading.words, grading.reason, grading.grade, grading.extent, "
    "grading.rule, grading.flags, grading.differences, "
    "grading.reference_words, grading.printed_words, grading.word_edits";

// From column `first` on; whose page and quotation it is is left to the
// caller.
GradingRecord read_grading(const Statement& row, int first, JsonLists& lists);

}  // namespace quoin
