// SPDX-License-Identifier: Apache-2.0
// Where runs of words stand: an index that is filled, sorted and then asked.
//
// Internal to match/. One flat array in order of the runs' hashes: no memory a
// run, and what is looked up lies together. Hashes of 64 bits stand for their
// runs; who needs to be sure compares the words.
//
//   RunTable table;
//   table.add(hash_run(words, 8), text, place);
//   table.sort();
//   for (const RunPlace& place : table.find(hash_run(other, 8))) ...

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace quoin {

inline std::uint64_t hash_run(const std::uint32_t* words, std::size_t size) {
  std::uint64_t hash = 0x9E3779B97F4A7C15u * (size + 1);
  for (std::size_t i = 0; i < size; ++i) {
    hash = (hash ^ words[i]) * 0xD6E8FEB86659FD93u;
    hash ^= hash >> 32;
  }
  return hash;
}

struct RunPlace {
  std::uint64_t run = 0;
  std::uint32_t text = 0;
  std::uint32_t at = 0;
};

class RunTable {
 public:
  void add(std::uint64_t run, std::size_t text, std::size_t at) {
    places_.push_back({run, static_cast<std::uint32_t>(text),
                       static_cast<std::uint32_t>(at)});
  }
  // Once, when all are added. Linear.
  void sort();
  // The places of a run, by text, then place. Requires: sorted.
  std::span<const RunPlace> find(std::uint64_t run) const;

 private:
  std::size_t bucket(std::uint64_t run) const {
    return static_cast<std::size_t>(run >> (64 - bits_));
  }

  std::vector<RunPlace> places_;
  std::vector<std::uint32_t> begin_;  // per bucket, and one past the last
  unsigned bits_ = 1;
};

}  // namespace quoin
