// SPDX-License-Identifier: Apache-2.0
// The way back from decoded text to the bytes it was decoded from.
//
// Kept as runs of characters of equal sizes, so that it is small: a text in
// windows-1252 has a run where a letter beyond ASCII stands, one in UTF-16
// wherever the size of its characters changes.
//
//   decode_bytes("\xE9t\xE9", declared, true).origins.source_of(3)   // 2

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace quoin {

// Empty: the text is the bytes.
class ByteOrigins {
 public:
  // The next `count` characters of the text, each of `written` bytes, were
  // decoded from `read` bytes each, the first of them at `begin`. What lies
  // between the last call's bytes and `begin` stands for nothing. Nothing
  // happens when count is 0. Requires: written > 0.
  void append(std::size_t count, std::size_t written, std::size_t begin,
              std::size_t read);

  // Where the bytes begin that made the character at `at`; for the end of the
  // text, where they end. Requires: at <= size of the text.
  std::size_t source_of(std::size_t at) const;

  bool empty() const { return runs_.empty(); }

 private:
  struct Run {
    std::size_t text = 0;  // where the run begins, and in the bytes
    std::size_t source = 0;
    std::size_t count = 0;
    std::uint32_t written = 1;
    std::uint32_t read = 1;
  };
  std::vector<Run> runs_;
};

}  // namespace quoin
