// SPDX-License-Identifier: Apache-2.0
// The documents of all the files and folders on a command line, one after
// another.

#pragma once

#include <atomic>
#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <quoin/read/read.h>

#include "files.h"

namespace quoin::cli {

class Inputs {
 public:
  Inputs(const std::vector<std::string>& names, ReadOptions options,
         const FileFilter& filter = {});

  // The next documents, found and not yet read, or why one cannot be; nothing
  // when there are no more.
  std::optional<DocumentJob> next_job();

  // The next document or why one cannot be read; nothing when all is read. Not
  // to be mixed with next_job().
  std::optional<Result<Document>> next();

  // Of all files, those that are read: 0 to 1, for Progress. Files weigh alike.
  // May be asked while another thread reads.
  double share_read() const;

 private:
  std::vector<std::string> files_;
  std::vector<std::string> ids_;  // of the files as single documents
  ReadOptions options_;
  std::optional<std::vector<Diagnostic>> problems_;  // of folders
  std::atomic<std::size_t> opened_ = 0;
  std::unique_ptr<DocumentReader> reader_;
  std::deque<Result<Document>> read_;
};

// What reading it had to say: what was repaired, cut off or contradictory.
std::vector<Diagnostic> warnings_about(const Document& document);

// Whether one of them is more than a warning, so that not all was read.
bool has_error(const std::vector<Diagnostic>& diagnostics);

// 0 means as many as there are cores.
std::size_t thread_count(std::size_t asked);

}  // namespace quoin::cli
