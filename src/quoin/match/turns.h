// SPDX-License-Identifier: Apache-2.0
// Who has the word in a transcript: lines that begin with a label.
//
//   MS. KIM: We will mend the wall.
//   It will take a year.
//   MR. LEE: And the bridge?
//
// A label is in capitals, or comes again in the document, so that "Note:" and
// "Subject:" are none. The turn lasts until the next label.

#pragma once

#include <string_view>
#include <vector>

#include <quoin/base/span.h>

namespace quoin {

struct Turn {
  TextSpan label;  // without the colon
  TextSpan words;  // from behind the colon to the next label
};

// In order. Linear but for equal labels. Requires: valid UTF-8.
std::vector<Turn> find_turns(std::string_view text);

}  // namespace quoin
