// SPDX-License-Identifier: Apache-2.0
// Documents from files: text, web pages, lines of JSON, archives, transcripts,
// story manifests, each also packed. docs/read.md describes all of them.
//
// One document at a time, so that memory does not grow with their number. A
// bad one is an error in its place and the rest goes on.
//
//   auto documents = open_documents("articles.jsonl", {});
//   if (!documents) ...documents.error()
//   while (auto next = (*documents)->next()) {
//     if (!*next) ...next->error();     // file:line:column, and go on
//     else use(**next);
//   }

#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <quoin/base/result.h>
#include <quoin/read/document_job.h>
#include <quoin/read/unpack.h>
#include <quoin/text/document.h>

namespace quoin {

inline constexpr std::size_t kDefaultMaxSize = std::size_t{64} << 20;

struct ReadOptions {
  std::optional<std::string> lang;  // of documents that do not name one
  std::optional<std::string> id;    // of a file that is one document; else its
                                    // file name
  std::size_t max_size = kDefaultMaxSize;   // bytes a document, unpacked
  std::size_t max_ratio = kDefaultMaxRatio;  // unpacked to packed
  // Documents of one input; 0 is no limit, since memory does not grow with it.
  std::size_t max_documents = 0;
  // Of web pages: what is nested deeper is flattened, further attributes of an
  // element are passed over. Both are said.
  std::size_t max_depth = 512;
  std::size_t max_attributes = 256;
};

class DocumentReader {
 public:
  virtual ~DocumentReader() = default;

  // The next documents, found and not yet read; nothing at the end.
  virtual std::optional<DocumentJob> next_job() = 0;

  // The next document, or why it could not be read; nothing at the end. Runs
  // the jobs: not to be mixed with next_job().
  std::optional<Result<Document>> next();

 private:
  std::deque<Result<Document>> read_;
};

// "-" is standard input. The format is told by content and name: format.h.
Result<std::unique_ptr<DocumentReader>> open_documents(
    const std::string& name, const ReadOptions& options);

// An id for each of these files as plain texts: the file name, or the path as
// given where two would have the same.
std::vector<std::string> name_documents(const std::vector<std::string>& paths);

}  // namespace quoin
