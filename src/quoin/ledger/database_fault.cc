// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/database.h>

#include <array>
#include <filesystem>
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

namespace quoin {
namespace {

namespace fs = std::filesystem;

struct Advice {
  int code;
  std::string_view message;
  std::string_view hint;
};

constexpr std::string_view kSafe =
    "what was acknowledged is safe; then run the same command again: it goes "
    "on where this one stopped";

// By primary code. SQLite's own words follow where they add something.
constexpr std::array<Advice, 9> kAdvice = {{
    {SQLITE_NOTADB, "this is no ledger: not an SQLite database",
     "name the file that 'quoin ledger add' wrote, or a new one"},
    {SQLITE_CORRUPT, "the ledger is damaged",
     "'quoin ledger check' says where; restore a copy, or save what can be "
     "read with 'sqlite3 FILE .recover'"},
    {SQLITE_FULL, "no space is left on the disk", ""},
    {SQLITE_BUSY, "another process has kept the ledger locked for too long",
     "try again when it is done"},
    {SQLITE_LOCKED, "the ledger is locked by this very process", ""},
    {SQLITE_READONLY, "the ledger cannot be written to",
     "make the file and its folder writable, or copy it elsewhere"},
    {SQLITE_PERM, "no permission to open the ledger", ""},
    {SQLITE_IOERR, "the disk could not be read or written", ""},
    {SQLITE_AUTH, "the ledger's schema asks for what it may not do", ""},
}};

// SQLite says only that it cannot open a file, whatever the reason is.
Diagnostic describe_unopened(const std::string& path) {
  Diagnostic why;
  why.file = path;
  std::error_code ignored;
  const fs::path folder = fs::absolute(path, ignored).parent_path();
  if (fs::is_directory(path, ignored)) {
    why.message = "this is a folder, and a ledger is a file";
  } else if (!fs::exists(folder, ignored)) {
    why.message = "the folder of the ledger does not exist";
    why.hint = fmt::format("make '{}' first", folder.string());
  } else if (!fs::exists(path, ignored)) {
    why.message = "the ledger cannot be made here";
    why.hint = fmt::format("is '{}' writable? name another place with --ledger",
                           folder.string());
  } else {
    why.message = "the ledger cannot be opened";
    why.hint = fmt::format(
        "is it readable, and '{}' writable? SQLite keeps its log beside it",
        folder.string());
  }
  return why;
}

}  // namespace

DatabaseFault describe_fault(const std::string& path, int code,
                             std::string_view message) {
  const int primary = code & 0xFF;
  if (primary == SQLITE_CANTOPEN) return {describe_unopened(path)};
  Diagnostic why;
  why.file = path;
  why.message = message;
  for (const Advice& advice : kAdvice) {
    if (advice.code != primary) continue;
    why.message = advice.message;
    why.hint = advice.hint;
    if (primary == SQLITE_FULL) {
      why.hint = fmt::format("free some: {}", kSafe);
    } else if (primary == SQLITE_IOERR) {
      why.hint = fmt::format("{}; {}", sqlite3_errstr(code), kSafe);
    }
  }
  return {std::move(why), primary == SQLITE_CORRUPT};
}

}  // namespace quoin
