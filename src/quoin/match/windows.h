// SPDX-License-Identifier: Apache-2.0
// Which articles are compared with which, where only those within some days
// of each other are.
//
// Internal to match/. Comparing all with all grows with the square of a corpus;
// in blocks of days it grows with the days. Each ordered pair of articles that
// the window holds is a part and a whole of exactly one block:
//
//   for (const WindowBlock& block : windows.blocks())
//     for each part: look it up in an index over block.wholes,
//                    and ask windows.holds(part, whole)

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <quoin/attribute/attribution.h>

namespace quoin {

// Indices into the articles, ascending.
struct WindowBlock {
  std::vector<std::size_t> parts;
  std::vector<std::size_t> wholes;
};

class Windows {
 public:
  // No window, that is one block of everything, when `window_days` is 0.
  Windows(std::span<const Article> articles, int window_days);

  std::size_t articles() const { return days_.size(); }

  // Whether the two are to be compared: no more days apart than the window
  // has, or one without a date.
  bool holds(std::size_t a, std::size_t b) const;

  // Those with a date, and what is near them and has one.
  const std::vector<WindowBlock>& dated() const { return dated_; }
  // Those without, which are near to everything; all, for no window.
  const std::vector<std::size_t>& undated() const { return undated_; }
  // Both, of all.
  std::vector<WindowBlock> blocks() const;

 private:
  std::vector<std::optional<long>> days_;  // per article; none for no window
  int window_days_ = 0;
  std::vector<WindowBlock> dated_;
  std::vector<std::size_t> undated_;
};

}  // namespace quoin
