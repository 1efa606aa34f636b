// SPDX-License-Identifier: Apache-2.0
// quoin grammar check | try | show | list | watch: the tools of those who
// write grammars.

#pragma once

#include "arguments.h"

namespace quoin::cli {

void declare_grammar(Command& quoin);

}  // namespace quoin::cli
