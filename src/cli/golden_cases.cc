// SPDX-License-Identifier: Apache-2.0
#include "golden_cases.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

#include <quoin/golden/compare_records.h>
#include <quoin/golden/extract_records.h>
#include <quoin/golden/golden_file.h>
#include <quoin/read/records.h>

#include "inputs.h"
#include "story_input.h"

namespace quoin::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifest = "story.toml";

Diagnostic fault(const std::string& file, std::string message,
                 std::string hint = {}) {
  Diagnostic diagnostic;
  diagnostic.file = file;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  return diagnostic;
}

bool is_golden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name == kExtractGolden || name == kCompareGolden;
}

bool is_document(const fs::path& path) {
  if (is_golden(path)) return false;
  const std::string name = path.filename().string();
  return name == kManifest || name.ends_with(".txt") ||
         name.ends_with(".jsonl");
}

Result<GoldenRun> begin_run(const std::string& folder, std::string_view view,
                            std::string_view file, std::vector<Record> actual) {
  GoldenRun run;
  run.path = (fs::path(folder) / file).string();
  run.view = view;
  run.actual = std::move(actual);
  run.exists = fs::exists(run.path);
  if (!run.exists) return run;
  Result<std::vector<Record>> expected = read_records(run.path);
  if (!expected) return std::move(expected).error();
  run.expected = *std::move(expected);
  return run;
}

// The golden files that are there and that nothing gives.
void add_stale(const std::string& folder, std::string_view view,
               std::string_view file, std::vector<GoldenRun>& runs) {
  GoldenRun run;
  run.path = (fs::path(folder) / file).string();
  run.view = view;
  run.exists = run.is_stale = fs::exists(run.path);
  if (run.is_stale) runs.push_back(std::move(run));
}

}  // namespace

Result<std::vector<GoldenCase>> find_golden_cases(const std::string& folder) {
  std::error_code error;
  fs::recursive_directory_iterator files(folder, error);
  if (error) return fault(folder, "cannot open this folder");
  std::map<std::string, std::vector<std::string>> by_folder;
  for (const fs::directory_entry& entry : files) {
    if (!entry.is_regular_file(error)) continue;
    const std::string parent = entry.path().parent_path().string();
    if (is_golden(entry.path())) by_folder[parent];  // perhaps a stale one
    if (!is_document(entry.path())) continue;
    by_folder[parent].push_back(entry.path().string());
  }
  std::vector<GoldenCase> cases;
  for (auto& [path, documents] : by_folder) {
    const std::string manifest = (fs::path(path) / kManifest).string();
    if (std::find(documents.begin(), documents.end(), manifest) !=
        documents.end()) {
      documents = {manifest};
    }
    std::sort(documents.begin(), documents.end());
    cases.push_back({path, std::move(documents)});
  }
  if (cases.empty()) {
    return fault(folder, "there is no case in this folder",
                 "a case is a folder with documents or a story.toml");
  }
  return cases;
}

Result<std::vector<GoldenRun>> run_golden_case(const GoldenCase& one,
                                               Grammars& grammars) {
  std::vector<GoldenRun> runs;
  if (one.documents.empty()) {
    add_stale(one.folder, "extract", kExtractGolden, runs);
    add_stale(one.folder, "compare", kCompareGolden, runs);
    return runs;
  }
  const StoryInput story =
      read_story_input(one.documents, {}, grammars);
  if (story.failed) return story.diagnostics;
  std::vector<Record> extracted;
  for (std::size_t i = 0; i < story.articles.size(); ++i) {
    append_extract_records(story.articles[i], *story.grammars[i], extracted);
  }
  Result<GoldenRun> extract_run =
      begin_run(one.folder, "extract", kExtractGolden, std::move(extracted));
  if (!extract_run) return std::move(extract_run).error();
  runs.push_back(*std::move(extract_run));
  if (story.articles.size() < 2) {
    add_stale(one.folder, "compare", kCompareGolden, runs);
    return runs;
  }
  const Comparison comparison = compare_story(story, grammars);
  Result<GoldenRun> compare_run =
      begin_run(one.folder, "compare", kCompareGolden,
                compare_records(story.report(comparison)));
  if (!compare_run) return std::move(compare_run).error();
  runs.push_back(*std::move(compare_run));
  return runs;
}

}  // namespace quoin::cli
