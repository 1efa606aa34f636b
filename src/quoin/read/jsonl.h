// SPDX-License-Identifier: Apache-2.0
// JSON Lines: one document a line.
//
//   {"id": "a1", "text": "…", "outlet": "…", "title": "…", "url": "…",
//    "published": "…", "lang": "en", "wire": "…"}
//
// "text" is required; "modified", "byline", "flags" and "blocks" are as `quoin
// read` writes them; a line without "id" is called after its file and line;
// other keys are ignored. Blank lines and a byte order mark are skipped.

#pragma once

#include <memory>

#include <quoin/read/input.h>
#include <quoin/read/read.h>

namespace quoin {

// A bad line is one error with its line and column; the next call goes on
// behind it. Memory is that of the longest line, at most options.max_size.
std::unique_ptr<DocumentReader> read_json_lines(Input input,
                                                const ReadOptions& options);

}  // namespace quoin
