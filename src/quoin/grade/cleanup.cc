// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/cleanup.h>

#include <algorithm>

namespace quoin {
namespace {

// Longer false starts are thoughts of their own.
constexpr std::size_t kLongestFalseStart = 4;
constexpr std::size_t kLongestPeriod = 5;

// How many of the units from the k-th on are a filler.
std::size_t filler_at(const Side& side, const std::vector<std::size_t>& units,
                      std::size_t k, const GradeTables& tables) {
  for (const std::vector<std::string>& filler : tables.fillers) {
    if (k + filler.size() > units.size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < filler.size() && same; ++i) {
      same = side.unit(units[k + i]).key == filler[i];
    }
    if (same) return filler.size();
  }
  const auto parted = [&](std::size_t slot) {
    return side.sentence_begins(slot) || side.slot_has(slot, ',') ||
           side.slot_has(slot, kDashMark);
  };
  const std::size_t i = units[k];
  const bool between_marks = tables.comma_fillers.contains(side.unit(i).key) &&
                             parted(i) && parted(i + 1);
  return between_marks ? 1 : 0;
}

// I was — I went home: what breaks off begins like what follows.
bool is_false_start(const Side& side, const std::vector<std::size_t>& units) {
  const std::size_t next = units.back() + 1;
  return units.size() <= kLongestFalseStart && next < side.size() &&
         (side.slot_has(next, kDashMark) ||
          side.slot_has(next, kEllipsisMark)) &&
         side.ids[units.front()] == side.ids[next];
}

}  // namespace

std::vector<std::string> find_cleanup(const Side& side,
                                      const std::vector<std::size_t>& units,
                                      const GradeTables& tables) {
  std::vector<std::string> why;
  std::vector<std::size_t> rest;
  for (std::size_t k = 0; k < units.size();) {
    const std::size_t used = filler_at(side, units, k, tables);
    if (used == 0) {
      rest.push_back(units[k]);
    } else if (why.empty()) {
      why.push_back("filler");
    }
    k += std::max<std::size_t>(1, used);
  }
  if (rest.empty()) return why;
  if (is_repetition(side, rest)) {
    why.push_back("repetition");
  } else if (is_false_start(side, rest)) {
    why.push_back("false_start");
  } else {
    why.clear();
  }
  return why;
}

bool is_repetition(const Side& side, const std::vector<std::size_t>& units) {
  const std::size_t first = units.front();
  const std::size_t last = units.back();
  const std::size_t size = units.size();
  for (std::size_t period = 1; period <= std::min(size, kLongestPeriod);
       ++period) {
    if (size % period != 0) continue;
    bool after = last + period < side.size();
    bool before = first >= period;
    for (std::size_t k = 0; k < size && (after || before); ++k) {
      const std::uint32_t id = side.ids[units[k]];
      after = after && id == side.ids[last + 1 + k % period];
      before = before && id == side.ids[first - period + k % period];
    }
    if (after || before) return true;
  }
  return false;
}

}  // namespace quoin
