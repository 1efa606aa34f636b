// SPDX-License-Identifier: Apache-2.0
// Speech that is printed without quotation marks, told by its layout.
//
//   KIM: Nobody asked me.               a transcript: labels in capitals
//   Ruiz wrote:                         a block quotation: indented, after
//       The harbour belongs to all.     a colon
//   — No, dijo Vega. — Nunca más.       dialogue dashes (dialogue.h)
//   A: No.                              answers in an interview (interview.h)
//   Nine! — Ferries (@norvik) May 3     posts after a colon (posts.h)

#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include <quoin/base/span.h>
#include <quoin/quote/conventions.h>
#include <quoin/quote/quotation.h>
#include <quoin/text/document.h>

namespace quoin {

struct UnmarkedSpeech {
  TextSpan span;         // inside one paragraph
  bool goes_on = false;  // another segment of the one before
};

// In order, none overlapping another. `double_marks` is how many the document has: dashes open
// dialogue only where marks do not.
std::vector<UnmarkedSpeech> find_unmarked(std::string_view text,
                                          std::span<const TextSpan> paragraphs,
                                          const MarkConventions& marks,
                                          std::size_t double_marks);

// Puts `speech` between `marked`, both in order. Marks say more than layout:
// speech that lies in a quotation, cuts into one or begins with one is left
// out; quotations that lie in speech are nested in it.
std::vector<Quotation> merge_unmarked(std::vector<Quotation> marked,
                                      std::span<const UnmarkedSpeech> speech,
                                      const Document& document);

}  // namespace quoin
