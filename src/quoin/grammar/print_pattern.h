// SPDX-License-Identifier: Apache-2.0
// Patterns as the author would write them: for `quoin grammar show`, for the
// mutation check and for tests of the parser.
//
//   to_string(pattern)   QUOTE ,? CUE:say SPEAKER:person

#pragma once

#include <string>

#include <quoin/grammar/syntax.h>

namespace quoin {

// What parse_pattern reads as the same tree.
std::string to_string(const Pattern& pattern);
std::string to_string(const Item& item);

// "?", "{2,4}?" or nothing; PCRE2 writes repeats the same way.
std::string repeats_text(const Item& item);

}  // namespace quoin
