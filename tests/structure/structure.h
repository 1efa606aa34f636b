// SPDX-License-Identifier: Apache-2.0
// What docs/conventions.md says of every file, as far as a program can see it.
//
// Pure functions from a path and a text to what is wrong with it, so that the
// guard itself can be tested with files that do not exist:
//
//   check_includes("src/quoin/text/fold.cc", "#include <quoin/grade/grade.h>")
//   // {"1: text/ may not know grade/, which comes after it"}

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quoin::structure {

// Dependencies that point back, third-party headers that are public, unknown
// or away from home, a .cc file whose own header is not its first include (by
// that each header is proved to compile alone).
std::vector<std::string> check_includes(std::string_view path,
                                        std::string_view text,
                                        bool has_own_header);

// The licence line, and the size.
std::vector<std::string> check_form(std::string_view path,
                                    std::string_view text);

// The files and folders that a page of Markdown names: in links, as given, and
// in `code`, where they look like paths of this repository. Links to the web
// and to places within the page are left out.
struct NamedPaths {
  std::vector<std::string> links;  // relative to the page
  std::vector<std::string> codes;  // below the root, or below src/quoin
};
NamedPaths named_paths(std::string_view markdown);

}  // namespace quoin::structure
