// SPDX-License-Identifier: Apache-2.0
// Which blocks of a page are the article.
//
// No model and no site is known here. Sentences weigh for a box and links
// against it, the names its author gave it (hints.h) shift the balance, and the
// box that gains most is the article; what inside of it looks like a menu, a
// teaser or a caption is told from its neighbours in the same way.

#pragma once

#include <string>
#include <vector>

#include <quoin/read/html/page.h>
#include <quoin/text/document.h>

namespace quoin {

struct PageArticle {
  // The role of every block of the page; they cover page.text without gaps.
  std::vector<Block> blocks;
  // The headline as printed; empty when there is none.
  TextSpan headline;
  // Blocks around the headline that may tell date and author.
  std::vector<TextSpan> top;
};

// `titles` are what the page says its title is, metadata.h; a block that is
// one of them is the headline. Hints that are found on the way are added to
// the page. Linear.
PageArticle find_article(Page& page, const std::vector<std::string>& titles);

}  // namespace quoin
