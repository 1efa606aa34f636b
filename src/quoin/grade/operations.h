// SPDX-License-Identifier: Apache-2.0
// From classified pieces of two texts to operations on their bytes.
//
// Internal to grade/. A piece is a stretch of both texts that was classified
// as a whole: a word, the slot between two words, a run. Between pieces bytes
// are equal or the pieces say what differs, so the operations are complete.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <quoin/grade/classify.h>
#include <quoin/grade/finding.h>
#include <quoin/grade/side.h>

namespace quoin {

enum class PieceKind : std::uint8_t { kWord, kSlot, kRun, kClip };

struct Piece {
  PieceKind kind = PieceKind::kWord;
  ReferenceSpan reference;
  PrintedSpan printed;
  // The units that stand in it, and so the words beside it.
  std::size_t r0 = 0, r1 = 0, p0 = 0, p1 = 0;
  Difference difference;
};

// Requires: pieces cover both texts without gaps. `swapped`: the second text is
// called A, because the caller gave them in that order.
std::vector<Operation> make_operations(const Side& r, const Side& p,
                                       const std::vector<Piece>& pieces,
                                       GradeMode mode, bool swapped = false);

// "dash_glyph", "nbsp" and the like: how the bytes of two typographically
// equal texts differ.
std::vector<std::string> typographic_flags(std::string_view a,
                                           std::string_view b);

}  // namespace quoin
