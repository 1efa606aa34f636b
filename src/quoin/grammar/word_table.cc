// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/word_table.h>

#include <algorithm>
#include <bit>
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

// Not 0, and not of the bits that choose the slot.
std::uint8_t tag_of(std::uint64_t hash) {
  return static_cast<std::uint8_t>(hash >> 56 | 1);
}

}  // namespace

std::string_view WordTable::long_word_of(const Slot& slot) const {
  return std::string_view(long_words_).substr(slot.begin, slot.size);
}

std::size_t WordTable::slot_of(std::uint64_t head, std::uint64_t hash,
                               std::string_view word) const {
  const std::size_t mask = slots_.size() - 1;
  const std::uint8_t tag = tag_of(hash);
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    if (tags_[at] == 0) return at;
    if (tags_[at] != tag) continue;
    const Slot& slot = slots_[at];
    if (slot.head == head && slot.size == word.size() &&
        (word.size() <= kHead || long_word_of(slot) == word)) {
      return at;
    }
  }
}

char16_t WordTable::find(std::uint64_t head, std::string_view word) const {
  if (slots_.empty()) return 0;
  const std::uint64_t hash = hash_of(head, word.size(), word.data());
  const std::size_t at = slot_of(head, hash, word);
  return tags_[at] == 0 ? char16_t{0} : slots_[at].symbol;
}

char16_t WordTable::find(std::string_view word) const {
  return find(head_of(word), word);
}

char16_t WordTable::find_in_text(std::string_view word) const {
  if constexpr (std::endian::native == std::endian::little) {
    if (word.empty()) return 0;
    std::uint64_t head = load<std::uint64_t>(word.data());
    // No branch on the size of a word, which cannot be foretold.
    const std::size_t bits = 8 * std::min(word.size(), kHead);
    head &= ~std::uint64_t{0} >> (64 - bits);
    return find(head, word);
  }
  return find(word);
}

void WordTable::add(std::string_view word, char16_t symbol) {
  assert(symbol != 0 && !word.empty() && word.size() <= 0xFFFF);
  if (4 * (size_ + 1) > 3 * slots_.size()) grow();
  const std::uint64_t head = head_of(word);
  const std::uint64_t hash = hash_of(head, word.size(), word.data());
  const std::size_t at = slot_of(head, hash, word);
  if (tags_[at] != 0) return;
  tags_[at] = tag_of(hash);
  slots_[at] = {head, static_cast<std::uint32_t>(long_words_.size()),
                static_cast<std::uint16_t>(word.size()), symbol};
  if (word.size() > kHead) long_words_ += word;
  ++size_;
}

void WordTable::grow() {
  const std::vector<Slot> old = std::move(slots_);
  const std::vector<std::uint8_t> old_tags = std::move(tags_);
  slots_.assign(std::max(kFewestSlots, 2 * old.size()), Slot{});
  tags_.assign(slots_.size(), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < old.size(); ++i) {
    if (old_tags[i] == 0) continue;
    const char* const word = long_words_.data() + old[i].begin;
    std::size_t at = hash_of(old[i].head, old[i].size, word) & mask;
    while (tags_[at] != 0) at = (at + 1) & mask;
    slots_[at] = old[i];
    tags_[at] = old_tags[i];
  }
}

}  // namespace quoin
