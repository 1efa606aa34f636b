// SPDX-License-Identifier: Apache-2.0
// Web archives: WARC 0.17 to 1.1, one document for each page in them.
//
// Taken are responses with a status of success, resources, and conversions
// (the plain texts of WET files), when they hold a page or a text. Requests,
// metadata, pictures and the like are passed over. url is the record's target,
// id its own id; the page itself says the rest.
//
// What is damaged or cut off is one error with its place, and every record that
// is whole is read: the next one is looked for.

#pragma once

#include <memory>
#include <string>

#include <quoin/read/input.h>
#include <quoin/read/read.h>

namespace quoin {

// Requires: detect_format says kWarc.
std::unique_ptr<DocumentReader> read_warc(Input input,
                                          const ReadOptions& options);

}  // namespace quoin
