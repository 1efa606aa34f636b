// SPDX-License-Identifier: Apache-2.0
// Two fragments in marks with words of the printer's own between them.
//
// Internal to grade/. Said: "we are hunting down the last terrorists in the
// tunnels"; printed: they were “hunting down” remaining fighters “in the
// tunnels”. Each fragment is a faithful excerpt; the pair hides a word. Words
// that report (he said) between two halves replace nothing.

#pragma once

#include <optional>
#include <string_view>

#include <quoin/attribute/attribution.h>
#include <quoin/base/span.h>
#include <quoin/text/fold_tables.h>

namespace quoin {

// A quotation of an article, or a paragraph of one.
struct Fragment {
  std::size_t quotation = 0;
  TextSpan span;
};

// The words between the two, when they stand in one sentence and for other
// words of `gap`: what the fuller text has between the fragments.
// Requires: `first` ends before `second` begins.
std::optional<TextSpan> find_selective_unquoting(const Article& article,
                                                 Fragment first,
                                                 Fragment second,
                                                 std::string_view gap,
                                                 const FoldTables& folds);

}  // namespace quoin
