// SPDX-License-Identifier: Apache-2.0
// The options of commands that read whatever people hold: which files of a
// folder, and how much of them.

#pragma once

#include <cstddef>

#include <quoin/read/read.h>

#include "arguments.h"
#include "files.h"

namespace quoin::cli {

struct InputOptions {
  FileFilter filter;
  std::size_t max_size_mb = kDefaultMaxSize >> 20;
  std::size_t max_ratio = kDefaultMaxRatio;
  std::size_t max_documents = 0;

  ReadOptions reading() const;
};

void add_input_options(Command& command, InputOptions& options);

}  // namespace quoin::cli
