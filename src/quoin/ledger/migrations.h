// SPDX-License-Identifier: Apache-2.0
// The schema of ledgers and how old ones become new ones.
//
// Internal to ledger/. `schema/0001_ledger.sql` and its successors are compiled
// in (src/cmake/embed_schema.cmake); number n brings a ledger from version n -
// 1 to n, in one transaction, and PRAGMA user_version holds n. A file is never
// edited once a ledger was written by it: a change is a new file. The schema
// that each version comes to is a golden file below tests/ledger.

#pragma once

#include <span>
#include <string_view>

#include <quoin/ledger/database.h>

namespace quoin {

struct Migration {
  std::string_view name;  // "0001_ledger.sql"
  std::string_view sql;
};

// All of them, in order.
std::span<const Migration> schema_migrations();

// "QUOI", by which `file` and we ourselves know a ledger.
inline constexpr int kApplicationId = 0x51554F49;

// Throws a DatabaseFault unless the file is a ledger that these migrations
// know: when it is another program's database, or a newer quoin's, or, for
// reading, an older one that must be migrated first.
void check_schema(const Database& database, std::span<const Migration> known,
                  Access access);

// Brings the ledger up to the last migration. Before the first that is due the
// file is copied beside itself, `name.v1`; a copy that is there is kept, as
// that of an attempt that was stopped. Does nothing when nothing is due.
// Requires: check_schema passed, a connection that may write.
void migrate(const Database& database, std::span<const Migration> known);

}  // namespace quoin
