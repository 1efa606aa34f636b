// SPDX-License-Identifier: Apache-2.0
// quoin verify DRAFT… --against SOURCE…

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <quoin/report/offsets.h>

namespace quoin::cli {

enum class VerifyFormat : std::uint8_t { kText, kJson };

struct VerifyCommandOptions {
  std::vector<std::string> drafts;
  std::vector<std::string> against;  // files, and folders of files
  bool complete = false;             // what is not in them was not said
  std::string profile = "ap";
  VerifyFormat format = VerifyFormat::kText;
  OffsetUnit offsets = OffsetUnit::kCodePoint;
  std::optional<std::string> lang;
  std::string grammar;  // a folder; empty: built in
  std::string output;   // a file; empty: standard output
  std::size_t threads = 0;
};

// Exit status: 0 when the profile has no findings, also when something could
// not be checked; 1 when it has; 2 error, also when one document was bad and
// the rest went through.
int run_verify(const VerifyCommandOptions& options);

}  // namespace quoin::cli
