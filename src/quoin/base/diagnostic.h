// SPDX-License-Identifier: Apache-2.0
// What went wrong with an input, where, and what to do about it.
//
// The library never prints: it returns these, and `cli/` alone talks. Messages
// are in the author's words: lower case, no full stop, names in '...', and say
// what was expected.
//
//   stories/a.jsonl:12:3: error: 'text' is missing
//       hint: each line needs "id" and "text"

#pragma once

#include <cstddef>
#include <string>

namespace quoin {

enum class Severity { kWarning, kError };

struct Diagnostic {
  Severity severity = Severity::kError;
  std::string file;        // as the user named it; empty when there is none
  std::size_t line = 0;    // counted from 1; 0 when the whole file is meant
  std::size_t column = 0;  // code points from 1; 0 when the whole line is meant
  std::size_t width = 0;   // code points to underline; 0 for none
  std::string message;
  std::string hint;         // advice; may be empty
  std::string source_line;  // the line to show with a caret; may be empty
};

// "file:line:column: error: message", one line, with neither hint nor caret.
std::string to_string(const Diagnostic& diagnostic);

// The same with the source line, a caret padded by display width (UAX #11
// widths, or carets drift under Japanese), and the hint. Ends without newline.
std::string render(const Diagnostic& diagnostic);

}  // namespace quoin
