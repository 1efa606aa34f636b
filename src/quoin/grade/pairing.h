// SPDX-License-Identifier: Apache-2.0
// Which words of two prepared texts stand for each other, in order or moved.
//
// Internal to grade/. align.h finds the order; this adds what words are near
// each other, what lies beyond the ends, and what merely stands elsewhere.

#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include <quoin/match/align.h>
#include <quoin/grade/finding.h>
#include <quoin/grade/side.h>
#include <quoin/grade/tables.h>

namespace quoin {

// Unit r of the reference is unit p of the printed text.
struct Match {
  std::size_t r = 0;
  std::size_t p = 0;
};

class Pairing {
 public:
  // Requires: the sides outlive the pairing.
  Pairing(const Side& r, const Side& p, const GradeTables& tables,
          GradeMode mode);

  const std::vector<Match>& matches() const { return matches_; }
  // The reference unit that stands for printed unit j, equal or not.
  std::int32_t partner(std::size_t j) const { return alignment_.partner[j]; }
  bool is_equal(std::size_t j) const { return alignment_.equal[j] != 0; }
  // Forms of one word, two numbers, two modals, two spellings of a name.
  bool is_near(std::size_t i, std::size_t j) const;
  bool is_aligned(std::size_t j) const {
    return is_equal(j) || (partner(j) != Alignment::kNone &&
                           is_near(static_cast<std::size_t>(partner(j)), j));
  }
  bool is_content(const Side& side, std::size_t i) const {
    return !tables_.function_words.contains(side.unit(i).key);
  }
  // A printed word beyond an end of the reference, in symmetric mode.
  bool is_overlap(std::size_t j) const;

  // Less than nine tenths of the printed words are in order, though nine
  // tenths are there.
  bool is_reordered() const { return reordered_; }
  // Per unit of each text: is it in a block that stands elsewhere?
  const std::vector<char>& moved_r() const { return moved_r_; }
  const std::vector<char>& moved_p() const { return moved_p_; }

 private:
  void align();
  void pair_edges();
  void find_moved();
  void mark_blocks(const std::vector<Match>& moves);
  bool is_same_class(std::size_t i, std::size_t j) const;
  std::size_t first_partner() const;
  std::size_t last_partner() const;

  const Side& r_;
  const Side& p_;
  const GradeTables& tables_;
  GradeMode mode_;
  Alignment alignment_;
  std::vector<Match> matches_;
  std::vector<char> moved_r_;
  std::vector<char> moved_p_;
  bool reordered_ = false;
  mutable std::unordered_map<std::uint64_t, bool> near_;
};

}  // namespace quoin
