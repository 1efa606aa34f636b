// SPDX-License-Identifier: Apache-2.0
// quoin read: what quoin makes of files before it looks for quotations.

#pragma once

#include "arguments.h"

namespace quoin::cli {

void declare_read(Command& quoin);

}  // namespace quoin::cli
