// SPDX-License-Identifier: Apache-2.0
// quoin doctor

#pragma once

#include "arguments.h"

namespace quoin::cli {

void declare_doctor(Command& quoin);

}  // namespace quoin::cli
