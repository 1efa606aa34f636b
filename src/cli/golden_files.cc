// SPDX-License-Identifier: Apache-2.0
#include "golden_files.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include <quoin/golden/golden_file.h>

#include "command.h"

namespace quoin::cli {
namespace {

namespace fs = std::filesystem;

bool say_cannot_write(const std::string& path) {
  report_error(fmt::format("cannot write '{}'", path));
  return false;
}

// Atomic, so that a run that is stopped leaves the old file whole.
bool write_file(const std::string& path, const std::string& text) {
  const std::string beside = path + ".writing";
  std::ofstream out(beside, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  std::error_code error;
  if (out) fs::rename(beside, path, error);
  return (out && !error) || say_cannot_write(path);
}

bool remove_file(const std::string& path) {
  std::error_code error;
  fs::remove(path, error);
  return !error || say_cannot_write(path);
}

std::string pending_path(const GoldenRun& run) { return run.path + ".new"; }

}  // namespace

bool is_in_ci() {
  const char* value = std::getenv("CI");
  const std::string_view ci = value == nullptr ? "" : value;
  return !ci.empty() && ci != "false" && ci != "0";
}

bool write_pending(const GoldenRun& run, bool differs) {
  if (!differs || run.is_stale) return remove_file(pending_path(run));
  return write_file(pending_path(run), golden_text(run.actual));
}

bool bless_golden(const GoldenRun& run) {
  if (!remove_file(pending_path(run))) return false;
  if (run.is_stale) return remove_file(run.path);
  if (run.exists && run.expected == run.actual) return true;
  return write_file(run.path, golden_text(run.actual));
}

bool note_reason(const GoldenCase& one, const std::string& what,
                 const std::string& reason) {
  if (reason.empty()) return true;
  const std::string path = (fs::path(one.folder) / "blessed.md").string();
  std::ofstream out(path, std::ios::app);
  out << "- " << what << ": " << reason << "\n";
  return out || say_cannot_write(path);
}

}  // namespace quoin::cli
