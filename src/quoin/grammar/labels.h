// SPDX-License-Identifier: Apache-2.0
// Sentences in which it is marked who says what: the notation of examples, of
// `quoin grammar try` and of bug reports.
//
//   "We leave at dawn," [CUE said] [SPEAKER [ROLE engineer] Jane Doe].
//
// `¶` begins a new paragraph.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/result.h>
#include <quoin/base/span.h>
#include <quoin/grammar/syntax.h>

namespace quoin {

struct Label {
  Slot slot = Slot::kNone;
  TextSpan span;
  // Where its words begin in the labelled sentence, in code points from 1; 0
  // when it was not read from one.
  std::size_t column = 0;
};

// A labelled sentence taken apart.
struct LabelledText {
  std::string text;
  std::vector<Label> labels;  // by position, outer before inner
};

// “[SLOT text]” with a known slot's name and a space is a label; “[sic]” and
// “[He]” are not. The diagnostic's column is the code point in `sentence`.
Result<LabelledText> parse_labels(std::string_view sentence);

// The inverse: what parse_labels reads again, on one line.
// Requires: labels lie apart or one inside another.
std::string print_labels(const LabelledText& labelled);

}  // namespace quoin
