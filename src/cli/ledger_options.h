// SPDX-License-Identifier: Apache-2.0
// What the commands of `quoin ledger` have in common.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "arguments.h"

namespace quoin::cli {

enum class LedgerFormat : std::uint8_t { kText, kJsonl };

struct LedgerOptions {
  std::string ledger;  // empty: as the environment says, or the usual file
  LedgerFormat format = LedgerFormat::kText;
  std::string output;  // a file; empty: standard output
};

// --ledger and --output.
void add_ledger_option(Command& command, LedgerOptions& options);
// These and --format.
void add_ledger_options(Command& command, LedgerOptions& options);

// --ledger, else QUOIN_LEDGER, else ledger.sqlite in this folder.
std::string ledger_path(const LedgerOptions& options);

}  // namespace quoin::cli
