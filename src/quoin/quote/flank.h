// SPDX-License-Identifier: Apache-2.0
// What stands beside a mark, and what that says about the mark.
//
// A mark after a space and before a letter opens; after a comma and before a
// space it closes. Most marks of a text are decided by their two neighbours,
// which is why the neighbours are classed once, when the mark is found.

#pragma once

#include <cstddef>
#include <cstdint>

namespace quoin {

enum class Flank : std::uint8_t {
  kEdge,      // the paragraph begins or ends here
  kSpace,
  kLetter,    // of any script; also symbols that behave like one
  kDigit,
  kStop,      // , . ; ! ? ) ] and their like: stand at the end of words
  kColon,
  kEllipsis,
  kOpening,   // ( [ ¿ $ #: stand at the beginning of words
  kDash,      // – — / : stand between
};

Flank flank_of(char32_t point);

// From -4 (plainly closes) to 4 (plainly opens).
int opening_score(Flank left, Flank right);

}  // namespace quoin
