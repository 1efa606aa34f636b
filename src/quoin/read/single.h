// SPDX-License-Identifier: Apache-2.0
// Files that are one document, whatever their format.

#pragma once

#include <quoin/base/result.h>
#include <quoin/read/format.h>
#include <quoin/read/input.h>
#include <quoin/read/read.h>
#include <quoin/text/document.h>

namespace quoin {

// Requires: is_single_document(format).
Result<Document> read_single(Input input, Format format,
                             const ReadOptions& options);

}  // namespace quoin
