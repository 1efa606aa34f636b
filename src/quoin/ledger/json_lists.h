// SPDX-License-Identifier: Apache-2.0
// Lists of strings in a column: as JSON, which SQLite can take apart.
//
// Internal to ledger/.

#pragma once

#include <string>
#include <vector>

#include <quoin/ledger/database.h>

namespace quoin {

std::string json_list(const std::vector<std::string>& texts);

class JsonLists {
 public:
  explicit JsonLists(const Database& database);

  // The list in a column of the current row; NULL is an empty one.
  std::vector<std::string> read(const Statement& row, int at);

 private:
  Statement each_;
};

}  // namespace quoin
