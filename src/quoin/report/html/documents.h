// SPDX-License-Identifier: Apache-2.0
// The documents a report is about, each with its fingerprint, and what the
// words of the report mean.

#pragma once

#include <span>
#include <string>
#include <string_view>

#include <quoin/text/document.h>

namespace quoin {

// One row of a table; `what` is its part: an outlet, "release".
std::string document_row(const Document& document, std::string_view what);

// Rows in their table.
std::string documents_table(std::string_view rows);

// Every grade in a line, folded away.
std::string legend_html();

}  // namespace quoin
