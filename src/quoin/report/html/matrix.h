// SPDX-License-Identifier: Apache-2.0
// Outlets × quotations: one row a quotation, one column an outlet, in each
// cell the grade of what that outlet printed.
//
// Beyond some thousand cells most are empty, and a table of them opens slowly
// and cannot be read; then each row lists the outlets that print the words.

#pragma once

#include <string>

#include <quoin/report/html/view.h>

namespace quoin {

std::string matrix_html(const StoryView& story);

}  // namespace quoin
