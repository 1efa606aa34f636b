// SPDX-License-Identifier: Apache-2.0
// The options of commands that read whatever people hold: which files of a
// folder, how much of them, by how many threads.

#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include <quoin/read/read.h>

#include "arguments.h"
#include "files.h"

namespace quoin::cli {

struct InputOptions {
  std::optional<std::string> lang;  // of documents that do not name theirs
  std::size_t threads = 0;          // 0: as many as there are cores
  FileFilter filter;
  std::size_t max_size_mb = kDefaultMaxSize >> 20;
  std::size_t max_ratio = kDefaultMaxRatio;
  std::size_t max_documents = 0;
  std::size_t max_depth = ReadOptions().max_depth;
  std::size_t max_attributes = ReadOptions().max_attributes;

  ReadOptions reading() const;
};

void add_input_options(Command& command, InputOptions& options);

}  // namespace quoin::cli
