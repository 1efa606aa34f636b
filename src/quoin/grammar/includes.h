// SPDX-License-Identifier: Apache-2.0
// What a grammar file takes from others.
//
//   include "names.grammar"    a file, beside this one
//   include "en"               the built-in grammar of a language
//
// An included file counts as standing where it is included: before the rules
// of the file that includes it. Each file is read once, however often it is
// included and whether or not it is also in the folder.

#pragma once

#include <vector>

#include <quoin/base/diagnostic.h>
#include <quoin/grammar/grammar.h>
#include <quoin/grammar/syntax.h>

namespace quoin {

// All files, parsed, in the order in which their rules count. Files that are
// missing or include each other in a circle are problems.
std::vector<GrammarFile> parse_with_includes(
    const std::vector<GrammarText>& texts, std::vector<Diagnostic>& problems);

}  // namespace quoin
