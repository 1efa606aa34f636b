// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/document.h>

#include <algorithm>

namespace quoin {

std::string_view to_string(BlockRole role) {
  switch (role) {
    case BlockRole::kHeadline: return "headline";
    case BlockRole::kByline: return "byline";
    case BlockRole::kBody: return "body";
    case BlockRole::kCaption: return "caption";
    case BlockRole::kFurniture: return "furniture";
  }
  return "";
}

BlockRole role_at(const Document& document, std::size_t at) {
  const auto after = std::upper_bound(
      document.blocks.begin(), document.blocks.end(), at,
      [](std::size_t byte, const Block& block) {
        return byte < block.span.begin;
      });
  if (after == document.blocks.begin()) return BlockRole::kBody;
  const Block& block = *std::prev(after);
  return at < block.span.end ? block.role : BlockRole::kBody;
}

}  // namespace quoin
