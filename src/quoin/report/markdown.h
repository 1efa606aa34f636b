// SPDX-License-Identifier: Apache-2.0
// Tables in GitHub's Markdown, for a pull request, an issue or a wiki.
//
// Everything from documents is escaped: no text becomes a heading, a link, a
// row, a mention of somebody, or HTML. What does not fit a comment is counted.

#pragma once

#include <string>
#include <string_view>

#include <quoin/report/assessment.h>
#include <quoin/report/extract_view.h>

namespace quoin {

// On one line, every character as it is.
std::string markdown_text(std::string_view text);

// A heading and a table a document.
ExtractView extract_markdown();

// The summary line, what was found, and a table by document.
std::string assessment_markdown(const Assessed& all);

}  // namespace quoin
