// SPDX-License-Identifier: Apache-2.0
// quoin verify DRAFT… --against SOURCE…

#pragma once

#include "arguments.h"

namespace quoin::cli {

void declare_verify(Command& quoin);

}  // namespace quoin::cli
