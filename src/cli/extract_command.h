// SPDX-License-Identifier: Apache-2.0
// quoin extract FILE…

#pragma once

#include "arguments.h"

namespace quoin::cli {

void declare_extract(Command& quoin);

}  // namespace quoin::cli
