// SPDX-License-Identifier: Apache-2.0
// What search looks through and for: words, whatever marks, dashes, capitals
// and accents they were printed with.
//
// Internal to ledger/. SQLite's tokenizer folds case and diacritics and drops
// all marks; the rest of typography (ligatures, soft hyphens, words cut at the
// end of a line) is folded here, by the fold that grading uses.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoin {

// The folded words where the tokenizer would not see the same in the words as
// printed; nothing for most quotations.
std::optional<std::string> folded_for_search(std::string_view words);

// A phrase as an FTS5 string: whatever it holds, it is a phrase and no query
// language. A star at its very end stands for the rest of its last word.
// Nothing when it holds no word.
std::optional<std::string> phrase_query(std::string_view phrase);

// The words of a text as search sees them, in order, case and accents kept.
std::vector<std::string> search_words(std::string_view text);

}  // namespace quoin
