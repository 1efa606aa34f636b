// SPDX-License-Identifier: Apache-2.0
// The files that a command line names: files as they are, folders as what is
// in them.
//
//   find_files({"crawl/", "a.txt"}, {{"*.html"}, {"drafts/**"}}).files

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/diagnostic.h>

namespace quoin::cli {

// Globs for what is in folders; files that are named are always taken.
struct FileFilter {
  std::vector<std::string> include;  // empty: whatever may be a document
  std::vector<std::string> exclude;
};

struct FoundFiles {
  std::vector<std::string> files;
  std::vector<Diagnostic> diagnostics;  // folders that could not be read
};

// Folders recursively, in the order of their bytes. Names that begin with a
// dot are nobody's documents; without `include`, nor are pictures, styles,
// scripts and the manifests that only name files.
FoundFiles find_files(const std::vector<std::string>& names,
                      const FileFilter& filter);

// "*" and "?" stop at "/", "**" does not, "[a-z]" and "[!a-z]" are one
// character. A pattern without "/" is for the last part of the path.
bool matches_glob(std::string_view pattern, std::string_view path);

}  // namespace quoin::cli
