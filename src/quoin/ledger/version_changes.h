// SPDX-License-Identifier: Apache-2.0
// What became of the words inside marks when a page changed after it was first
// printed.
//
//   find_version_changes(before.quotations, after.quotations, tables)
//   // reworded: 'ruined' replaced by 'spoiled' after 'and', before 'a'

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/grade/tables.h>
#include <quoin/ledger/page_record.h>

namespace quoin {

enum class VersionChangeKind : std::uint8_t {
  kReworded,      // words were added, taken away or replaced
  kRetouched,     // the same words; marks, stops or spelling differ
  kReattributed,  // the same words, somebody else says them
  kAdded,
  kRemoved,
};

std::string_view to_string(VersionChangeKind kind);  // "reworded"

struct VersionChange {
  VersionChangeKind kind = VersionChangeKind::kReworded;
  std::optional<std::size_t> earlier;  // index; none for what was added
  std::optional<std::size_t> later;    // index; none for what was removed
  std::string detail;  // in words; empty for what was added or removed
};

// By place in the later version, what was removed at the end. A quotation that
// only moved is no change. Quotations whose words are equal are paired first,
// the others where at least half of the words are the same, the likest first.
// On pages with so many changed quotations that not all pairs can be looked
// at, only those near each other in order are paired.
std::vector<VersionChange> find_version_changes(
    std::span<const QuotationRecord> earlier,
    std::span<const QuotationRecord> later, const GradeTables& tables);

}  // namespace quoin
