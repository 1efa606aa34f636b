// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/body_root.h>

#include <algorithm>
#include <string_view>

#include <quoin/read/html/hints.h>

namespace quoin {

const std::uint32_t kForeignHints = kNavigation | kAside | kTeaserWord |
                                    kCommentWord | kShareWord | kAdWord |
                                    kForm | kTagWord | kBioWord;

namespace {

bool ends_sentence(std::string_view line) {
  for (;;) {
    if (line.ends_with("\u201D") || line.ends_with("\u2019")) {
      line.remove_suffix(3);
    } else if (line.ends_with("\u00BB") || line.ends_with("\u00A0")) {
      line.remove_suffix(2);
    } else if (line.ends_with('"') || line.ends_with('\'') ||
               line.ends_with(')') || line.ends_with(']') ||
               line.ends_with(' ')) {
      line.remove_suffix(1);
    } else {
      break;
    }
  }
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') ||
         line.ends_with(':') || line.ends_with("\u3002") ||
         line.ends_with("\u2026") || line.ends_with("\uFF01") ||
         line.ends_with("\uFF1F");
}

// Sums of something over the blocks of any node.
class BlockSums {
 public:
  template <class Weigh>
  BlockSums(std::size_t count, Weigh weigh) : sums_(count + 1, 0) {
    for (std::size_t i = 0; i < count; ++i) {
      sums_[i + 1] = sums_[i] + weigh(i);
    }
  }
  double of(const PageNode& node) const {
    return sums_[node.end_block] - sums_[node.first_block];
  }

