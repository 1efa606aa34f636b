// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/database.h>

#include <cassert>
#include <filesystem>

#include <fmt/format.h>
#include <sqlite3.h>

namespace quoin {
namespace {

namespace fs = std::filesystem;

// A path as a URI, for the one option that only URIs have.
std::string immutable_uri(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        byte > ' ' && byte < 0x7F && c != '?' && c != '#' && c != '%';
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return uri + "?immutable=1";
}

}  // namespace

// --------------------------------------------------------------- statement

Statement::Statement(sqlite3* database, const std::string& path,
                     std::string_view sql)
    : database_(database), path_(&path) {
  check(sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()),
                           &statement_, nullptr));
}

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_),
      path_(other.path_),
      statement_(std::exchange(other.statement_, nullptr)) {}

Statement::~Statement() { sqlite3_finalize(statement_); }

void Statement::check(int code) const {
  if (code == SQLITE_OK) return;
  throw describe_fault(*path_, sqlite3_extended_errcode(database_),
                       sqlite3_errmsg(database_));
}

Statement& Statement::bind(int at, std::string_view text) {
  // A null pointer would bind NULL, and an empty view may have one.
  const char* data = text.empty() ? "" : text.data();
  check(sqlite3_bind_text64(statement_, at, data, text.size(), SQLITE_STATIC,
                            SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(int at, const std::optional<std::string>& text) {
  return text ? bind(at, std::string_view(*text)) : bind_null(at);
}

Statement& Statement::bind(int at, std::int64_t number) {
  check(sqlite3_bind_int64(statement_, at, number));
  return *this;
}

Statement& Statement::bind(int at, const std::optional<std::int64_t>& number) {
  return number ? bind(at, *number) : bind_null(at);
}

Statement& Statement::bind_null(int at) {
  check(sqlite3_bind_null(statement_, at));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) check(code);
  return false;
}

void Statement::reset() {
  sqlite3_reset(statement_);  // its code repeats that of the last step
  sqlite3_clear_bindings(statement_);
}

void Statement::run() {
  step();
  reset();
}

std::string_view Statement::text(int at) const {
  const auto* bytes =
      reinterpret_cast<const char*>(sqlite3_column_text(statement_, at));
  if (bytes == nullptr) return {};
  return {bytes,
          static_cast<std::size_t>(sqlite3_column_bytes(statement_, at))};
}

std::optional<std::string> Statement::text_or_null(int at) const {
  if (is_null(at)) return std::nullopt;
  return std::string(text(at));
}

std::int64_t Statement::number(int at) const {
  return sqlite3_column_int64(statement_, at);
}

bool Statement::is_null(int at) const {
  return sqlite3_column_type(statement_, at) == SQLITE_NULL;
}

// ---------------------------------------------------------------- database

Database::Database(std::string path, Access access,
                   const DatabaseOptions& options)
    : path_(std::move(path)), busy_milliseconds_(options.busy_milliseconds) {
  const bool writes = access == Access::kWrite;
  try {
    open(path_, writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                       : SQLITE_OPEN_READONLY);
    sqlite3_busy_timeout(connection_.get(), options.busy_milliseconds);
    number("SELECT count(*) FROM sqlite_schema");
  } catch (const DatabaseFault&) {
    // In a folder that cannot be written to, write-ahead logging has no place
    // for its shared memory. Nobody can be writing there either, so the file
    // may be read as it stands, unless a log is left that belongs to it.
    const bool stands_alone =
        !writes && fs::is_regular_file(path_) && !fs::exists(path_ + "-wal");
    connection_.reset();
    if (!stands_alone) throw;
    open(immutable_uri(path_), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    number("SELECT count(*) FROM sqlite_schema");
  }
  // The file may come from a stranger: its schema may do nothing of its own.
  sqlite3_db_config(connection_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(connection_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0,
                    nullptr);
  execute(
      "PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON;"
      "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
  if (options.most_pages > 0) {
    execute(fmt::format("PRAGMA max_page_count = {}", options.most_pages));
  }
}

void Database::Close::operator()(sqlite3* connection) const {
  sqlite3_close(connection);
}

void Database::open(const std::string& name, int flags) {
  sqlite3* connection = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &connection, flags, nullptr);
  connection_.reset(connection);  // there is one after a fault, too
  if (code == SQLITE_OK) {
    sqlite3_extended_result_codes(connection, 1);
    return;
  }
  connection_.reset();
  throw describe_fault(path_, code, sqlite3_errstr(code));
}

void Database::execute(const std::string& sql) const {
  const int code =
      sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code == SQLITE_OK) return;
  throw describe_fault(path_, sqlite3_extended_errcode(connection_.get()),
                       sqlite3_errmsg(connection_.get()));
}

void Database::use_write_ahead_log() const {
  constexpr int kPause = 10;  // milliseconds
  const auto switch_over = [this] {
    return sqlite3_exec(connection_.get(), "PRAGMA journal_mode = WAL", nullptr,
                        nullptr, nullptr);
  };
  int code = switch_over();
  for (int waited = 0;
       (code & 0xFF) == SQLITE_BUSY && waited < busy_milliseconds_;
       waited += kPause) {
    sqlite3_sleep(kPause);
    code = switch_over();
  }
  if (code != SQLITE_OK) {
    throw describe_fault(path_, sqlite3_extended_errcode(connection_.get()),
                         sqlite3_errmsg(connection_.get()));
  }
  execute("PRAGMA synchronous = FULL");
}

std::int64_t Database::number(std::string_view sql) const {
  Statement statement = prepare(sql);
  return statement.step() ? statement.number(0) : 0;
}

std::int64_t Database::last_row() const {
  return sqlite3_last_insert_rowid(connection_.get());
}

bool Database::is_read_only() const {
  return sqlite3_db_readonly(connection_.get(), "main") == 1;
}

// ------------------------------------------------------------- transaction

Transaction::Transaction(const Database& database) : database_(database) {
  database.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    database_.execute("ROLLBACK");
  } catch (const DatabaseFault&) {
    // Some faults have rolled back already; there is nothing left to undo.
  }
}

void Transaction::commit() {
  database_.execute("COMMIT");
  open_ = false;
}

}  // namespace quoin
