// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/source_map.h>

#include <algorithm>
#include <cassert>
#include <iterator>

namespace quoin {

void SourceMap::append_verbatim(std::size_t size, std::size_t begin) {
  if (size == 0) return;
  const auto at = static_cast<std::uint32_t>(begin);
  const auto end = static_cast<std::uint32_t>(begin + size);
  if (!pieces_.empty() && pieces_.back().is_verbatim &&
      pieces_.back().end == at) {
    pieces_.back().end = end;
  } else {
    pieces_.push_back({static_cast<std::uint32_t>(size_), at, end, true});
  }
  size_ += size;
}

void SourceMap::append_replaced(std::size_t size, std::size_t begin,
                                std::size_t end) {
  if (size == 0) return;
  pieces_.push_back({static_cast<std::uint32_t>(size_),
                     static_cast<std::uint32_t>(begin),
                     static_cast<std::uint32_t>(end), false});
  size_ += size;
}

void SourceMap::truncate(std::size_t size) {
  while (!pieces_.empty() && pieces_.back().text >= size) pieces_.pop_back();
  if (!pieces_.empty() && pieces_.back().is_verbatim) {
    Piece& last = pieces_.back();
    last.end = std::min(
        last.end, static_cast<std::uint32_t>(last.begin + size - last.text));
  }
  size_ = std::min(size_, size);
}

SourceMap SourceMap::through(const ByteOrigins& origins,
                             std::string_view text) const {
  if (origins.empty()) return *this;
  SourceMap out;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    const std::size_t end =
        i + 1 < pieces_.size() ? pieces_[i + 1].text : size_;
    if (!piece.is_verbatim) {
      out.append_replaced(end - piece.text, origins.source_of(piece.begin),
                          origins.source_of(piece.end));
      continue;
    }
    for (std::size_t at = piece.text; at < end;) {
      std::size_t next = at + 1;
      while (next < end &&
             (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) {
        ++next;
      }
      const std::size_t here = piece.begin + (at - piece.text);
      const std::size_t from = origins.source_of(here);
      const std::size_t to = origins.source_of(here + (next - at));
      if (to - from == next - at) {
        out.append_verbatim(next - at, from);
      } else {
        out.append_replaced(next - at, from, to);
      }
      at = next;
    }
  }
  return out;
}

const SourceMap::Piece& SourceMap::piece_at(std::size_t text) const {
  const auto after = std::upper_bound(
      pieces_.begin(), pieces_.end(), text,
      [](std::size_t at, const Piece& piece) { return at < piece.text; });
  return *std::prev(after);
}

SourceSpan SourceMap::source_of(TextSpan span) const {
  if (pieces_.empty()) return {span.begin, span.end};
  assert(span.begin <= span.end && span.end <= size_);
  const Piece& first = piece_at(span.begin);
  const std::size_t begin =
      first.begin + (first.is_verbatim ? span.begin - first.text : 0);
  if (span.empty()) return {begin, begin};
  const Piece& last = piece_at(span.end - 1);
  const std::size_t end =
      last.is_verbatim ? last.begin + (span.end - last.text) : last.end;
  return {begin, std::max(begin, end)};
}

}  // namespace quoin
