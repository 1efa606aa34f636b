// SPDX-License-Identifier: Apache-2.0
// What each outlet printed, counted, always with what it is counted of.
//
// Outlets are graded against references alone. Without one the board has
// counts and no ranks, and says why.

#pragma once

#include <string>

#include <quoin/report/html/view.h>

namespace quoin {

std::string scoreboard_html(const StoryView& story);

}  // namespace quoin
