// SPDX-License-Identifier: Apache-2.0
// SQLite behind RAII, for the rest of ledger/ alone.
//
// Every failure is thrown as a DatabaseFault that already says what to do
// about it; the functions of the public headers catch it at their edge
// (`guard`), so that nothing is thrown across the library's own. Only
// database.cc and database_fault.cc include SQLite.
//
//   Database database(path, Access::kWrite, {});
//   Statement find = database.prepare("SELECT name FROM outlet WHERE id = ?");
//   find.bind(1, 7);
//   while (find.step()) use(find.text(0));

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <quoin/base/diagnostic.h>
#include <quoin/base/result.h>

struct sqlite3;
struct sqlite3_stmt;

namespace quoin {

struct DatabaseFault {
  Diagnostic diagnostic;
  bool is_damage = false;  // the file's pages or indices contradict each other
};

// The result of `work`, or the fault it threw.
template <class Work>
auto guard(Work work) -> Result<decltype(work())> {
  try {
    return work();
  } catch (DatabaseFault& fault) {
    return std::move(fault.diagnostic);
  }
}

// A statement with its values: from 1 where bound, from 0 where read.
class Statement {
 public:
  Statement(sqlite3* database, const std::string& path, std::string_view sql);
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  // Texts must live until the next step() or reset().
  Statement& bind(int at, std::string_view text);
  Statement& bind(int at, const std::string& text) {
    return bind(at, std::string_view(text));
  }
  Statement& bind(int at, std::string&&) = delete;
  Statement& bind(int at, const std::optional<std::string>& text);
  Statement& bind(int at, std::int64_t number);
  Statement& bind(int at, std::size_t number) {
    return bind(at, static_cast<std::int64_t>(number));
  }
  Statement& bind(int at, const std::optional<std::int64_t>& number);
  Statement& bind_null(int at);

  // False when there is no more row.
  bool step();
  // Ready to be bound and stepped anew; what was bound is forgotten.
  void reset();
  // For what gives no rows: step and reset.
  void run();

  // Of the current row. Texts are good until the next step() or reset().
  std::string_view text(int at) const;
  std::optional<std::string> text_or_null(int at) const;
  std::int64_t number(int at) const;
  std::size_t count(int at) const {
    return static_cast<std::size_t>(number(at));
  }
  bool is_null(int at) const;

 private:
  void check(int code) const;

  sqlite3* database_;
  const std::string* path_;
  sqlite3_stmt* statement_ = nullptr;
};

enum class Access { kRead, kWrite };

struct DatabaseOptions {
  int busy_milliseconds = 60'000;  // how long to wait for another writer
  std::size_t most_pages = 0;      // 0: as large as the disk
};

// One connection. Its address is in its statements: it does not move.
class Database {
 public:
  // For writing, a file that is not there is made. Reading works on a
  // read-only medium too.
  Database(std::string path, Access access, const DatabaseOptions& options);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  const std::string& path() const { return path_; }

  Statement prepare(std::string_view sql) const {
    return {connection_.get(), path_, sql};
  }
  // One statement or several.
  void execute(const std::string& sql) const;
  // Switches the file to a write-ahead log that is on the disk before a commit
  // returns. Waits for other writers as all else does: SQLite itself gives up
  // at once when two switch a new file at the same time.
  void use_write_ahead_log() const;
  // The one number that a query gives.
  std::int64_t number(std::string_view sql) const;
  std::int64_t last_row() const;
  bool is_read_only() const;

 private:
  // Closes it when the constructor fails, too.
  struct Close {
    void operator()(sqlite3* connection) const;
  };

  void open(const std::string& name, int flags);

  std::string path_;
  int busy_milliseconds_ = 0;
  std::unique_ptr<sqlite3, Close> connection_;
};

// Undone when it is left without commit(), by a fault too.
class Transaction {
 public:
  // Waits for other writers; from then on nobody else writes.
  explicit Transaction(const Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  // Durable when this returns: on the disk, not only handed to the system.
  void commit();

 private:
  const Database& database_;
  bool open_ = true;
};

// What SQLite's error means for the file, and what to do: database_fault.cc.
DatabaseFault describe_fault(const std::string& path, int code,
                             std::string_view message);

}  // namespace quoin
