// SPDX-License-Identifier: Apache-2.0
// Subtitles, SRT and WebVTT: what was said, as running text.
//
//   1
//   00:00:01,000 --> 00:00:03,000
//   We leave
//
//   2                                    ->   We leave at dawn.
//   00:00:03,100 --> 00:00:05,000
//   at <i>dawn</i>.
//
// Captions are broken for the screen, so they are joined, and a paragraph ends
// where the speaker changes (<v Jane Doe>, "JANE DOE:", ">>", "- ") or after a
// silence. A line that rolling captions show twice is read once. Numbers, times,
// notes and styles go.

#pragma once

#include <string_view>

#include <quoin/text/document.h>

namespace quoin {

// Sets text, source and blocks. A speaker that a <v> names is written "Jane
// Doe: " where his paragraph begins. `raw` is valid UTF-8.
void read_subtitles(std::string_view raw, Document& document);

}  // namespace quoin
