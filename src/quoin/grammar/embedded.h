// SPDX-License-Identifier: Apache-2.0
// The grammar files of grammars/ as they were when the library was built.
//
// The build compiles them in (src/cmake/embed_grammars.cmake), so that one
// copied binary works without its data folder:
//
//   for (const EmbeddedFile& file : embedded_grammars()) ...
//   // {"en/attribution.grammar", "grammar en 1\n..."}

#pragma once

#include <span>
#include <string_view>

namespace quoin {

struct EmbeddedFile {
  std::string_view path;  // below grammars/, with '/': "en/marks.grammar"
  std::string_view text;
};

// All of them, sorted by path. Valid for the life of the program.
std::span<const EmbeddedFile> embedded_grammars();

}  // namespace quoin
