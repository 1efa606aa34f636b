// SPDX-License-Identifier: Apache-2.0
#include "ledger_options.h"

#include <cstdlib>

#include "common_options.h"

namespace quoin::cli {

void add_ledger_option(Command& command, LedgerOptions& options) {
  command.add_text("--ledger,-l", options.ledger, "FILE",
                   "The ledger (default: $QUOIN_LEDGER, else ledger.sqlite)");
  add_output_option(command, options.output);
}

void add_ledger_options(Command& command, LedgerOptions& options) {
  add_ledger_option(command, options);
  command.add_choice<LedgerFormat>(
      "--format", options.format,
      {{"text", LedgerFormat::kText}, {"jsonl", LedgerFormat::kJsonl}},
      "FORMAT",
      "text for people (default), jsonl for programs: one record a line");
}

std::string ledger_path(const LedgerOptions& options) {
  if (!options.ledger.empty()) return options.ledger;
  const char* named = std::getenv("QUOIN_LEDGER");
  return named != nullptr && *named != '\0' ? named : "ledger.sqlite";
}

}  // namespace quoin::cli
