// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/offset_map.h>

#include <cassert>

namespace quoin {

void OffsetMap::append(std::size_t written, std::size_t begin,
                       std::size_t end) {
  assert(written > 0 && begin <= end);
  begin_.insert(begin_.end(), written, static_cast<std::uint32_t>(begin));
  end_.insert(end_.end(), written, static_cast<std::uint32_t>(end));
}

TextSpan OffsetMap::source_of(FoldedSpan folded) const {
  assert(folded.end <= size());
  if (folded.empty()) {
    std::size_t at = 0;
    if (folded.begin < size()) {
      at = begin_[folded.begin];
    } else if (!end_.empty()) {
      at = end_.back();
    }
    return {at, at};
  }
  return {begin_[folded.begin], end_[folded.end - 1]};
}

}  // namespace quoin
