// SPDX-License-Identifier: Apache-2.0
#include "inputs.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace quoin::cli {

Inputs::Inputs(std::vector<std::string> files, ReadOptions options)
    : files_(std::move(files)),
      ids_(name_documents(files_)),
      options_(std::move(options)) {}

std::optional<Result<Document>> Inputs::next() {
  while (true) {
    if (reader_ != nullptr) {
      if (auto document = reader_->next()) return document;
      reader_.reset();
    }
    if (opened_ == files_.size()) return std::nullopt;
    ReadOptions options = options_;
    options.id = ids_[opened_];
    Result<std::unique_ptr<DocumentReader>> opened =
        open_documents(files_[opened_++], options);
    if (!opened) return std::move(opened).error();
    reader_ = *std::move(opened);
  }
}

std::vector<Diagnostic> warnings_about(const Document& document) {
  return document.diagnostics;
}

std::size_t thread_count(std::size_t asked) {
  if (asked > 0) return asked;
  return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace quoin::cli
