// SPDX-License-Identifier: Apache-2.0
// Looks up every word of every document: from a form to its symbol.
//
// A table of twelve bytes a slot beside one pool of letters. A map of strings
// puts each word in a place of its own, and then waiting for memory was a
// fifth of all the time that extraction took (docs/decisions/word-table.md).
//
//   WordTable table;
//   table.add("said", 7);
//   table.find("said")   // 7
//   table.find("sad")    // 0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quoin {

class WordTable {
 public:
  // Keeps the first symbol of a word. Requires: symbol is not 0, word is not
  // empty and shorter than 64 KiB.
  void add(std::string_view word, char16_t symbol);

  // 0 when the word is not in the table.
  char16_t find(std::string_view word) const;

  std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::uint32_t tag = 0;    // the upper half of the word's hash
    std::uint32_t begin = 0;  // in letters_
    std::uint16_t size = 0;
    char16_t symbol = 0;  // 0: free
  };

  // The slot of the word, or the free one where it would go.
  std::size_t slot_of(std::string_view word, std::uint64_t hash) const;
  void grow();

  std::vector<Slot> slots_;  // a power of two of them, at most half taken
  std::string letters_;
  std::size_t size_ = 0;
};

}  // namespace quoin
