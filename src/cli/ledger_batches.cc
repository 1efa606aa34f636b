// SPDX-License-Identifier: Apache-2.0
#include "ledger_batches.h"

#include <utility>

#include <quoin/ledger/added_report.h>

namespace quoin::cli {
namespace {

constexpr std::size_t kMostBytes = std::size_t{8} << 20;
constexpr std::chrono::seconds kLongest{1};

std::size_t size_of(const PreparedPage& page) {
  std::size_t bytes = sizeof page;
  for (const QuotationRecord& record : page.record.quotations) {
    bytes += sizeof record + 2 * record.words.size();
  }
  return bytes;
}

}  // namespace

LedgerBatches::LedgerBatches(const Ledger& ledger, const GradeTables& tables,
                             std::string recorded, std::size_t most_pages,
                             LedgerFormat format, Output& output)
    : ledger_(ledger),
      tables_(tables),
      recorded_(std::move(recorded)),
      most_pages_(most_pages),
      format_(format),
      output_(output),
      committed_(std::chrono::steady_clock::now()) {}

bool LedgerBatches::add(PreparedPage page) {
  bytes_ += size_of(page);
  batch_.pages.push_back(std::move(page));
  // The clock decides only when results are seen, not which.
  const bool is_due = batch_.pages.size() >= most_pages_ ||
                      bytes_ >= kMostBytes ||
                      std::chrono::steady_clock::now() - committed_ >= kLongest;
  return is_due ? commit() : !failed_;
}

bool LedgerBatches::add(StoryRecords story) {
  if (!commit()) return false;
  batch_.pages = std::move(story.pages);
  batch_.gradings = std::move(story.gradings);
  return commit();
}

bool LedgerBatches::commit() {
  if (failed_) return false;
  if (batch_.pages.empty() && batch_.gradings.empty()) return true;
  Result<AddedBatch> added = add_to_ledger(ledger_, batch_, tables_, recorded_);
  if (!added) {
    report(added.error());
    failed_ = true;
    return false;
  }
  acknowledge(*added);
  batch_ = {};
  bytes_ = 0;
  committed_ = std::chrono::steady_clock::now();
  return true;
}

void LedgerBatches::acknowledge(const AddedBatch& added) {
  const TextStyle style = style_for(output_);
  std::string lines;
  for (std::size_t i = 0; i < added.pages.size(); ++i) {
    const AddedPage& page = added.pages[i];
    const PreparedPage& given = batch_.pages[i];
    switch (page.status) {
      case PageStatus::kAdded: ++totals_.added; break;
      case PageStatus::kChanged: ++totals_.changed; break;
      case PageStatus::kKnown: ++totals_.known; break;
    }
    if (page.status != PageStatus::kKnown) {
      totals_.quotations += given.record.quotations.size();
    }
    if (format_ == LedgerFormat::kJsonl) {
      append_added_json(given, page, lines);
    } else {
      append_added_text(given, page, style, lines);
    }
  }
  totals_.gradings += added.gradings;
  output_.write(lines);
  // At once: a line that waits in a buffer acknowledges nothing.
  output_.finish();
}

}  // namespace quoin::cli
