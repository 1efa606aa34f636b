// SPDX-License-Identifier: Apache-2.0
// quoin ledger add | list | show | history | search | export | check

#pragma once

#include "arguments.h"

namespace quoin::cli {

void declare_ledger(Command& quoin);

}  // namespace quoin::cli
