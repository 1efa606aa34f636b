// SPDX-License-Identifier: Apache-2.0
// Is the ledger whole? Does every record still say what its address names?

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <quoin/base/result.h>
#include <quoin/ledger/ledger.h>

namespace quoin {

struct LedgerCheck {
  std::vector<std::string> problems;  // one a line; the first hundred
  std::size_t more_problems = 0;
  std::size_t schema = 0;
  std::size_t documents = 0;
  std::size_t versions = 0;
  std::size_t quotations = 0;
  std::size_t gradings = 0;
  bool searched = true;  // false: a file that cannot be written to, in which
                         // the index of search could not be checked
};

// The pages of the file (SQLite's integrity_check), references between rows,
// the index of search against the words, and every address computed anew.
// Reads and changes nothing. An error only when it cannot be read at all.
Result<LedgerCheck> check_ledger(const Ledger& ledger);

}  // namespace quoin
