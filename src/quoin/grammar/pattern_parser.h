// SPDX-License-Identifier: Apache-2.0
// The right-hand side of a shape or a rule, from text to tree.
//
//   pattern  = sequence { "|" sequence }
//   sequence = item { item }
//   item     = atom [ "?" | "{" n [ "," m ] "}" [ "?" ] ] [ "except" atom ]
//            | "not" atom
//   atom     = "QUOTE" { ":" quality } | SLOT ":" atom | name
//            | '"' text '"' | "/" regex "/" | mark | "(" pattern ")"

#pragma once

#include <optional>
#include <string>

#include <quoin/base/diagnostic.h>
#include <quoin/grammar/line_reader.h>
#include <quoin/grammar/syntax.h>

namespace quoin {

// What stopped the parser: one error, where it stood.
struct PatternError {
  Place place;
  std::string message;
  std::string hint;
};

// Reads a pattern from the reader to the end of its line.
std::optional<PatternError> parse_pattern(LineReader& reader,
                                          Pattern& pattern);

}  // namespace quoin
