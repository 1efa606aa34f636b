// SPDX-License-Identifier: Apache-2.0
// quoin grade REFERENCE PRINTED
// quoin grade --format jsonl [FILE]

#pragma once

#include "arguments.h"

namespace quoin::cli {

void declare_grade(Command& quoin);

}  // namespace quoin::cli
