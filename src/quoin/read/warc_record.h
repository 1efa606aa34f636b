// SPDX-License-Identifier: Apache-2.0
// From a record of an archive to a document.

#pragma once

#include <optional>
#include <string>

#include <quoin/base/result.h>
#include <quoin/read/read.h>
#include <quoin/read/warc_scanner.h>
#include <quoin/text/document.h>

namespace quoin {

// Nothing when the record holds no page and no text: a picture, a redirection,
// an error of the server. `file` is for messages.
std::optional<Result<Document>> read_record(WarcRecord record,
                                            const std::string& file,
                                            const ReadOptions& options);

}  // namespace quoin
