// SPDX-License-Identifier: Apache-2.0
// From the text of a `.grammar` file to its tree.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/diagnostic.h>
#include <quoin/grammar/syntax.h>

namespace quoin {

// Every error of the file in one run: appended to `problems` by position, with
// the line to show. What could be read is returned all the same, so that names
// defined in a file with an error elsewhere are still known to the others.
GrammarFile parse_grammar(std::string path, std::string_view text,
                          std::vector<Diagnostic>& problems);

// A diagnostic about a place of a file, with the line it stands on.
Diagnostic diagnose(const GrammarFile& file, const Place& place,
                    std::string message, std::string hint = "");

}  // namespace quoin
