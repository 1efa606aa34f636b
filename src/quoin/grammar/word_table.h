// SPDX-License-Identifier: Apache-2.0
// Looks up every word of every document: from a form to its symbol.
//
// What takes time is waiting for memory (docs/decisions/word-table.md). A byte
// of hash for each slot, all of which the nearest cache holds, sends nearly
// every unknown word away; a slot holds the first eight bytes of its word, so
// that most words are told apart there; longer ones are in one pool.
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
  // The same, faster. Requires: eight bytes can be read from where it begins.
  char16_t find_in_text(std::string_view word) const;

  std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::uint64_t head = 0;   // the first eight bytes, zeros behind them
    std::uint32_t begin = 0;  // of a longer word, in long_words_
    std::uint16_t size = 0;   // of the word
    char16_t symbol = 0;
  };

  char16_t find(std::uint64_t head, std::string_view word) const;
  // The slot of the word, or the free one where it would go.
  std::size_t slot_of(std::uint64_t head, std::uint64_t hash,
                      std::string_view word) const;
  // Requires: the slot's word is longer than eight bytes.
  std::string_view long_word_of(const Slot& slot) const;
  void grow();

  // A power of two of them, at most three quarters taken.
  std::vector<Slot> slots_;
  std::vector<std::uint8_t> tags_;  // of slot i, from the hash; 0: free
  std::string long_words_;
  std::size_t size_ = 0;
};

}  // namespace quoin
