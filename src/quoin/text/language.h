// SPDX-License-Identifier: Apache-2.0
// Which language a text is in, where nobody declared it.
//
//   document.lang                     "de-CH", declared: that counts
//   detect_language(document.text)    "de", or nothing
//   language_fallbacks("nb-NO")       nb-NO, nb, no
//
// The grammar of a document, and with it what its marks mean, hangs on its
// language. A wrong guess is worse than none, so what cannot be told for sure
// is not guessed: short texts, lists of names, mixtures of languages.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoin {

// The language of most of `text` as a BCP 47 tag without regions, or nothing
// when it cannot be told. Reads at most 64 KB, and judges at most 1.5 KB of
// them: the first lines that are long enough to be sentences, since menus and
// bylines are of no language. Requires: valid UTF-8.
std::optional<std::string> detect_language(std::string_view text);

// The tags under which something that exists for a language may be kept, the
// best first: the tag itself, without its regions, and what it is a part of.
std::vector<std::string> language_fallbacks(std::string_view tag);

}  // namespace quoin
