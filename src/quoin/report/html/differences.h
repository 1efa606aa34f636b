// SPDX-License-Identifier: Apache-2.0
// Who changed which word: every difference of a comparison in one list, the
// gravest first, each with the words around it and the rule that says so.

#pragma once

#include <string>

#include <quoin/report/html/view.h>

namespace quoin {

std::string differences_html(const StoryView& story);

}  // namespace quoin
