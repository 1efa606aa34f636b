// SPDX-License-Identifier: Apache-2.0
#include "talk.h"

#include <cstdio>
#include <filesystem>
#include <system_error>

#include <unistd.h>

#include <fmt/format.h>

namespace quoin::cli {
namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr Seconds kSilent{0.5};  // shorter work shows nothing
constexpr Seconds kBetween{0.1};

void say(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

// The size of all files, or 0 when one of them says nothing about its text.
std::size_t text_size(const std::vector<std::string>& files) {
  std::size_t total = 0;
  for (const std::string& file : files) {
    const bool is_text = file.ends_with(".txt") || file.ends_with(".jsonl");
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (!is_text || error) return 0;
    total += static_cast<std::size_t>(size);
  }
  return total;
}

std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string duration(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s", seconds);
  if (seconds < 5400) return fmt::format("{:.0f} min", seconds / 60);
  return fmt::format("{:.1f} h", seconds / 3600);
}

}  // namespace

Talk& talk() {
  static Talk the_one;
  return the_one;
}

Progress::Progress(const std::vector<std::string>& files)
    : begun_(Clock::now()),
      shown_at_(begun_),
      total_(text_size(files)),
      is_wanted_(!talk().quiet && ::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  clear();
  if (!talk().verbose) return;
  const Seconds took = Clock::now() - begun_;
  say(fmt::format("{} in {:.2f} s\n", line(), took.count()));
}

std::string Progress::line() const {
  const double seconds =
      std::chrono::duration_cast<Seconds>(Clock::now() - begun_).count();
  const double megabytes = static_cast<double>(bytes_) / 1e6;
  return fmt::format("quoin: {} document{}, {:.1f} MB, {:.1f} MB/s",
                     grouped(documents_), documents_ == 1 ? "" : "s", megabytes,
                     seconds > 0 ? megabytes / seconds : 0);
}

void Progress::add(std::size_t bytes, std::size_t documents,
                   double share_of_files) {
  bytes_ += bytes;
  documents_ += documents;
  if (!is_wanted_) return;
  const Clock::time_point now = Clock::now();
  if (now - begun_ < kSilent || now - shown_at_ < kBetween) return;
  std::string text = line();
  const double share =
      total_ > 0 ? static_cast<double>(bytes_) / static_cast<double>(total_)
                 : share_of_files;
  if (share > 0 && share < 1) {
    const double passed = Seconds(now - begun_).count();
    text += fmt::format(", {} left", duration(passed * (1 - share) / share));
  }
  say("\r\x1B[K" + text);
  shown_at_ = now;
  is_shown_ = true;
}

void Progress::clear() {
  if (is_shown_) say("\r\x1B[K");
  is_shown_ = false;
}

}  // namespace quoin::cli
