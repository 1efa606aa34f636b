// SPDX-License-Identifier: Apache-2.0
// The way back from a folded text to the text it was made of.
//
// Folds change lengths: "--" becomes one dash, a ligature two letters. What is
// found in the folded text has to be shown in the text as printed, so every
// fold keeps, per byte it wrote, the bytes it read.
//
//   FoldedText folded = fold_typography("a -- b");   // "a—b"
//   folded.map.source_of({1, 4})                     // [1, 5): " -- "

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <quoin/base/span.h>

namespace quoin {

using FoldedSpan = Span<struct FoldedSpace>;

class OffsetMap {
 public:
  // The next `written` bytes of the folded text come from source bytes
  // [begin, end). Requires: begin is not before the end of the last call's
  // bytes; written > 0.
  void append(std::size_t written, std::size_t begin, std::size_t end);

  std::size_t size() const { return begin_.size(); }  // of the folded text

  // The source bytes that made `folded`. An empty span gives the empty span
  // at the source position of its begin. Requires: folded.end <= size().
  TextSpan source_of(FoldedSpan folded) const;

 private:
  std::vector<std::uint32_t> begin_;  // per folded byte
  std::vector<std::uint32_t> end_;
};

}  // namespace quoin
