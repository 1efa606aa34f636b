// SPDX-License-Identifier: Apache-2.0
// Which blocks of a page are the article.
//
// No model and no site is known here. Sentences weigh for a box and links
// against it, the names its author gave it (hints.h) shift the balance, and the
// box that gains most is the article; what inside of it looks like a menu, a
// teaser or a caption is told from its neighbours in the same way.

#pragma once

#include <vector>

#include <quoin/read/html/page.h>
#include <quoin/text/document.h>

namespace quoin {

// The role of every block of the page. Covers page.text without gaps. Linear.
// Hints that are found on the way are added to the page.
std::vector<Block> find_article(Page& page);

}  // namespace quoin
