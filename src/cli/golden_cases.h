// SPDX-License-Identifier: Apache-2.0
// The golden cases below a folder, and what each gives now.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/diagnostic.h>
#include <quoin/base/record.h>
#include <quoin/base/result.h>

#include "grammars.h"

namespace quoin::cli {

// A folder with a story.toml, or with documents. Documents are its .txt and
// .jsonl files, but for the golden files.
struct GoldenCase {
  std::string folder;
  std::vector<std::string> documents;  // or the one manifest; none any more
                                       // where only golden files are left
};

// Sorted by folder. An error when there is none, or the folder is no folder.
Result<std::vector<GoldenCase>> find_golden_cases(const std::string& folder);

// One golden file of a case: what it holds and what it ought to.
struct GoldenRun {
  std::string path;       // of the golden file
  std::string_view view;  // "extract", "compare"
  bool exists = false;
  bool is_stale = false;  // no document gives it any more
  std::vector<Record> expected;
  std::vector<Record> actual;
};

// Both views of a case. Errors: a document or a golden file cannot be read.
Result<std::vector<GoldenRun>> run_golden_case(const GoldenCase& one,
                                               Grammars& grammars);

}  // namespace quoin::cli
