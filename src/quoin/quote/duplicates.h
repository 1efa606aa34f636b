// SPDX-License-Identifier: Apache-2.0
// Pull quotes: a quotation that fills its paragraph and repeats one that the
// article has anyway.
//
//   “We have a very wet map,” Land said.
//   …
//   “We have a very wet map”              flagged as a duplicate

#pragma once

#include <span>
#include <string_view>
#include <vector>

#include <quoin/base/span.h>
#include <quoin/quote/quotation.h>

namespace quoin {

// Sets kDuplicate on quotations that stand alone in their paragraph and have
// the letters and digits of another one that does not, or of an earlier one
// that does. Short ones are left alone: “No” is said more than once.
void flag_duplicates(std::string_view text,
                     std::span<const TextSpan> paragraphs,
                     std::vector<Quotation>& quotations);

}  // namespace quoin
