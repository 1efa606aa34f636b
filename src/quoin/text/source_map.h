// SPDX-License-Identifier: Apache-2.0
// Where the text of a document stood in the input it was read from.
//
// A page is markup with text in it: most of the text stands there byte for
// byte, "&eacute;" stands for one letter, a line break may stand for nothing.
// The map has one entry for each piece of one kind, so it is small beside the
// text.
//
//   document.text                          "caf\u00E9s"
//   document.source.source_of({3, 5})      the bytes of "&eacute;"

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <quoin/base/span.h>
#include <quoin/text/byte_origins.h>

namespace quoin {

class SourceMap {
 public:
  // The next `size` bytes of the text stand in the input from `begin` on.
  void append_verbatim(std::size_t size, std::size_t begin);

  // The next `size` bytes of the text stand for the input's [begin, end); the
  // span is empty for what was put in between.
  void append_replaced(std::size_t size, std::size_t begin, std::size_t end);

  // Drops what stands for the text from byte `size` on.
  void truncate(std::size_t size);

  // The bytes of the input that made `span`. A character that stands for
  // several bytes takes them all. Without entries the text is the input.
  // Requires: span ends within what was appended, or there are no entries.
  SourceSpan source_of(TextSpan span) const;

  // The same map into the bytes that `origins` knows, from a map into the text
  // that was decoded from them. Requires: `text` is what the map is of.
  SourceMap through(const ByteOrigins& origins, std::string_view text) const;

  bool empty() const { return pieces_.empty(); }
  std::size_t size() const { return size_; }  // of the text

 private:
  struct Piece {
    std::uint32_t text = 0;  // where it begins
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool is_verbatim = false;
  };
  const Piece& piece_at(std::size_t text) const;

  std::vector<Piece> pieces_;
  std::size_t size_ = 0;
};

}  // namespace quoin
