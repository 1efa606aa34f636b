// SPDX-License-Identifier: Apache-2.0
// quoin compare STORY.toml | FILE…

#pragma once

#include "arguments.h"

namespace quoin::cli {

void declare_compare(Command& quoin);

}  // namespace quoin::cli
