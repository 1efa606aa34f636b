// SPDX-License-Identifier: Apache-2.0
// The documents of all the files on a command line, one after another.

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <quoin/read/read.h>

namespace quoin::cli {

class Inputs {
 public:
  Inputs(std::vector<std::string> files, ReadOptions options);

  // The next document or why one cannot be read; nothing when all is read.
  std::optional<Result<Document>> next();

 private:
  std::vector<std::string> files_;
  std::vector<std::string> ids_;  // of the files as plain texts
  ReadOptions options_;
  std::size_t opened_ = 0;
  std::unique_ptr<DocumentReader> reader_;
};

// What reading it had to say: what was repaired, cut off or contradictory.
std::vector<Diagnostic> warnings_about(const Document& document);

// 0 means as many as there are cores.
std::size_t thread_count(std::size_t asked);

}  // namespace quoin::cli
