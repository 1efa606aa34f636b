// SPDX-License-Identifier: Apache-2.0
// The words of a document's names as numbers, and lists by them.
//
// A document repeats its names on every line. Each word is looked up once, as
// it is met, and everything known by it is found by its number from then on.
//
//   NameWords words;
//   const WordNumber ruiz = words.add("Ruiz");
//   EntityLists by_last;
//   by_last.append(ruiz, 7);
//   for (const int entity : by_last.of(words.find("Ruiz"))) ...   // 7

#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace quoin {

using WordNumber = std::uint32_t;
inline constexpr WordNumber kNoWord = std::numeric_limits<WordNumber>::max();

class NameWords {
 public:
  // Its number: the one it has, or the next. Requires: it outlives this.
  WordNumber add(std::string_view word);
  // kNoWord for one that was not added.
  WordNumber find(std::string_view word) const;

  std::size_t size() const { return words_.size(); }

 private:
  std::size_t slot_of(std::string_view word, std::size_t hash) const;
  void grow();

  std::vector<std::string_view> words_;  // by number
  std::vector<std::size_t> hashes_;      // by number
  std::vector<WordNumber> slots_;        // a power of two, half taken at most
};

// For each word a list of entities, in the order in which they came.
class EntityLists {
  static constexpr std::uint32_t kEnd = 0xFFFFFFFF;
  struct Link {
    int entity;
    std::uint32_t next;
  };

 public:
  class Iterator {
   public:
    Iterator(const std::vector<Link>& links, std::uint32_t at)
        : links_(&links), at_(at) {}
    int operator*() const { return (*links_)[at_].entity; }
    Iterator& operator++() {
      at_ = (*links_)[at_].next;
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    const std::vector<Link>* links_;
    std::uint32_t at_;
  };
  struct List {
    Iterator begin_at;
    std::size_t size;
    Iterator end_at;

    Iterator begin() const { return begin_at; }
    Iterator end() const { return end_at; }
    bool empty() const { return size == 0; }
  };

  void append(WordNumber word, int entity);
  // Empty for a word that nothing was appended to, and for kNoWord.
  List of(WordNumber word) const;

 private:
  struct Chain {
    std::uint32_t first = kEnd;
    std::uint32_t last = kEnd;
    std::uint32_t size = 0;
  };
  std::vector<Chain> chains_;  // by word
  std::vector<Link> links_;
};

}  // namespace quoin