 private:
  std::vector<double> sums_;
};

// How much more a box must hold to be taken in place of one inside it that
// has this name.
double trust_in(const PageNode& node) {
  if ((node.hints & kBodyProperty) != 0) return 1.6;
  if ((node.hints & kBodyWord) != 0) return 1.3;
  if ((node.hints & kArticleElement) != 0) return 1.2;
  if (node.tag == Tag::kOther || node.tag == Tag::kBody) return 0.8;
  return 1.0;
}

bool is_inner(Tag tag) {
  return tag == Tag::kP || tag == Tag::kLi || tag == Tag::kBlockquote ||
         tag == Tag::kPre || tag == Tag::kDd || tag == Tag::kDt;
}

}  // namespace

std::vector<BlockShape> shapes_of(const Page& page) {
  constexpr std::uint32_t kShortestSentence = 40;
  constexpr std::uint32_t kShortestProse = 100;
  std::vector<BlockShape> shapes;
  shapes.reserve(page.blocks.size());
  for (const PageBlock& block : page.blocks) {
    const std::string_view text(page.text.data() + block.span.begin,
                                block.span.size());
    const PageNode& node = page.nodes[block.node];
    BlockShape shape;
    shape.plain =
        static_cast<std::uint32_t>(block.span.size()) - block.link_bytes;
    shape.ends_sentence = ends_sentence(text);
    shape.is_heading = (traits_of(node.tag) & kHeading) != 0;
    // A paragraph may be full of links, if it ends as sentences do.
    const std::uint32_t most_links = node.tag == Tag::kP && shape.ends_sentence
                                         ? 2 * shape.plain
                                         : shape.plain;
    shape.is_prose = !shape.is_heading && block.link_bytes <= most_links &&
                     shape.plain >= (shape.ends_sentence ? kShortestSentence
                                                         : kShortestProse);
    shapes.push_back(shape);
  }
  return shapes;
}

namespace {

bool is_list_of_teasers(const Page& page, const PageNode& list) {
  constexpr std::size_t kFewestItems = 3;
  // Lists stand in lists, each of which is looked at.
  constexpr std::size_t kMostBlocks = 256;
  if (list.end_block - list.first_block > kMostBlocks) return false;
  std::size_t items = 0;
  std::size_t i = list.first_block;
  while (i < list.end_block) {
    // The item: the box right inside the list.
    std::uint32_t node = page.blocks[i].node;
    while (page.nodes[page.nodes[node].parent].first_block >=
               list.first_block &&
           page.nodes[node].tag != Tag::kLi && node != 0) {
      node = page.nodes[node].parent;
    }
    const std::size_t end = std::max<std::size_t>(
        i + 1, std::min(page.nodes[node].end_block, list.end_block));
    std::size_t links = 0;
    std::size_t all = 0;
    for (; i < end; ++i) {
      links += page.blocks[i].link_bytes;
      all += page.blocks[i].span.size();
    }
    if (links * 6 < all) return false;
    ++items;
  }
  return items >= kFewestItems;
}

bool is_link(const PageBlock& block) {
  return block.link_bytes * 10 >= block.span.size() * 9;
}

}  // namespace

void mark_teasers(Page& page, const std::vector<BlockShape>& shapes) {
  constexpr std::uint32_t kLongestTeaser = 600;
  for (std::size_t i = 1; i < page.nodes.size(); ++i) {
    PageNode& node = page.nodes[i];
    node.inherited |= page.nodes[node.parent].inherited & kTeaserWord;
    const std::size_t count = node.end_block - node.first_block;
    if (count == 0) continue;
    bool is_teaser = false;
    if ((node.hints & kListElement) != 0) {
      is_teaser = is_list_of_teasers(page, node);
    } else if (node.tag == Tag::kArticle || node.tag == Tag::kLi) {
      const std::uint32_t size =
          static_cast<std::uint32_t>(page.blocks[node.end_block - 1].span.end -
                                     page.blocks[node.first_block].span.begin);
      if (size <= kLongestTeaser) {
        for (std::size_t k = node.first_block; k < node.end_block; ++k) {
          if (shapes[k].is_prose) break;
          is_teaser |= shapes[k].is_heading && is_link(page.blocks[k]);
        }
      }
    }
    if (is_teaser) {
      node.hints |= kTeaserWord;
      node.inherited |= kTeaserWord;
    }
  }
}

std::vector<std::uint32_t> believed_hints(const Page& page,
                                          const std::vector<BlockShape>& shapes,
                                          std::size_t root) {
  constexpr double kMost = 0.4;
  constexpr double kMostOfComments = 0.9;
  const BlockSums prose(shapes.size(), [&](std::size_t i) {
    return shapes[i].is_prose ? shapes[i].plain : 0.0;
  });
  const BlockSums titles(shapes.size(), [&](std::size_t i) {
    return page.nodes[page.blocks[i].node].tag == Tag::kH1 ? 1.0 : 0.0;
  });
  const double all = prose.of(page.nodes[root]);
  std::vector<std::uint32_t> believed(page.nodes.size(), 0);
  for (std::size_t i = root + 1; i < page.nodes[root].end_node; ++i) {
    const PageNode& node = page.nodes[i];
    std::uint32_t hints = node.hints & kForeignHints;
    const double share = all > 0 ? prose.of(node) / all : 0;
    if (node.tag == Tag::kBody || share > kMostOfComments) {
      hints = 0;
    } else if (share > kMost) {
      hints &= titles.of(node) > 0 ? 0u : std::uint32_t{kCommentWord};
    }
    believed[i] = hints | believed[node.parent];
  }
  return believed;
}

std::size_t find_body_root(const Page& page,
                           const std::vector<BlockShape>& shapes) {
  const std::vector<std::uint32_t> believed = believed_hints(page, shapes, 0);
  const auto container_of = [&](std::size_t i) {
    const std::uint32_t node = page.blocks[i].node;
    return is_inner(page.nodes[node].tag) ? page.nodes[node].parent : node;
  };
  const auto is_wanted = [&](std::size_t i) {
    return shapes[i].is_prose && believed[page.blocks[i].node] == 0;
  };
  const BlockSums runs(shapes.size(),
                       [&](std::size_t i) { return is_wanted(i) ? 1.0 : 0.0; });
  const BlockSums gains(shapes.size(), [&](std::size_t i) {
    const double size = static_cast<double>(page.blocks[i].span.size());
    if (!is_wanted(i)) return -0.1 * size;
    // Prose that stands alone is a notice more often than an article.
    const double company = runs.of(page.nodes[container_of(i)]);
    return shapes[i].plain * std::min(1.0, 0.25 + 0.25 * company);
  });
  std::size_t best = 0;
  double most = 0;
  for (std::size_t i = 0; i < page.nodes.size(); ++i) {
    const PageNode& node = page.nodes[i];
    if (believed[i] != 0) continue;
    const double gain = gains.of(node) * trust_in(node);
    // A box around the best must hold more than a notice beside it.
    constexpr double kNotice = 1.05;
    const bool is_inside = i < page.nodes[best].end_node;
    if (gain * (is_inside ? kNotice : 1.0) >= most && gain > 0) {
      most = std::max(gain, most);
      best = i;
    }
  }
  // A paragraph is no article where there is a box around it.
  while (best != 0 && is_inner(page.nodes[best].tag)) {
    best = page.nodes[best].parent;
  }
  return best;
}

}  // namespace quoin
