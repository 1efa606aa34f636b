// SPDX-License-Identifier: Apache-2.0
// One of the two texts of a grading, prepared: its units as numbers, its
// punctuation by slot, and its protected phrases.
//
// Internal to grade/. Joined words are made alike here (work force, workforce)
// and so are masked ones (f***), because that needs both texts.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/grade/tables.h>
#include <quoin/text/units.h>

namespace quoin {

// A phrase of a protected class: units [first, last].
struct ProtectedHit {
  std::size_t first = 0;
  std::size_t last = 0;
  Protected which = Protected::kNegation;
  std::string value;
  bool only_swapped = false;
};

struct Side {
  std::string_view text;  // as printed
  FoldedWords words;
  std::vector<std::uint32_t> ids;       // per unit: equal for equal keys
  std::vector<std::size_t> slot_begin;  // per slot: index into words.puncts
  std::vector<ProtectedHit> hits;
  bool mostly_capitals = false;  // a headline: capitals name nothing

  std::size_t size() const { return words.units.size(); }
  const Unit& unit(std::size_t i) const { return words.units[i]; }
  std::span<const Punct> slot(std::size_t i) const {
    return std::span<const Punct>(words.puncts)
        .subspan(slot_begin[i], slot_begin[i + 1] - slot_begin[i]);
  }
  bool slot_has(std::size_t i, char kind) const;
  // Does a sentence end just before unit i? Also true at both ends.
  bool sentence_begins(std::size_t i) const;
};

struct Sides {
  Side reference;
  Side printed;
};

Sides prepare_sides(std::string_view reference, std::string_view printed,
                    const GradeTables& tables);

}  // namespace quoin
