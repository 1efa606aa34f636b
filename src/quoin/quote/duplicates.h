// SPDX-License-Identifier: Apache-2.0
// Pull quotes: a quotation that stands by itself and repeats one that the
// article has anyway, or a part of it.
//
//   “We have a very wet map, and it is ours,” Land said.
//   …
//   “We have a very wet map” — Ivo Land    flagged as a duplicate

#pragma once

#include <span>
#include <string_view>
#include <vector>

#include <quoin/base/span.h>
#include <quoin/quote/quotation.h>

namespace quoin {

// Sets kDuplicate on quotations that stand alone in their paragraph, but for a
// name or so behind them, and repeat
//   - all the letters and digits of another one that does not stand alone, or
//     of an earlier one that does; or
//   - some words of a longer one, in order: “A … C” repeats “A B C D”.
// Short ones are left alone: “No” is said more than once. Linear in the text.
void flag_duplicates(std::string_view text,
                     std::span<const TextSpan> paragraphs,
                     std::vector<Quotation>& quotations);

}  // namespace quoin
