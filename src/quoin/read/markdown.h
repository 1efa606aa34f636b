// SPDX-License-Identifier: Apache-2.0
// Markdown: the words without the signs around them.
//
// Not a full CommonMark: what decides where words begin and end. Headings,
// lists, quoted blocks and emphasis lose their signs, links keep their words,
// pictures, rules, comments and definitions go, a paragraph is one line. The
// first heading is the headline and code is furniture. Of front matter, title,
// date, author, lang and url are taken.

#pragma once

#include <string_view>

#include <quoin/text/document.h>

namespace quoin {

// Sets text, source and blocks, and what front matter says. `raw` is valid
// UTF-8.
void read_markdown(std::string_view raw, Document& document);

}  // namespace quoin
