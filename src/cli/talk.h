// SPDX-License-Identifier: Apache-2.0
// How the program talks: colour, and how much it says beside its results.
//
// Every command has --color, --quiet and --verbose; add_command adds them.
// What they say is asked for in places far apart, so it is one for the program.

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quoin::cli {

enum class ColourChoice : std::uint8_t { kAuto, kAlways, kNever };

struct Talk {
  ColourChoice colour = ColourChoice::kAuto;
  bool quiet = false;    // no warnings, no progress; errors and results remain
  bool verbose = false;  // what was read, and how long it took
};

Talk& talk();

// "quoin: 12,000 documents, 34 MB, 8.1 MB/s, 20 s left" on a terminal's last
// line, for work of more than half a second; nothing where standard error is
// no terminal. With --verbose a last line stays, also where it is none.
class Progress {
 public:
  // Time left is told from bytes where all files hold text as it is: packed
  // ones and pages hold more or less than their size, and there it is told
  // from the share of files that add() names.
  explicit Progress(const std::vector<std::string>& files);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  // Documents more, of so many bytes; of all files, those read: 0 to 1. Not
  // from several threads.
  void add(std::size_t bytes, std::size_t documents, double share_of_files);

 private:
  std::string line() const;
  void clear();

  std::chrono::steady_clock::time_point begun_;
  std::chrono::steady_clock::time_point shown_at_;
  std::size_t total_ = 0;  // bytes; 0: not known
  std::size_t bytes_ = 0;
  std::size_t documents_ = 0;
  bool is_shown_ = false;
  bool is_wanted_ = false;
};

}  // namespace quoin::cli
