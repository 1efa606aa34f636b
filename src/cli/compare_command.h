// SPDX-License-Identifier: Apache-2.0
// quoin compare STORY.toml | FILE…

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <quoin/report/offsets.h>

namespace quoin::cli {

enum class CompareFormat : std::uint8_t { kText, kJson };

struct CompareCommandOptions {
  std::vector<std::string> files;
  CompareFormat format = CompareFormat::kText;
  OffsetUnit offsets = OffsetUnit::kCodePoint;
  std::optional<std::string> lang;
  std::string grammar;  // a folder; empty: built in
  std::string output;   // a file; empty: standard output
  std::size_t threads = 0;
};

// Exit status: 0 when a quotation was printed by more than one, 1 when none
// was, 2 error; also when one document was bad and the rest went through.
int run_compare(const CompareCommandOptions& options);

}  // namespace quoin::cli
