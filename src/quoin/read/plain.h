// SPDX-License-Identifier: Apache-2.0
// Plain text: one document, the text and nothing else.

#pragma once

#include <string>

#include <quoin/base/result.h>
#include <quoin/read/input.h>
#include <quoin/read/read.h>
#include <quoin/text/document.h>

namespace quoin {

Result<Document> read_plain(Input input, const ReadOptions& options);

// Makes `bytes` the text of `document`. What was damaged is replaced by U+FFFD
// and said in document.flags: "repaired-utf8", "replaced-characters".
void set_text(Document& document, std::string bytes);

// "articles/a.txt" -> "a.txt"
std::string file_name(const std::string& path);

}  // namespace quoin
