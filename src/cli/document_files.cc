// SPDX-License-Identifier: Apache-2.0
#include "document_files.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <quoin/read/read.h>
#include <quoin/read/story.h>

namespace quoin::cli {
namespace {

// A byte order mark is in the file and not in the text.
constexpr std::size_t kMark = std::string_view("\uFEFF").size();

// Every file that may be a document, by the id that it would have.
DocumentFiles candidates(const std::vector<std::string>& inputs) {
  DocumentFiles files;
  const std::vector<std::string> ids = name_documents(inputs);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    files.emplace(ids[i], inputs[i]);
    if (!inputs[i].ends_with(".toml")) continue;
    const Result<Story> story = read_story(inputs[i]);
    if (!story) continue;  // said where its documents are read
    for (const Story::Entry& entry : story->documents) {
      files.emplace(entry.document.id, entry.path);
    }
    for (const Story::Entry& entry : story->references) {
      files.emplace(entry.document.id, entry.path);
    }
  }
  return files;
}

bool holds_as_it_is(const std::string& path, const Document& document) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  return !error && (size == document.text.size() ||
                    size == document.text.size() + kMark);
}

}  // namespace

DocumentFiles find_document_files(const std::vector<std::string>& inputs,
                                  std::span<const Article> articles) {
  const DocumentFiles known = candidates(inputs);
  DocumentFiles files;
  for (const Article& article : articles) {
    const auto found = known.find(article.document.id);
    if (found == known.end()) continue;
    if (holds_as_it_is(found->second, article.document)) files.insert(*found);
  }
  return files;
}

}  // namespace quoin::cli
