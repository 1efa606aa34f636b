// SPDX-License-Identifier: Apache-2.0
// The examples of a grammar, executed.
//
// An example marks what its rule must find, and must be won by that rule over
// the whole grammar, so that a rule shadowed by another is found:
//
//   example  "We leave at dawn," [CUE said] [SPEAKER Jane Doe].
//
// `¶` in an example begins a new paragraph.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <quoin/base/result.h>
#include <quoin/grammar/grammar.h>
#include <quoin/grammar/syntax.h>
#include <quoin/text/document.h>

namespace quoin {

// An example taken apart: the sentence, and what stands labelled in it.
struct LabelledText {
  std::string text;
  std::vector<std::pair<Slot, TextSpan>> labels;  // by position
};

// “[SLOT text]” with a known slot's name and a space is a label; “[sic]” and
// “[He]” are not. The diagnostic's column is the code point in `example`.
Result<LabelledText> parse_labels(std::string_view example);

// The inverse: what parse_labels reads again. Labels must not overlap.
std::string print_labels(const LabelledText& labelled);

struct ExampleReport {
  std::vector<Diagnostic> problems;  // by file and position
  std::size_t examples = 0;          // executed, `never` lines included
};

// Runs every example and every `never` of the grammar.
ExampleReport check_examples(const Grammar& grammar);

}  // namespace quoin
