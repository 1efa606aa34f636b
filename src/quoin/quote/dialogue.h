// SPDX-License-Identifier: Apache-2.0
// Dialogue in which a dash and no mark says that somebody speaks.
//
//   — Je pars, dit Anna. Et toi ? — Moi aussi.     three pieces of speech
//
// A dash at the start of a paragraph, or after the end of a sentence, opens a
// turn. Speech ends where the teller speaks: in "dit Anna", told by the words
// dialogue-cues, and in a sentence that tells what happened, told by its first
// word (narration-starts) and the ending of a verb soon after it
// (narration-endings). Without those lists a turn ends with its paragraph.

#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include <quoin/base/span.h>
#include <quoin/quote/conventions.h>
#include <quoin/quote/unmarked.h>

namespace quoin {

// Appends the pieces of speech, when the document has dialogue dashes and
// hardly any marks.
void add_dialogue(std::string_view text, std::span<const TextSpan> paragraphs,
                  const MarkConventions& marks, std::size_t double_marks,
                  std::vector<UnmarkedSpeech>& found);

// The pieces of speech in the words between two marks where the teller breaks
// in: « Nous partons, a dit Roy, et vite » in French, «Partiamo – ha detto Riva –
// e presto» in Italian. One that is all of it when nobody does. Requires: the
// language has `inner-breaks`.
std::vector<TextSpan> speech_in_marks(std::string_view text, TextSpan words,
                                      const MarkConventions& marks);

}  // namespace quoin
