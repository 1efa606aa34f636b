// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/body_filter.h>

#include <algorithm>
#include <string_view>

#include <quoin/read/html/dates.h>
#include <quoin/read/html/hints.h>
#include <quoin/read/html/title.h>

namespace quoin {
namespace {

class BodyFilter {
 public:
  BodyFilter(const Page& page, const std::vector<BlockShape>& shapes,
             std::size_t root)
      : page_(page),
        shapes_(shapes),
        root_(root),
        begin_(page.nodes[root].first_block),
        end_(page.nodes[root].end_block),
        believed_(believed_hints(page, shapes, root)),
        roles_(page.blocks.size(), BlockRole::kFurniture) {
    for (const PageBlock& block : page.blocks) {
      links_.push_back(links_.back() + block.link_bytes);
      sizes_.push_back(sizes_.back() + block.span.size());
    }
  }

  std::vector<BlockRole> run(const std::vector<std::string>& titles) && {
    for (std::size_t i = begin_; i < end_; ++i) roles_[i] = role_of(i);
    set_headline(titles);
    set_top();
    set_bottom();
    drop_idle_headings();
    return std::move(roles_);
  }

 private:
  const PageNode& node_of(std::size_t i) const {
    return page_.nodes[page_.blocks[i].node];
  }
  std::uint32_t hints_of_block(std::size_t i) const {
    // Of the boxes inside the root.
    return node_of(i).inherited & ~page_.nodes[root_].inherited;
  }

  bool is_mostly_links(std::size_t begin, std::size_t end) const {
    return (links_[end] - links_[begin]) * 2 > sizes_[end] - sizes_[begin];
  }

  // Whether a block is mostly links; paragraphs that breaks cut into lines are
  // judged whole.
  bool is_link(std::size_t i) const {
    const PageNode& node = node_of(i);
    return node.tag == Tag::kP
               ? is_mostly_links(node.first_block, node.end_block)
               : is_mostly_links(i, i + 1);
  }

  BlockRole role_of(std::size_t i) const {
    const std::uint32_t hints = hints_of_block(i);
    std::uint32_t foreign = believed_[page_.blocks[i].node];
    // Posts of a network and pull quotes are quoted, whatever box they are in.
    if ((hints & (kQuote | kPost)) != 0) foreign &= ~kShareWord;
    if ((hints & kPullWord) != 0 || is_said_again(i)) foreign &= ~kAside;
    if (foreign != 0) return BlockRole::kFurniture;
    if ((hints & (kFigure | kCaptionWord)) != 0) return BlockRole::kCaption;
    if ((hints & kBylineWord) != 0 && !shapes_[i].is_prose &&
        (hints & kQuote) == 0) {
      return BlockRole::kByline;
    }
    if (node_of(i).tag == Tag::kH1) return BlockRole::kHeadline;
    if ((hints & kListItem) != 0 && list_is_menu(i)) {
      return BlockRole::kFurniture;
    }
    if (shapes_[i].is_prose || (hints & (kQuote | kListItem)) != 0) {
      return BlockRole::kBody;
    }
    return is_link(i) ? BlockRole::kFurniture : BlockRole::kBody;
  }

  // An <aside> of a line or two without links is a quotation set larger.
  bool is_said_again(std::size_t i) const {
    std::uint32_t node = page_.blocks[i].node;
    while (node > root_ && page_.nodes[node].tag != Tag::kAside) {
      node = page_.nodes[node].parent;
    }
    if (node <= root_) return false;
    const PageNode& aside = page_.nodes[node];
    if (aside.end_block - aside.first_block > 2) return false;
    for (std::size_t k = aside.first_block; k < aside.end_block; ++k) {
      if (page_.blocks[k].link_bytes > 0 || shapes_[k].is_heading) {
        return false;
      }
    }
    return true;
  }

  // Whether the list around a block is mostly links.
  bool list_is_menu(std::size_t i) const {
    std::uint32_t node = page_.blocks[i].node;
    while (node != root_ && node != 0 &&
           (page_.nodes[node].hints & kListElement) == 0) {
      node = page_.nodes[node].parent;
    }
    const PageNode& list = page_.nodes[node];
    return is_mostly_links(list.first_block, list.end_block);
  }

  std::size_t container_of(std::size_t i) const {
    const std::uint32_t node = page_.blocks[i].node;
    return node_of(i).tag == Tag::kP ? page_.nodes[node].parent : node;
  }
  bool contains(std::size_t node, std::size_t i) const {
    return page_.nodes[node].first_block <= i &&
           i < page_.nodes[node].end_block;
  }

