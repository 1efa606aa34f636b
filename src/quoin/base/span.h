// SPDX-License-Identifier: Apache-2.0
// Byte ranges, each tied to the text it counts in.
//
// A document is seen in two coordinate systems: its text as printed (Text),
// and the skeleton that rules read, in which every quotation is one symbol
// (Skeleton). Grading adds a third, the words being compared. Mixing them is
// the classic bug of this kind of program, so each has its own type.
//
//   TextSpan name{10, 18};
//   document.slice(name);            // compiles
//   document.slice(SkeletonSpan{});  // does not

#pragma once

#include <compare>
#include <cstddef>

namespace quoin {

// Half-open: [begin, end), in bytes.
template <class Space>
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span inner) const {
    return begin <= inner.begin && inner.end <= end;
  }
  bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }

  friend auto operator<=>(const Span&, const Span&) = default;
};

using TextSpan = Span<struct TextSpace>;
using SourceSpan = Span<struct SourceSpace>;  // in the bytes of the input
using SkeletonSpan = Span<struct SkeletonSpace>;

}  // namespace quoin
