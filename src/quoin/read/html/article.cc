// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/article.h>

#include <quoin/read/html/hints.h>

namespace quoin {

std::vector<Block> find_article(const Page& page) {
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const PageBlock& block = page.blocks[i];
    const PageNode& node = page.nodes[block.node];
    const bool is_prose = (node.tag == Tag::kP || block.span.size() > 80) &&
                          block.link_bytes * 2 < block.span.size() &&
                          (node.inherited & (kNavigation | kAside)) == 0;
    const BlockRole role = node.tag == Tag::kH1 ? BlockRole::kHeadline
                           : is_prose           ? BlockRole::kBody
                                                : BlockRole::kFurniture;
    const std::size_t end = i + 1 < page.blocks.size()
                                ? page.blocks[i + 1].span.begin
                                : page.text.size();
    if (!blocks.empty() && blocks.back().role == role) {
      blocks.back().span.end = end;
    } else {
      blocks.push_back({{blocks.empty() ? 0 : block.span.begin, end}, role});
    }
  }
  return blocks;
}

}  // namespace quoin
