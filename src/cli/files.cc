// SPDX-License-Identifier: Apache-2.0
#include "files.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

namespace quoin::cli {
namespace {

namespace fs = std::filesystem;

// Saved pages come with a folder of these.
constexpr std::string_view kNoDocuments[] = {
    ".avif", ".bmp", ".css",  ".eot", ".gif",  ".ico",  ".jpeg", ".jpg",
    ".js",   ".map", ".mjs",  ".mp3", ".mp4",  ".ogg",  ".otf",  ".png",
    ".svg",  ".tif", ".tiff", ".ttf", ".wasm", ".wav",  ".webm", ".webp",
    ".woff", ".woff2", ".toml",
};

bool may_be_document(std::string_view path) {
  return std::none_of(
      std::begin(kNoDocuments), std::end(kNoDocuments),
      [&](std::string_view ending) { return path.ends_with(ending); });
}

// One character against a class "[a-z]" that begins the pattern; the size of
// the class, or 0 when it has no end.
std::size_t match_class(std::string_view pattern, char c, bool& matches) {
  const std::size_t end = pattern.find(']', 2);
  if (end == std::string_view::npos) return 0;
  const bool is_negated = pattern[1] == '!' || pattern[1] == '^';
  bool is_in = false;
  for (std::size_t i = is_negated ? 2 : 1; i < end; ++i) {
    const bool is_range = i + 2 < end && pattern[i + 1] == '-';
    const char last = is_range ? pattern[i + 2] : pattern[i];
    is_in = is_in || (c >= pattern[i] && c <= last);
    if (is_range) i += 2;
  }
  matches = is_in != is_negated && c != '/';
  return end + 1;
}

// Goes back only to the last star: what a later one leaves open, an earlier
// one cannot mend, but that "*" may fail where "**" before it need not.
bool matches(std::string_view pattern, std::string_view text) {
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = kNone;  // where to go on behind the last "*" ...
  std::size_t star_text = 0;
  std::size_t wide = kNone;  // ... and the last "**"
  std::size_t wide_text = 0;
  while (t < text.size() || p < pattern.size()) {
    if (pattern.substr(p).starts_with("**")) {
      p += 2;
      if (p < pattern.size() && pattern[p] == '/') ++p;  // "**/" may be nothing
      wide = p;
      wide_text = t;
      star = kNone;
      continue;
    }
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      star_text = t;
      continue;
    }
    if (p < pattern.size() && t < text.size()) {
      bool is_same = pattern[p] == text[t];
      std::size_t size = 1;
      if (pattern[p] == '?') is_same = text[t] != '/';
      if (pattern[p] == '[') {
        size = match_class(pattern.substr(p), text[t], is_same);
        if (size == 0) size = 1;  // a bracket that is one
      }
      if (is_same) {
        p += size;
        ++t;
        continue;
      }
    }
    if (star != kNone && star_text < text.size() && text[star_text] != '/') {
      p = star;
      t = ++star_text;
    } else if (wide != kNone && wide_text < text.size()) {
      p = wide;
      t = ++wide_text;
      star = kNone;
    } else {
      return false;
    }
  }
  return true;
}

bool matches_any(const std::vector<std::string>& globs, std::string_view path) {
  return std::any_of(
      globs.begin(), globs.end(),
      [&](const std::string& glob) { return matches_glob(glob, path); });
}

void add_folder(const std::string& folder, const FileFilter& filter,
                FoundFiles& found) {
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error);
  const fs::recursive_directory_iterator end;
  while (!error && at != end) {
    const fs::path& path = at->path();
    const std::string inside =
        path.lexically_relative(folder).generic_string();
    std::error_code unknown;
    if (path.filename().native().starts_with('.') ||
        matches_any(filter.exclude, inside)) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file(unknown)) {
      const bool is_wanted = filter.include.empty()
                                 ? may_be_document(inside)
                                 : matches_any(filter.include, inside);
      if (is_wanted) files.push_back(path.generic_string());
    }
    at.increment(error);
  }
  if (error) {
    Diagnostic problem;
    problem.file = folder;
    problem.message = "cannot read the folder: " + error.message();
    found.diagnostics.push_back(std::move(problem));
  }
  std::sort(files.begin(), files.end());
  std::move(files.begin(), files.end(), std::back_inserter(found.files));
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view path) {
  if (pattern.find('/') == std::string_view::npos && pattern != "**") {
    const std::size_t slash = path.rfind('/');
    if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  }
  return matches(pattern, path);
}

FoundFiles find_files(const std::vector<std::string>& names,
                      const FileFilter& filter) {
  FoundFiles found;
  for (const std::string& name : names) {
    std::error_code error;
    if (name != "-" && fs::is_directory(name, error)) {
      add_folder(name, filter, found);
    } else {
      found.files.push_back(name);
    }
  }
  return found;
}

}  // namespace quoin::cli