  bool is_title(std::size_t i, const std::vector<std::string>& titles) const {
    const TextSpan span = page_.blocks[i].span;
    constexpr std::size_t kLongestTitle = 400;
    if (span.size() > kLongestTitle) return false;
    const std::string_view text(page_.text.data() + span.begin, span.size());
    return std::any_of(
        titles.begin(), titles.end(),
        [&](const std::string& title) { return is_same_title(text, title); });
  }

  // The headline: above the body what is a title of the page, an <h1> before
  // others; else the <h1> nearest above the body, in the box or before it.
  void set_headline(const std::vector<std::string>& titles) {
    std::size_t first = end_;
    for (std::size_t i = begin_; i < end_; ++i) {
      if (roles_[i] == BlockRole::kBody && shapes_[i].is_prose) {
        first = i;
        break;
      }
    }
    std::size_t found = first;
    for (std::size_t i = first; i-- > 0;) {
      if (!is_title(i, titles)) continue;
      found = i;
      if (node_of(i).tag == Tag::kH1) break;
    }
    if (found != first) {
      for (std::size_t i = 0; i < first; ++i) {
        if (roles_[i] == BlockRole::kHeadline) {
          roles_[i] = BlockRole::kFurniture;
        }
      }
      roles_[found] = BlockRole::kHeadline;
      return;
    }
    for (std::size_t i = first; i-- > 0;) {
      if (node_of(i).tag == Tag::kH1) {
        roles_[i] = BlockRole::kHeadline;
        return;
      }
    }
  }

  bool is_date(std::size_t i) const {
    constexpr std::size_t kLongest = 80;
    const TextSpan span = page_.blocks[i].span;
    return span.size() <= kLongest &&
           iso_date(
               std::string_view(page_.text).substr(span.begin, span.size()));
  }

  // What stands above the first sentence is not the article yet.
  void set_top() {
    std::size_t from = begin_;
    for (std::size_t i = begin_; i < end_; ++i) {
      if (roles_[i] == BlockRole::kHeadline) from = i + 1;
      if (shapes_[i].is_prose && roles_[i] == BlockRole::kBody) break;
    }
    std::size_t lead = from;  // the first sentence
    while (lead < end_ &&
           !(roles_[lead] == BlockRole::kBody && shapes_[lead].is_prose)) {
      ++lead;
    }
    if (lead == end_) return;
    const std::size_t home = container_of(lead);
    for (std::size_t i = begin_; i < lead; ++i) {
      if (roles_[i] != BlockRole::kBody) continue;
      const bool is_at_home = i >= from && contains(home, i) &&
                              node_of(i).tag != Tag::kDiv &&
                              !shapes_[i].is_heading;
      if (i >= from && is_date(i)) {
        roles_[i] = BlockRole::kByline;
      } else if (!is_at_home) {
        roles_[i] = BlockRole::kFurniture;
      }
    }
  }

  // Titles and labels below the last sentence.
  void set_bottom() {
    for (std::size_t i = end_; i-- > begin_;) {
      if (roles_[i] != BlockRole::kBody) continue;
      if (shapes_[i].is_prose || shapes_[i].ends_sentence ||
          node_of(i).tag == Tag::kP ||
          (hints_of_block(i) & (kListItem | kTable | kQuote)) != 0) {
        return;
      }
      roles_[i] = BlockRole::kFurniture;
    }
  }

  // A heading over what was dropped goes with it.
  void drop_idle_headings() {
    bool is_idle = true;
    for (std::size_t i = end_; i-- > begin_;) {
      if (roles_[i] == BlockRole::kBody && shapes_[i].is_heading) {
        if (is_idle) roles_[i] = BlockRole::kFurniture;
      } else if (roles_[i] == BlockRole::kBody) {
        is_idle = false;
      } else if (roles_[i] == BlockRole::kFurniture) {
        is_idle = true;
      }
    }
  }

  const Page& page_;
  const std::vector<BlockShape>& shapes_;
  std::size_t root_;
  std::size_t begin_;
  std::size_t end_;
  std::vector<std::uint32_t> believed_;
  std::vector<BlockRole> roles_;
  // Bytes inside of links, and of all text, before each block.
  std::vector<std::size_t> links_ = {0};
  std::vector<std::size_t> sizes_ = {0};
};

}  // namespace

std::vector<BlockRole> roles_inside(const Page& page,
                                    const std::vector<BlockShape>& shapes,
                                    std::size_t root,
                                    const std::vector<std::string>& titles) {
  return BodyFilter(page, shapes, root).run(titles);
}

}  // namespace quoin
