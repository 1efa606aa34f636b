// SPDX-License-Identifier: Apache-2.0
// quoin golden check|bless FOLDER…

#pragma once

#include "arguments.h"

namespace quoin::cli {

void declare_golden(Command& quoin);

}  // namespace quoin::cli
