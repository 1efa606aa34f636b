// SPDX-License-Identifier: Apache-2.0
// quoin gen man|bash|zsh|fish

#pragma once

#include "arguments.h"

namespace quoin::cli {

void declare_gen(Command& quoin);

}  // namespace quoin::cli
