// SPDX-License-Identifier: Apache-2.0
// Which blocks of a page are the article.

#pragma once

#include <vector>

#include <quoin/read/html/page.h>
#include <quoin/text/document.h>

namespace quoin {

// The role of every block of the page. Covers page.text without gaps.
std::vector<Block> find_article(const Page& page);

}  // namespace quoin
