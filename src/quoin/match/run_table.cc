// SPDX-License-Identifier: Apache-2.0
#include <quoin/match/run_table.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace quoin {

void RunTable::sort() {
  bits_ = 1;
  while (bits_ < 28 && (std::size_t{1} << bits_) < places_.size()) ++bits_;
  begin_.assign((std::size_t{1} << bits_) + 1, 0);
  for (const RunPlace& place : places_) ++begin_[bucket(place.run) + 1];
  for (std::size_t b = 1; b < begin_.size(); ++b) begin_[b] += begin_[b - 1];
  std::vector<RunPlace> sorted(places_.size());
  std::vector<std::uint32_t> at(begin_.begin(), begin_.end() - 1);
  for (const RunPlace& place : places_) {
    sorted[at[bucket(place.run)]++] = place;
  }
  places_ = std::move(sorted);
  // About one run a bucket.
  for (std::size_t b = 0; b + 1 < begin_.size(); ++b) {
    if (begin_[b + 1] - begin_[b] < 2) continue;
    std::sort(places_.begin() + begin_[b], places_.begin() + begin_[b + 1],
              [](const RunPlace& x, const RunPlace& y) {
                return std::tie(x.run, x.text, x.at) <
                       std::tie(y.run, y.text, y.at);
              });
  }
}

std::span<const RunPlace> RunTable::find(std::uint64_t run) const {
  if (begin_.empty()) return {};
  const std::size_t b = bucket(run);
  std::size_t first = begin_[b];
  std::size_t end = begin_[b + 1];
  if (end - first > 16) {  // a phrase, or many; the bucket is in order
    const auto range = std::equal_range(
        places_.begin() + static_cast<std::ptrdiff_t>(first),
        places_.begin() + static_cast<std::ptrdiff_t>(end), RunPlace{run, 0, 0},
        [](const RunPlace& x, const RunPlace& y) { return x.run < y.run; });
    return {range.first, range.second};
  }
  while (first < end && places_[first].run < run) ++first;
  while (end > first && places_[end - 1].run > run) --end;
  return std::span<const RunPlace>(places_).subspan(first, end - first);
}

}  // namespace quoin
