// SPDX-License-Identifier: Apache-2.0
// Transcripts with the time in them, read without it.
//
//   [00:01:20] JANE DOE: We leave       JANE DOE: We leave
//   at dawn, [00:01:24] she wrote.  ->  at dawn, she wrote.
//   00:01:31 BO LI: Why?                BO LI: Why?
//
// A quotation of "we leave at dawn, she wrote" stands there word for word, and
// the time stands in its way. What a person would type looks different: times
// that rise from line to line, in a third of the lines or more.

#pragma once

#include <string_view>

#include <quoin/text/document.h>

namespace quoin {

// Sets text and source when `raw` is such a transcript; else changes nothing
// and is false. `raw` is valid UTF-8. Linear.
bool read_time_stamps(std::string_view raw, Document& document);

}  // namespace quoin
