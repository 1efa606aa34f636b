// SPDX-License-Identifier: Apache-2.0
// Which texts stand inside which others, up to a few word edits: all pairs,
// none missed, without comparing each with each.
//
// t edits cannot break t+1 disjoint runs of words, so a text that holds `part`
// with at most t edits holds one of any t+1 disjoint runs of it unharmed. An
// index gives the texts that hold a run; the rarest runs are looked up; the
// infix distance decides. Exact, not sampled.
//
//   find_contained(texts, texts, {.edits_per_word = 0.2},
//                  [&](const ContainedPair& pair) { ... });

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace quoin {

// Texts as word ids, one after the other.
class WordTexts {
 public:
  void add(std::span<const std::uint32_t> words) {
    words_.insert(words_.end(), words.begin(), words.end());
    begin_.push_back(words_.size());
    for (const std::uint32_t word : words) {
      if (word >= vocabulary_) vocabulary_ = std::size_t{word} + 1;
    }
  }
  std::size_t size() const { return begin_.size() - 1; }
  std::span<const std::uint32_t> operator[](std::size_t i) const {
    return std::span<const std::uint32_t>(words_).subspan(
        begin_[i], begin_[i + 1] - begin_[i]);
  }
  std::size_t vocabulary() const { return vocabulary_; }  // ids are below it
  std::size_t word_count() const { return words_.size(); }
  void reserve(std::size_t texts, std::size_t words) {
    begin_.reserve(texts + 1);
    words_.reserve(words);
  }

 private:
  std::vector<std::uint32_t> words_;
  std::vector<std::size_t> begin_ = {0};
  std::size_t vocabulary_ = 0;
};

struct ContainedPair {
  std::uint32_t part = 0;   // index into parts
  std::uint32_t whole = 0;  // index into wholes
  std::uint32_t distance = 0;
  std::uint32_t end = 0;  // of the place, in words of the whole
};

struct ContainOptions {
  double edits_per_word = 0.25;  // of the part; at most 0.5
  // Pairs (i, j) of one list: the part is the shorter, in a tie the later, and
  // each pair is given once.
  bool same_list = false;
};

// How many edits a part of so many words may have: none below five words,
// where an edit is another phrase.
std::size_t edits_allowed(std::size_t words, double edits_per_word);

// Calls `found` for every pair with infix distance within what is allowed, by
// part, then whole.
void find_contained(const WordTexts& parts, const WordTexts& wholes,
                    const ContainOptions& options,
                    const std::function<void(const ContainedPair&)>& found);

}  // namespace quoin
