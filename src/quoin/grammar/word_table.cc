// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/word_table.h>

#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>

namespace quoin {
namespace {

constexpr std::size_t kFewestSlots = 16;

template <class Word>
std::uint64_t load(const char* from) {
  Word word{};
  std::memcpy(&word, from, sizeof word);
  return word;
}

std::uint64_t mix(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ word) * 0x9E3779B97F4A7C15;
  return hash ^ (hash >> 32);
}

constexpr std::size_t kHead = sizeof(std::uint64_t);

// The first eight bytes, zeros behind a shorter word. Words hold no zeros that
// could be taken for the end: those that differ only so differ in size.
std::uint64_t head_of(std::string_view word) {
  const char* at = word.data();
  const std::size_t size = word.size();
  if (size >= kHead) return load<std::uint64_t>(at);
  // Two loads that overlap spare a loop.
  if (size >= 4) {
    const std::size_t rest = size - 4;
    return load<std::uint32_t>(at) | load<std::uint32_t>(at + rest)
                                         << (8 * rest);
  }
  if (size == 0) return 0;
  return load<std::uint8_t>(at) |
         load<std::uint8_t>(at + size / 2) << (8 * (size / 2)) |
         load<std::uint8_t>(at + size - 1) << (8 * (size - 1));
}

// Never leaves memory, so it may differ between machines. Looks at `word` only
// when it is longer than its head.
std::uint64_t hash_of(std::uint64_t head, std::size_t size, const char* word) {
  std::uint64_t hash = mix(head, size);
  // The last eight bytes tell long words apart well enough.
  if (size > kHead) {
    hash = mix(hash, load<std::uint64_t>(word + size - kHead));
  }
  return mix(hash, 0);
}

}  // namespace

std::string_view WordTable::long_word_of(const Slot& slot) const {
  return std::string_view(long_words_).substr(slot.begin, slot.size);
}

std::size_t WordTable::slot_of(std::uint64_t head,
                               std::string_view word) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash_of(head, word.size(), word.data()) & mask;
  for (;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.symbol == 0) return at;
    if (slot.head == head && slot.size == word.size() &&
        (word.size() <= kHead || long_word_of(slot) == word)) {
      return at;
    }
  }
}

char16_t WordTable::find(std::string_view word) const {
  if (slots_.empty()) return 0;
  return slots_[slot_of(head_of(word), word)].symbol;
}

void WordTable::add(std::string_view word, char16_t symbol) {
  assert(symbol != 0 && !word.empty() && word.size() <= 0xFFFF);
  if (2 * (size_ + 1) > slots_.size()) grow();
  const std::uint64_t head = head_of(word);
  Slot& slot = slots_[slot_of(head, word)];
  if (slot.symbol != 0) return;
  slot.head = head;
  slot.begin = static_cast<std::uint32_t>(long_words_.size());
  slot.size = static_cast<std::uint16_t>(word.size());
  slot.symbol = symbol;
  if (word.size() > kHead) long_words_ += word;
  ++size_;
}

void WordTable::grow() {
  std::vector<Slot> old(std::max(kFewestSlots, 2 * slots_.size()));
  std::swap(old, slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.symbol == 0) continue;
    const char* const word = long_words_.data() + slot.begin;
    std::size_t at = hash_of(slot.head, slot.size, word) & mask;
    while (slots_[at].symbol != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace quoin
