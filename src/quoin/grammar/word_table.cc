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

// Never leaves memory, so it may differ between machines.
std::uint64_t hash_of(std::string_view word) {
  const char* at = word.data();
  std::size_t left = word.size();
  std::uint64_t hash = mix(0x51ED270B3A6E2F95, left);
  for (; left > 8; left -= 8, at += 8)
    hash = mix(hash, load<std::uint64_t>(at));
  // The last eight bytes or less; overlapping loads spare a loop.
  if (left >= 4) {
    hash = mix(hash, load<std::uint32_t>(at) << 32 |
                         load<std::uint32_t>(at + left - 4));
  } else if (left > 0) {
    hash = mix(hash, load<std::uint8_t>(at) << 16 |
                         load<std::uint8_t>(at + left / 2) << 8 |
                         load<std::uint8_t>(at + left - 1));
  }
  return mix(hash, 0);
}

}  // namespace

std::size_t WordTable::slot_of(std::string_view word,
                               std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  std::size_t at = hash & mask;
  for (;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.symbol == 0) return at;
    if (slot.tag == tag && slot.size == word.size() &&
        std::memcmp(letters_.data() + slot.begin, word.data(), word.size()) ==
            0) {
      return at;
    }
  }
}

char16_t WordTable::find(std::string_view word) const {
  if (slots_.empty()) return 0;
  return slots_[slot_of(word, hash_of(word))].symbol;
}

void WordTable::add(std::string_view word, char16_t symbol) {
  assert(symbol != 0 && !word.empty() && word.size() <= 0xFFFF);
  if (2 * (size_ + 1) > slots_.size()) grow();
  const std::uint64_t hash = hash_of(word);
  Slot& slot = slots_[slot_of(word, hash)];
  if (slot.symbol != 0) return;
  slot.tag = static_cast<std::uint32_t>(hash >> 32);
  slot.begin = static_cast<std::uint32_t>(letters_.size());
  slot.size = static_cast<std::uint16_t>(word.size());
  slot.symbol = symbol;
  letters_ += word;
  ++size_;
}

void WordTable::grow() {
  std::vector<Slot> old(std::max(kFewestSlots, 2 * slots_.size()));
  std::swap(old, slots_);
  for (const Slot& slot : old) {
    if (slot.symbol == 0) continue;
    const std::string_view word =
        std::string_view(letters_).substr(slot.begin, slot.size);
    slots_[slot_of(word, hash_of(word))] = slot;
  }
}

}  // namespace quoin
