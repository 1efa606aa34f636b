// SPDX-License-Identifier: Apache-2.0
// Which marks open, close and nest in a language, and what is an apostrophe.

#pragma once

#include <quoin/base/result.h>
#include <quoin/text/lexicon.h>

namespace quoin {

struct MarkConventions {};

// Reads the lists and pairs documented in docs/grammar.md, "Marks".
Result<MarkConventions> compile_marks(const Lexicon& lexicon);

}  // namespace quoin
