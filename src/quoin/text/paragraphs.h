// SPDX-License-Identifier: Apache-2.0
// Where the paragraphs of a text are.
//
// Texts come with blank lines between paragraphs, with one paragraph a line,
// or with hard-wrapped lines (plain-text mail, old wire copy). Which of them a
// document is, is decided from its shape: when lines break where the next word
// would not have fitted, the breaks are the typist's and not the author's.
//
//   for (TextSpan paragraph : find_paragraphs(document.text)) ...

#pragma once

#include <string_view>
#include <vector>

#include <quoin/base/span.h>

namespace quoin {

// Every paragraph that is not blank, in order. A paragraph has no line break
// at its end; hard-wrapped ones have them inside. White space at the start of
// its first line belongs to it, so that indentation can be seen. Linear.
std::vector<TextSpan> find_paragraphs(std::string_view text);

// True when the lines of `text` are hard-wrapped.
bool is_hard_wrapped(std::string_view text);

}  // namespace quoin
