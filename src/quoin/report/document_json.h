// SPDX-License-Identifier: Apache-2.0
// Documents as they were read: for `quoin read`, and to be read again
// (read/jsonl.h). docs/read.md describes every key.

#pragma once

#include <string>

#include <quoin/text/document.h>

namespace quoin {

// One line of JSON. Where markup told what is headline, body and furniture,
// "blocks" says where each ends, in code points of the text.
void append_document_json(const Document& document, std::string& out);

// For people: what is known of it, then the text, each line of it that is no
// body marked with what it is.
void append_document_text(const Document& document, std::string& out);

}  // namespace quoin
