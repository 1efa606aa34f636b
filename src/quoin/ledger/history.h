// SPDX-License-Identifier: Apache-2.0
// One quotation through all outlets and all versions of their pages.
//
//   find_history(ledger, "9f2c41d07a3b-q3", tables)   // that of a printing
//   find_history(ledger, "a single boat goes out", tables)  // or of words
//
// Candidates share a run of three words (the whole, when it is shorter) with
// the words asked for; those that share most of the words of the shorter of
// the two texts are the quotation, whole, cut or changed. They are held
// against the words asked for from both sides: neither is called right.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <quoin/base/result.h>
#include <quoin/grade/tables.h>
#include <quoin/ledger/ledger.h>
#include <quoin/ledger/printing.h>

namespace quoin {

// What became of a printing in a later version of its page.
struct LaterChange {
  std::size_t version = 0;
  std::string kind;    // "reworded", "removed"
  std::string words;   // afterwards; empty when removed
  std::string detail;  // in words
};

struct HistoryEntry {
  Printing printing;              // in the last version with these words
  std::size_t first_version = 1;  // in which they stand
  std::string grade;              // against the words asked for, symmetric
  std::vector<std::string> differences;
  std::vector<LaterChange> changes;
};

struct History {
  std::string words;                  // what was asked for
  std::vector<HistoryEntry> entries;  // by date of printing, then of recording
  bool more =
      false;  // so many may be the quotation that not all were looked at
};

// An error when there is no such id, or no word in the words.
Result<History> find_history(const Ledger& ledger, const std::string& what,
                             const GradeTables& tables);

// The printing of an id, which may be cut short; an error when there is none
// or more than one.
Result<Printing> find_printing(const Ledger& ledger, const std::string& id);
// Whether a text looks like such an id: "9f2c41d07a3b-q3".
bool is_printing_id(const std::string& text);

}  // namespace quoin
