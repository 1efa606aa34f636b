// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/byte_origins.h>

#include <algorithm>

namespace quoin {

void ByteOrigins::append(std::size_t count, std::size_t written,
                         std::size_t begin, std::size_t read) {
  if (count == 0) return;
  Run run;
  run.source = begin;
  run.count = count;
  run.written = static_cast<std::uint32_t>(written);
  run.read = static_cast<std::uint32_t>(read);
  if (!runs_.empty()) {
    Run& last = runs_.back();
    const bool goes_on = last.written == run.written && last.read == run.read &&
                         last.source + last.count * last.read == begin;
    if (goes_on) {
      last.count += count;
      return;
    }
    run.text = last.text + last.count * last.written;
  }
  runs_.push_back(run);
}

std::size_t ByteOrigins::source_of(std::size_t at) const {
  if (runs_.empty()) return at;
  // The last run that does not begin behind `at`; the first begins at 0.
  const auto after = std::upper_bound(
      runs_.begin(), runs_.end(), at,
      [](std::size_t offset, const Run& run) { return offset < run.text; });
  const Run& run = *(after - 1);
  const std::size_t character =
      std::min((at - run.text) / run.written, run.count);
  return run.source + character * run.read;
}

}  // namespace quoin
