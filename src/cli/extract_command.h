// SPDX-License-Identifier: Apache-2.0
// quoin extract FILE…

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <quoin/read/read.h>
#include <quoin/report/offsets.h>

namespace quoin::cli {

enum class ExtractFormat : std::uint8_t { kTable, kJsonl };

struct ExtractOptions {
  std::vector<std::string> files;
  ExtractFormat format = ExtractFormat::kTable;
  OffsetUnit offsets = OffsetUnit::kCodePoint;
  std::optional<std::string> lang;
  std::string grammar;      // a folder; empty: built in
  std::string output;       // a file; empty: standard output
  std::size_t threads = 0;  // 0: as many as there are cores
  std::size_t max_size_mb = kDefaultMaxSize >> 20;
};

// Exit status: 0 found, 1 nothing found, 2 error; also when one input was bad
// and the rest went through.
int run_extract(const ExtractOptions& options);

}  // namespace quoin::cli
