// SPDX-License-Identifier: Apache-2.0
// Queries whose rows are printings.
//
// Internal to ledger/; may throw a DatabaseFault.
//
//   PrintingQuery query(database);
//   query.where("printing.quotation = ?").bind(row);
//   query.run("", [&](const Printing& one) { … return true; });

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include <quoin/ledger/database.h>
#include <quoin/ledger/printing.h>

namespace quoin {

class PrintingQuery {
 public:
  // `from`: what is joined with the view, before it: "search JOIN printing ON
  // printing.quotation = search.rowid".
  explicit PrintingQuery(const Database& database,
                         std::string from = "printing");

  // Conditions are joined by AND; values are bound in order.
  PrintingQuery& where(std::string condition);
  PrintingQuery& bind(std::string text);
  PrintingQuery& bind(std::int64_t number);
  PrintingQuery& filter(const PrintingFilter& filter);

  // `tail`: ORDER BY and LIMIT. How many rows were used.
  std::size_t run(const std::string& tail,
                  const std::function<bool(const Printing&)>& use);

 private:
  const Database& database_;
  std::string from_;
  std::vector<std::string> conditions_;
  std::vector<std::variant<std::string, std::int64_t>> values_;
};

}  // namespace quoin
