// SPDX-License-Identifier: Apache-2.0
// Story manifests: which documents tell one story, and what they are graded
// against. docs/story.md describes every key.
//
//   [story]
//   name = "The harbour sale"
//
//   [[document]]
//   file = "courier.txt"        # beside the manifest
//   outlet = "Harbour Courier"
//   published = 2026-03-04
//
//   [[reference]]
//   file = "statement.txt"
//   type = "release"

#pragma once

#include <optional>
#include <string>
#include <vector>

#include <quoin/base/result.h>
#include <quoin/read/read.h>
#include <quoin/text/document.h>
#include <quoin/text/reference.h>

namespace quoin {

// A manifest without the texts: `document.text` is empty, `path` says where
// it is.
struct Story {
  struct Entry {
    std::string path;  // as a path that can be opened
    Document document;
    std::size_t line = 0;  // of the entry in the manifest
  };
  struct ReferenceEntry : Entry {
    ReferenceType type = ReferenceType::kTranscript;
    std::optional<std::string> speaker;
    bool complete = false;
  };

  std::optional<std::string> name;
  std::vector<Entry> documents;
  std::vector<ReferenceEntry> references;
};

// Reads a manifest and no text. All errors in one run: unknown keys, wrong
// types, ids that two documents share, a story without documents.
Result<Story> read_story(const std::string& path);

// The text of an entry read into its document, or why it cannot be.
Result<Document> read_entry(const Story::Entry& entry,
                            const ReadOptions& options);

}  // namespace quoin
