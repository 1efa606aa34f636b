// SPDX-License-Identifier: Apache-2.0
// The typographic fold: what two printings of the same words may differ in
// without any editor having decided anything.
//
// Kinds of marks, apostrophes, dashes and the spaces around them, ellipses,
// spaces and invisible characters, line wraps, composed letters and ligatures
// become one form each. The fold is a pure function and is applied to the
// spans being compared, never to a document. The convention fold, which needs
// a language's tables, is fold_words in text/units.h.
//
//   fold_typography("don\u2019t wait . . . now").text   // "don't wait\u2026now"

#pragma once

#include <string>
#include <string_view>

#include <quoin/text/offset_map.h>

namespace quoin {

struct FoldedText {
  std::string text;
  OffsetMap map;
};

// Requires: valid UTF-8. Promises: idempotent; two texts with equal folds
// differ only typographically.
//
//   double marks -> "    single marks, apostrophes -> '
//   dashes and the spaces around them -> U+2014, two hyphens too; a hyphen
//     with a space on both sides is a dash, between letters or digits it stays
//   ellipses, also after a full stop, and the spaces around them -> U+2026
//   spaces, line ends: one space between words, none at the ends
//   a hyphen at the end of a line, between small letters, goes with the break
//   zero-width characters and soft hyphens go; NFC; presentation ligatures
FoldedText fold_typography(std::string_view text);

}  // namespace quoin
