// SPDX-License-Identifier: Apache-2.0
// What inside the box of the article is the article: the second half of
// article.h.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <quoin/read/html/body_root.h>
#include <quoin/read/html/page.h>
#include <quoin/text/document.h>

namespace quoin {

// One role a block. Requires: root is a node of the page.
std::vector<BlockRole> roles_inside(const Page& page,
                                    const std::vector<BlockShape>& shapes,
                                    std::size_t root,
                                    const std::vector<std::string>& titles);

}  // namespace quoin
