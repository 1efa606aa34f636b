// SPDX-License-Identifier: Apache-2.0
// Quotations as a string that a reader can check: braces around each
// quotation, every segment of one on its own, flags behind the last.
//
//   “{She yelled ‘{Stop!}’ and I stopped,}” Ng said.
//   “{It took nine months.\n\n“{Nobody thanked us.}   unclosed, 2 segments: <

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <quoin/quote/conventions.h>
#include <quoin/quote/quotation.h>
#include <quoin/text/document.h>

namespace quoin {

// The marks of English, as the tests need them: see show.cc.
const MarkConventions& english_marks();

Document document_of(std::string_view text);

// "{" and "}" around quotations of one segment, "<" and ">" around every
// segment of those that have several.
std::string show(const Document& document,
                 const std::vector<Quotation>& quotations);

// The same with the flags behind the closing brace: "}:unclosed,repaired".
std::string show_with_flags(const Document& document,
                            const std::vector<Quotation>& quotations);

}  // namespace quoin
