// SPDX-License-Identifier: Apache-2.0
#include <quoin/attribute/name_words.h>

#include <algorithm>
#include <functional>

namespace quoin {
namespace {

constexpr std::size_t kFewestSlots = 128;

}  // namespace

// The slot of the word, or the free one where it would go.
std::size_t NameWords::slot_of(std::string_view word, std::size_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const WordNumber number = slots_[at];
    if (number == kNoWord) return at;
    if (hashes_[number] == hash && words_[number] == word) return at;
  }
}

WordNumber NameWords::add(std::string_view word) {
  if (2 * (words_.size() + 1) > slots_.size()) grow();
  const std::size_t hash = std::hash<std::string_view>{}(word);
  WordNumber& slot = slots_[slot_of(word, hash)];
  if (slot == kNoWord) {
    slot = static_cast<WordNumber>(words_.size());
    words_.push_back(word);
    hashes_.push_back(hash);
  }
  return slot;
}

WordNumber NameWords::find(std::string_view word) const {
  if (slots_.empty()) return kNoWord;
  return slots_[slot_of(word, std::hash<std::string_view>{}(word))];
}

void NameWords::grow() {
  slots_.assign(std::max(kFewestSlots, 2 * slots_.size()), kNoWord);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t number = 0; number < words_.size(); ++number) {
    std::size_t at = hashes_[number] & mask;
    while (slots_[at] != kNoWord) at = (at + 1) & mask;
    slots_[at] = static_cast<WordNumber>(number);
  }
}

void EntityLists::append(WordNumber word, int entity) {
  if (chains_.size() <= word) chains_.resize(word + std::size_t{1});
  Chain& chain = chains_[word];
  const auto link = static_cast<std::uint32_t>(links_.size());
  links_.push_back({entity, kEnd});
  if (chain.size == 0) {
    chain.first = link;
  } else {
    links_[chain.last].next = link;
  }
  chain.last = link;
  ++chain.size;
}

EntityLists::List EntityLists::of(WordNumber word) const {
  const Chain chain = word < chains_.size() ? chains_[word] : Chain{};
  return {{links_, chain.first}, chain.size, {links_, kEnd}};
}

}  // namespace quoin
