// SPDX-License-Identifier: Apache-2.0
#include "ledger_command.h"

#include "ledger_add_command.h"
#include "ledger_query_commands.h"

namespace quoin::cli {

void declare_ledger(Command& quoin) {
  Command ledger = quoin.add_group(
      "ledger", "The lasting record of who printed which quotation when");
  declare_ledger_add(ledger);
  declare_ledger_list(ledger);
  declare_ledger_show(ledger);
  declare_ledger_history(ledger);
  declare_ledger_search(ledger);
  declare_ledger_export(ledger);
  declare_ledger_check(ledger);
}

}  // namespace quoin::cli
