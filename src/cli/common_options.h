// SPDX-License-Identifier: Apache-2.0
// The options that extract, compare and verify have in common.

#pragma once

#include <string>

#include <quoin/report/offsets.h>

#include "arguments.h"
#include "input_options.h"

namespace quoin::cli {

struct CommonOptions : InputOptions {
  OffsetUnit offsets = OffsetUnit::kCodePoint;
  std::string grammar;  // a folder; empty: built in
  std::string output;   // a file; empty: standard output
};

void add_common_options(Command& command, CommonOptions& options);

// The parts of it, for commands that need only some.
void add_offsets_option(Command& command, OffsetUnit& unit);
void add_grammar_option(Command& command, std::string& folder);
void add_output_option(Command& command, std::string& file);

}  // namespace quoin::cli
