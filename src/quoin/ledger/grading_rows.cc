// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/grading_rows.h>

namespace quoin {

GradingRecord read_grading(const Statement& row, int first, JsonLists& lists) {
  GradingRecord record;
  record.reference = row.text(first);
  record.type = row.text(first + 1);
  record.start = row.count(first + 2);
  record.end = row.count(first + 3);
  record.words = row.text(first + 4);
  record.reason = row.text(first + 5);
  record.grade = row.text(first + 6);
  record.extent = row.text(first + 7);
  record.rule = row.text(first + 8);
  record.flags = lists.read(row, first + 9);
  record.differences = lists.read(row, first + 10);
  record.reference_words = row.count(first + 11);
  record.printed_words = row.count(first + 12);
  record.word_edits = row.count(first + 13);
  return record;
}

}  // namespace quoin
