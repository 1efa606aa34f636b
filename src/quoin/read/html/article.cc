// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/article.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <quoin/read/html/body_filter.h>
#include <quoin/read/html/body_root.h>

namespace quoin {

std::vector<Block> find_article(Page& page) {
  const std::vector<BlockShape> shapes = shapes_of(page);
  mark_teasers(page, shapes);
  const std::size_t root = find_body_root(page, shapes);
  const std::vector<BlockRole> roles = roles_inside(page, shapes, root);
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const std::size_t end = i + 1 < page.blocks.size()
                                ? page.blocks[i + 1].span.begin
                                : page.text.size();
    if (!blocks.empty() && blocks.back().role == roles[i]) {
      blocks.back().span.end = end;
    } else {
      const std::size_t begin = blocks.empty() ? 0 : page.blocks[i].span.begin;
      blocks.push_back({{begin, end}, roles[i]});
    }
  }
  return blocks;
}

}  // namespace quoin
