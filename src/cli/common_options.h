// SPDX-License-Identifier: Apache-2.0
// The options that extract, compare and verify have in common.

#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include <quoin/report/offsets.h>

#include "arguments.h"

namespace quoin::cli {

struct CommonOptions {
  OffsetUnit offsets = OffsetUnit::kCodePoint;
  std::optional<std::string> lang;
  std::string grammar;      // a folder; empty: built in
  std::string output;       // a file; empty: standard output
  std::size_t threads = 0;  // 0: as many as there are cores
};

void add_common_options(Command& command, CommonOptions& options);

// The parts of it, for commands that need only some.
void add_offsets_option(Command& command, OffsetUnit& unit);
void add_grammar_option(Command& command, std::string& folder);
void add_output_option(Command& command, std::string& file);

}  // namespace quoin::cli
