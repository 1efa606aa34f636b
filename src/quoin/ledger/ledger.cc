// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/ledger.h>

#include <filesystem>

#include <quoin/ledger/migrations.h>

namespace quoin {
namespace {

[[noreturn]] void refuse_missing(const std::string& path) {
  Diagnostic why;
  why.file = path;
  why.message = "there is no ledger here";
  why.hint =
      "'quoin ledger add FILE…' makes one; --ledger, or QUOIN_LEDGER in the "
      "environment, names another place";
  throw DatabaseFault{std::move(why), false};
}

}  // namespace

Result<Ledger> Ledger::open(const std::string& path, Access access,
                            const DatabaseOptions& options) {
  return guard([&] {
    std::error_code ignored;
    if (access == Access::kRead && !std::filesystem::exists(path, ignored)) {
      refuse_missing(path);
    }
    auto database = std::make_unique<Database>(path, access, options);
    check_schema(*database, schema_migrations(), access);
    if (access == Access::kWrite) {
      // What was acknowledged survives not only a killed process but a lost
      // machine.
      database->use_write_ahead_log();
      migrate(*database, schema_migrations());
    }
    return Ledger(std::move(database));
  });
}

}  // namespace quoin
