// SPDX-License-Identifier: Apache-2.0
#include "inputs.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace quoin::cli {

Inputs::Inputs(const std::vector<std::string>& names, ReadOptions options,
               const FileFilter& filter)
    : options_(std::move(options)) {
  FoundFiles found = find_files(names, filter);
  files_ = std::move(found.files);
  ids_ = name_documents(files_);
  if (!found.diagnostics.empty()) problems_ = std::move(found.diagnostics);
}

std::optional<DocumentJob> Inputs::next_job() {
  if (problems_) {
    return DocumentJob::done(*std::exchange(problems_, std::nullopt));
  }
  while (true) {
    if (reader_ != nullptr) {
      if (auto job = reader_->next_job()) return job;
      reader_.reset();
    }
    if (opened_ == files_.size()) return std::nullopt;
    ReadOptions options = options_;
    options.id = ids_[opened_];
    Result<std::unique_ptr<DocumentReader>> opened =
        open_documents(files_[opened_++], options);
    if (!opened) return DocumentJob::done(std::move(opened).error());
    reader_ = *std::move(opened);
  }
}

std::optional<Result<Document>> Inputs::next() {
  while (read_.empty()) {
    std::optional<DocumentJob> job = next_job();
    if (!job) return std::nullopt;
    job->run(
        [this](Result<Document> read) { read_.push_back(std::move(read)); });
  }
  Result<Document> first = std::move(read_.front());
  read_.pop_front();
  return first;
}

double Inputs::share_read() const {
  const std::size_t opened = opened_;
  if (opened == 0) return 0;
  // The last of them is being read.
  return static_cast<double>(opened - 1) / static_cast<double>(files_.size());
}

std::vector<Diagnostic> warnings_about(const Document& document) {
  return document.diagnostics;
}

bool has_error(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& diagnostic) {
                       return diagnostic.severity == Severity::kError;
                     });
}

std::size_t thread_count(std::size_t asked) {
  if (asked > 0) return asked;
  return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace quoin::cli
