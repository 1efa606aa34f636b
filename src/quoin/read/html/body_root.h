// SPDX-License-Identifier: Apache-2.0
// The box of a page that holds the article: the first half of article.h.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <quoin/read/html/page.h>

namespace quoin {

// What a block looks like, alone.
struct BlockShape {
  std::uint32_t plain = 0;     // bytes outside of links
  bool ends_sentence = false;  // with a stop, or one and closing marks
  bool is_prose = false;       // reads like sentences
  bool is_heading = false;
};

std::vector<BlockShape> shapes_of(const Page& page);

// Marks with kTeaserWord what is built as teasers are, whatever its name: a
// short box under a heading that is a link, a list whose every item is a title
// that is a link and some words more.
void mark_teasers(Page& page, const std::vector<BlockShape>& shapes);

// Hints that say: this is not the article.
extern const std::uint32_t kForeignHints;

// For each node the foreign hints that hold in it, those of its ancestors
// below `root` included. A hint on a box that holds most of the prose of the
// root is not believed: pages call their whole layout "with-sidebar".
std::vector<std::uint32_t> believed_hints(const Page& page,
                                          const std::vector<BlockShape>& shapes,
                                          std::size_t root);

// The node; 0, the page itself, when nothing stands out.
std::size_t find_body_root(const Page& page,
                           const std::vector<BlockShape>& shapes);

}  // namespace quoin
