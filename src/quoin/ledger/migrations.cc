// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/migrations.h>

#include <filesystem>
#include <string>

#include <fmt/format.h>

namespace quoin {
namespace {

namespace fs = std::filesystem;

std::int64_t schema_of(const Database& database) {
  return database.number("PRAGMA user_version");
}

// A file that no program has put anything into yet.
bool is_blank(const Database& database) {
  return database.number("SELECT count(*) FROM sqlite_schema") == 0;
}

[[noreturn]] void refuse(const Database& database, std::string message,
                         std::string hint) {
  Diagnostic why;
  why.file = database.path();
  why.message = std::move(message);
  why.hint = std::move(hint);
  throw DatabaseFault{std::move(why), false};
}

// Consistent, whoever writes meanwhile; never half there under its own name.
void copy_file(const Database& database, std::int64_t version) {
  const std::string copy = fmt::format("{}.v{}", database.path(), version);
  if (fs::exists(copy)) return;
  const std::string writing = copy + ".writing";
  std::error_code error;
  fs::remove(writing, error);
  Statement vacuum = database.prepare("VACUUM INTO ?");
  vacuum.bind(1, std::string_view(writing)).run();
  fs::rename(writing, copy, error);
  if (error) {
    refuse(
        database,
        fmt::format("the copy '{}' cannot be made: {}", copy, error.message()),
        "nothing was changed");
  }
}

}  // namespace

void check_schema(const Database& database, std::span<const Migration> known,
                  Access access) {
  const std::int64_t id = database.number("PRAGMA application_id");
  if (id != kApplicationId && !(id == 0 && is_blank(database))) {
    refuse(database, "this is no ledger: a database of another program",
           "name the file that 'quoin ledger add' wrote, or a new one");
  }
  const std::int64_t version = schema_of(database);
  const auto newest = static_cast<std::int64_t>(known.size());
  if (version > newest) {
    refuse(database,
           fmt::format("a newer quoin wrote this ledger: its schema is {}, and "
                       "this quoin knows up to {}",
                       version, newest),
           "use that quoin; nothing was changed");
  }
  if (access == Access::kRead && version < newest) {
    if (version == 0) {
      refuse(database, "the ledger is empty",
             "'quoin ledger add FILE…' puts documents into it");
    }
    refuse(database,
           fmt::format("an older quoin wrote this ledger: its schema is {}, "
                       "and this quoin reads {}",
                       version, newest),
           "'quoin ledger add' brings it up to date, and keeps a copy");
  }
}

void migrate(const Database& database, std::span<const Migration> known) {
  const std::int64_t before = schema_of(database);
  if (before > 0 && before < static_cast<std::int64_t>(known.size())) {
    copy_file(database, before);
  }
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (schema_of(database) > static_cast<std::int64_t>(i)) continue;
    Transaction transaction(database);
    // Another process may have been here while we waited.
    if (schema_of(database) > static_cast<std::int64_t>(i)) continue;
    database.execute(std::string(known[i].sql));
    database.execute(
        fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                    kApplicationId, i + 1));
    transaction.commit();
  }
}

}  // namespace quoin
