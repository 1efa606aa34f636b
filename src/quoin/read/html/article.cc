// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/article.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <quoin/read/html/body_filter.h>
#include <quoin/read/html/body_root.h>

namespace quoin {
namespace {

// What stands between the headline and the body, and every byline.
void set_top(const Page& page, const std::vector<BlockRole>& roles,
             PageArticle& article) {
  constexpr std::size_t kMost = 16;
  bool is_below = false;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    if (article.top.size() == kMost || roles[i] == BlockRole::kBody) return;
    if (roles[i] == BlockRole::kHeadline) is_below = true;
    if (is_below && roles[i] != BlockRole::kHeadline) {
      article.top.push_back(page.blocks[i].span);
    }
  }
}

}  // namespace

PageArticle find_article(Page& page, const std::vector<std::string>& titles) {
  const std::vector<BlockShape> shapes = shapes_of(page);
  mark_teasers(page, shapes);
  const std::size_t root = find_body_root(page, shapes);
  const std::vector<BlockRole> roles = roles_inside(page, shapes, root, titles);
  PageArticle article;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const std::size_t end = i + 1 < page.blocks.size()
                                ? page.blocks[i + 1].span.begin
                                : page.text.size();
    if (!article.blocks.empty() && article.blocks.back().role == roles[i]) {
      article.blocks.back().span.end = end;
    } else {
      const std::size_t begin =
          article.blocks.empty() ? 0 : page.blocks[i].span.begin;
      article.blocks.push_back({{begin, end}, roles[i]});
    }
    if (roles[i] == BlockRole::kHeadline && article.headline.empty()) {
      article.headline = page.blocks[i].span;
    }
  }
  set_top(page, roles, article);
  return article;
}

}  // namespace quoin
