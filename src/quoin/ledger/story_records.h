// SPDX-License-Identifier: Apache-2.0
// What the ledger keeps of a comparison: its pages, and the grade of every
// printing that was held against a reference.
//
// Words reused without marks are no quotation and have no row; differences
// between outlets without a reference are not kept, since they can be computed
// from the words at any time.

#pragma once

#include <span>
#include <vector>

#include <quoin/grammar/grammar.h>
#include <quoin/ledger/page_record.h>
#include <quoin/ledger/page_store.h>
#include <quoin/report/story_report.h>

namespace quoin {

struct StoryRecords {
  std::vector<PreparedPage> pages;  // documents, then references
  std::vector<GradingRecord> gradings;
};

// Requires: article i was made with `*grammars[i]`.
StoryRecords record_story(const StoryReport& report,
                          std::span<const Grammar* const> grammars);

}  // namespace quoin
