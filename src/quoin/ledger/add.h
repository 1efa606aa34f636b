// SPDX-License-Identifier: Apache-2.0
// Puts pages and grades into a ledger.
//
// A batch is one transaction: it waits for other writers, and when it returns
// all of it is on the disk, or none. So what is said to have been added may be
// acknowledged to whoever asked.
//
//   LedgerBatch batch;
//   batch.pages.push_back(prepare_page(record_page(article, grammar)));
//   auto added = add_to_ledger(ledger, batch, tables, "2026-11-24T19:00:00Z");
//   (*added).pages[0].status   // PageStatus::kAdded

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/result.h>
#include <quoin/grade/tables.h>
#include <quoin/ledger/ledger.h>
#include <quoin/ledger/page_record.h>
#include <quoin/ledger/page_store.h>
#include <quoin/ledger/version_changes.h>

namespace quoin {

struct LedgerBatch {
  std::vector<PreparedPage> pages;
  // Of pages and against references that are in the ledger or in `pages`.
  std::vector<GradingRecord> gradings;
};

enum class PageStatus : std::uint8_t {
  kAdded,    // a document that was not there
  kChanged,  // a new version of one that was
  kKnown,    // it is there, in just these words
};

std::string_view to_string(PageStatus status);  // "added"

// A change against the version before, in words.
struct PageChange {
  VersionChangeKind kind = VersionChangeKind::kReworded;
  std::string before;  // the quotation; empty for one that was added
  std::string after;   // empty for one that was removed
  std::string detail;
};

struct AddedPage {
  PageStatus status = PageStatus::kAdded;
  std::size_t version = 1;
  // The text is the one of the version before: what changed are its title or
  // date, or how quoin reads it.
  bool same_text = false;
  std::vector<PageChange> changes;
};

struct AddedBatch {
  std::vector<AddedPage> pages;  // one a page of the batch, in order
  std::size_t gradings = 0;      // those that were not there
};

// `recorded` is what time it is, as the ledger is to say it.
Result<AddedBatch> add_to_ledger(const Ledger& ledger, const LedgerBatch& batch,
                                 const GradeTables& tables,
                                 std::string_view recorded);

}  // namespace quoin
