// SPDX-License-Identifier: Apache-2.0
// Pages on their way into a ledger: gathered into batches, committed, and
// acknowledged when they are on the disk and not before.

#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include <quoin/grade/tables.h>
#include <quoin/ledger/add.h>
#include <quoin/ledger/ledger.h>
#include <quoin/ledger/story_records.h>

#include "command.h"
#include "ledger_options.h"

namespace quoin::cli {

struct LedgerTotals {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t known = 0;
  std::size_t quotations = 0;  // of what was added and changed
  std::size_t gradings = 0;
};

class LedgerBatches {
 public:
  // Commits after `most_pages` pages, or eight megabytes, or a second. What is
  // given must outlive this.
  LedgerBatches(const Ledger& ledger, const GradeTables& tables,
                std::string recorded, std::size_t most_pages,
                LedgerFormat format, Output& output);

  // False when the ledger cannot take more; the reason was reported.
  bool add(PreparedPage page);
  // The pages of one story with their grades: one batch, whatever its size.
  bool add(StoryRecords story);
  // What was gathered goes into the ledger now.
  bool commit();

  const LedgerTotals& totals() const { return totals_; }

 private:
  void acknowledge(const AddedBatch& added);

  const Ledger& ledger_;
  const GradeTables& tables_;
  std::string recorded_;
  std::size_t most_pages_;
  LedgerFormat format_;
  Output& output_;
  LedgerBatch batch_;
  std::size_t bytes_ = 0;
  std::chrono::steady_clock::time_point committed_;
  LedgerTotals totals_;
  bool failed_ = false;
};

}  // namespace quoin::cli
