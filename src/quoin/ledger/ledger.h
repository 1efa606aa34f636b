// SPDX-License-Identifier: Apache-2.0
// The lasting record: which outlet printed which quotation when, in which
// words, who it says spoke and by which rule we say so, and with which grade
// against which reference.
//
// One SQLite file, which any program that reads SQLite can read as well
// (docs/ledger.md describes its tables). Pages are added and never changed:
// one that is added again as it was is known already, one that changed is a
// new version beside the old one.
//
//   Result<Ledger> ledger = Ledger::open("ledger.sqlite", Access::kWrite);
//   if (!ledger) ...ledger.error()
//   add_to_ledger(*ledger, batch, tables, now);      // ledger/add.h
//   search_ledger(*ledger, {.phrases = {"proof of concept"}});  // search.h

#pragma once

#include <memory>
#include <string>

#include <quoin/base/result.h>
#include <quoin/ledger/database.h>

namespace quoin {

class Ledger {
 public:
  // For writing, a ledger that is not there is made, and one of an older
  // schema is brought up to date after a copy. Errors say what to do: no
  // ledger, a newer schema, a place that cannot be written to, a damaged file.
  static Result<Ledger> open(const std::string& path, Access access,
                             const DatabaseOptions& options = {});

  Ledger(Ledger&&) noexcept = default;
  Ledger& operator=(Ledger&&) noexcept = default;

  // For the functions of ledger/.
  const Database& database() const { return *database_; }
  const std::string& path() const { return database_->path(); }

 private:
  explicit Ledger(std::unique_ptr<Database> database)
      : database_(std::move(database)) {}

  std::unique_ptr<Database> database_;
};

}  // namespace quoin
