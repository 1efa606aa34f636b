// SPDX-License-Identifier: Apache-2.0
// quoin ledger list | show | history | search | export | check: what only
// reads.

#pragma once

#include "arguments.h"

namespace quoin::cli {

void declare_ledger_list(Command& ledger);
void declare_ledger_show(Command& ledger);
void declare_ledger_history(Command& ledger);
void declare_ledger_search(Command& ledger);
void declare_ledger_export(Command& ledger);
void declare_ledger_check(Command& ledger);

}  // namespace quoin::cli
