// SPDX-License-Identifier: Apache-2.0
// The examples of a grammar, executed.
//
// An example marks what its rule must find (labels.h), and must be won by that
// rule over the whole grammar, so that a rule shadowed by another is found:
//
//   example  "We leave at dawn," [CUE said] [SPEAKER Jane Doe].

#pragma once

#include <cstddef>
#include <vector>

#include <quoin/base/diagnostic.h>
#include <quoin/grammar/grammar.h>

namespace quoin {

struct ExampleReport {
  std::vector<Diagnostic> problems;  // by file and position
  // Two rules of one priority that read an example differently: which wins
  // hangs on how much they match, and changes unnoticed.
  std::vector<Diagnostic> warnings;
  std::size_t examples = 0;  // executed, `never` lines included
};

// Runs every example and every `never` of the grammar.
ExampleReport check_examples(const Grammar& grammar);

}  // namespace quoin
