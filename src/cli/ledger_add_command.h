// SPDX-License-Identifier: Apache-2.0
// quoin ledger add FILE…

#pragma once

#include "arguments.h"

namespace quoin::cli {

void declare_ledger_add(Command& ledger);

}  // namespace quoin::cli
