// SPDX-License-Identifier: Apache-2.0
// How many word edits it takes to find one text inside another.
//
// Myers' bit-parallel distance over word ids, with both ends of the longer
// text free (Hyyrö 2003): 64 words of the pattern a step.
//
//   InfixPattern pattern(vocabulary_size);
//   pattern.set(part);
//   pattern.find(whole, 3)   // the best place with at most three edits

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace quoin {

struct InfixPlace {
  std::size_t distance = 0;
  std::size_t end = 0;  // one past the last word of the place
};

class InfixPattern {
 public:
  // Requires: all ids of patterns and texts are below `vocabulary`.
  explicit InfixPattern(std::size_t vocabulary);

  // Replaces the pattern. Requires: not empty.
  void set(std::span<const std::uint32_t> pattern);

  // The first place with the fewest edits, if they are at most `most`.
  std::optional<InfixPlace> find(std::span<const std::uint32_t> text,
                                 std::size_t most);
  // The first place with at most so many.
  std::optional<InfixPlace> find_first(std::span<const std::uint32_t> text,
                                       std::size_t most);

 private:
  // A place with `enough` edits ends the search.
  std::optional<InfixPlace> find_short(std::span<const std::uint32_t> text,
                                       std::size_t most,
                                       std::size_t enough) const;
  std::optional<InfixPlace> find_long(std::span<const std::uint32_t> text,
                                      std::size_t most, std::size_t enough);

  std::vector<std::uint32_t> row_of_;  // word -> row of masks_, 0: none
  std::vector<std::uint32_t> pattern_;
  std::size_t blocks_ = 0;
  std::vector<std::uint64_t> masks_;  // rows of blocks_ words; row 0 is zero
  std::vector<std::uint64_t> plus_;
  std::vector<std::uint64_t> minus_;
};

}  // namespace quoin
