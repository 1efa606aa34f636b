// SPDX-License-Identifier: Apache-2.0
// Old ledgers become new ones, newer ones are refused, and a schema once
// written stays as it is: schema/NNNN.sql is what each version comes to.
#include <quoin/ledger/migrations.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <quoin/ledger/ledger.h>

#include "../cli/run_quoin.h"

namespace quoin {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing_cli::read_file;
using testing_cli::Scratch;

std::string dump_schema(const Database& database) {
  std::string out;
  Statement rows = database.prepare(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
  while (rows.step()) out += std::string(rows.text(0)) + ";\n";
  return out;
}

// With QUOIN_BLESS the files are written: for a new version, never an old one.
TEST(Schema, IsWhatItWasInEveryVersion) {
  const std::span<const Migration> all = schema_migrations();
  for (std::size_t version = 1; version <= all.size(); ++version) {
    const Scratch scratch;
    const Database database(scratch.path("l.sqlite"), Access::kWrite, {});
    migrate(database, all.subspan(0, version));
    const std::string golden =
        fmt::format(QUOIN_SOURCE_DIR "/tests/ledger/schema/{:04}.sql", version);
    if (std::getenv("QUOIN_BLESS") != nullptr && !fs::exists(golden)) {
      std::ofstream(golden) << dump_schema(database);
    }
    EXPECT_EQ(dump_schema(database), read_file(golden)) << golden;
    EXPECT_EQ(database.number("PRAGMA application_id"), kApplicationId);
  }
}

// The part of a page under a heading, up to the next.
std::string section(const std::string& page, const std::string& heading) {
  const std::size_t begin = page.find(heading);
  if (begin == std::string::npos) return {};
  return page.substr(begin, page.find("\n##", begin + 1) - begin);
}

TEST(Schema, EveryColumnIsDescribed) {
  const Scratch scratch;
  const Database database(scratch.path("l.sqlite"), Access::kWrite, {});
  migrate(database, schema_migrations());
  const std::string page = read_file(QUOIN_SOURCE_DIR "/docs/ledger.md");
  const struct {
    const char* table;
    const char* heading;
  } cases[] = {
      {"document", "### `document`"},   {"version", "### `version`"},
      {"quotation", "### `quotation`"}, {"grading", "### `grading`"},
      {"change", "### `change`"},       {"outlet", "### `outlet`"},
      {"speaker", "### `outlet`"},      {"rule", "### `outlet`"},
      {"printing", "### Views"},        {"searched", "### Views"},
  };
  for (const auto& c : cases) {
    const std::string described = section(page, c.heading);
    Statement columns =
        database.prepare("SELECT name FROM pragma_table_info(?)");
    columns.bind(1, std::string_view(c.table));
    int count = 0;
    for (; columns.step(); ++count) {
      EXPECT_THAT(described, HasSubstr(fmt::format("`{}`", columns.text(0))))
          << "of " << c.table;
    }
    EXPECT_GT(count, 1) << c.table;
  }
}

constexpr Migration kFirst = {
    "0001_a.sql", "CREATE TABLE a (x TEXT) STRICT; INSERT INTO a VALUES ('1')"};
constexpr Migration kSecond = {
    "0002_b.sql",
    "CREATE TABLE b (y TEXT) STRICT; INSERT INTO b SELECT * FROM a"};
constexpr Migration kBroken = {
    "0002_b.sql",
    "CREATE TABLE b (y TEXT) STRICT; INSERT INTO nowhere VALUES (1)"};

TEST(Schema, AnOldLedgerIsCopiedAndBroughtUpToDate) {
  const Scratch scratch;
  const std::string path = scratch.path("l.sqlite");
  const std::vector<Migration> old = {kFirst};
  const std::vector<Migration> now = {kFirst, kSecond};
  {
    const Database database(path, Access::kWrite, {});
    migrate(database, old);
    EXPECT_FALSE(fs::exists(path + ".v1"));
  }
  const Database database(path, Access::kWrite, {});
  check_schema(database, now, Access::kWrite);
  migrate(database, now);
  EXPECT_EQ(database.number("PRAGMA user_version"), 2);
  EXPECT_EQ(database.number("SELECT count(*) FROM b"), 1);
  const Database copy(path + ".v1", Access::kRead, {});
  EXPECT_EQ(copy.number("PRAGMA user_version"), 1);
  EXPECT_EQ(copy.number("SELECT count(*) FROM a"), 1);
}

TEST(Schema, AMigrationThatFailsChangesNothing) {
  const Scratch scratch;
  const Database database(scratch.path("l.sqlite"), Access::kWrite, {});
  migrate(database, std::vector<Migration>{kFirst});
  const std::string before = dump_schema(database);
  const auto failed = guard([&] {
    migrate(database, std::vector<Migration>{kFirst, kBroken});
    return 0;
  });
  EXPECT_FALSE(failed);
  EXPECT_EQ(dump_schema(database), before);
  EXPECT_EQ(database.number("PRAGMA user_version"), 1);
  // And it can be done once it is mended.
  migrate(database, std::vector<Migration>{kFirst, kSecond});
  EXPECT_EQ(database.number("PRAGMA user_version"), 2);
}

TEST(Schema, WhatIsNoLedgerOfOursIsRefused) {
  const struct {
    const char* sql;
    Access access;
    const char* message;
    const char* hint;
  } cases[] = {
      {"PRAGMA application_id = 1364545353; PRAGMA user_version = 999",
       Access::kWrite, "a newer quoin wrote this ledger: its schema is 999",
       "nothing was changed"},
      {"PRAGMA application_id = 1364545353; PRAGMA user_version = 999",
       Access::kRead, "a newer quoin wrote this ledger", "use that quoin"},
      {"CREATE TABLE recipe (name)", Access::kWrite,
       "a database of another program", "or a new one"},
      {"PRAGMA application_id = 7", Access::kRead,
       "a database of another program", "or a new one"},
      {"PRAGMA user_version = 0; VACUUM", Access::kRead, "the ledger is empty",
       "add FILE"},
  };
  for (const auto& c : cases) {
    const Scratch scratch;
    const std::string path = scratch.path("l.sqlite");
    Database(path, Access::kWrite, {}).execute(c.sql);
    const std::string before = read_file(path);
    const Result<Ledger> ledger = Ledger::open(path, c.access);
    ASSERT_FALSE(ledger) << c.sql;
    EXPECT_THAT(ledger.error().front().message, HasSubstr(c.message));
    EXPECT_THAT(ledger.error().front().hint, HasSubstr(c.hint));
    EXPECT_EQ(read_file(path), before) << c.sql;
  }
}

}  // namespace
}  // namespace quoin
