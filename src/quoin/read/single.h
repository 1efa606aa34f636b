// SPDX-License-Identifier: Apache-2.0
// What is one document, whatever its format.

#pragma once

#include <string>
#include <string_view>

#include <quoin/base/result.h>
#include <quoin/read/format.h>
#include <quoin/read/input.h>
#include <quoin/read/read.h>
#include <quoin/text/document.h>

namespace quoin {

// Requires: is_single_document(format).
Result<Document> read_single(Input input, Format format,
                             const ReadOptions& options);

// The same of bytes that are there. `name` is for messages, and the id unless
// options.id is set; `charset` is what an HTTP header said, or empty.
Result<Document> read_single_bytes(std::string bytes, const std::string& name,
                                   Format format, std::string_view charset,
                                   const ReadOptions& options);

}  // namespace quoin
