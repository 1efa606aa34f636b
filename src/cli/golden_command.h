// SPDX-License-Identifier: Apache-2.0
// quoin golden check|bless FOLDER…

#pragma once

#include <string>
#include <vector>

namespace quoin::cli {

struct GoldenOptions {
  std::vector<std::string> folders;
  std::string grammar;            // a folder; empty: built in
  bool show_moved = false;        // list what only moved, too
  std::vector<std::string> only;  // bless: these cases, by folder name
  std::string reason;             // bless: why, kept in the case's blessed.md
};

// Compares and writes nothing. Exit status: 0 the same, 1 something differs,
// 2 a case cannot be run.
int run_golden_check(const GoldenOptions& options);

// Writes what came out as what is expected from now on.
int run_golden_bless(const GoldenOptions& options);

}  // namespace quoin::cli
