// SPDX-License-Identifier: Apache-2.0
// What the author of a page called its parts.
//
// Elements and the words of class and id attributes ("related-stories",
// "articleBody") tell what a part of a page is for. The words are one table,
// in hints.cc; nothing else in the program knows any.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <quoin/read/html/tokenizer.h>

namespace quoin {

// Bits. Those from kInherited on hold for everything inside as well.
enum Hint : std::uint32_t {
  kBodyProperty = 1u << 0,  // itemprop="articleBody" and its like
  kArticleElement = 1u << 1,
  kMainElement = 1u << 2,
  kBodyWord = 1u << 3,     // "article-body", "entry-content", "story-text"
  kContentWord = 1u << 4,  // "content", "post", "story"
  kTitleWord = 1u << 5,
  kListElement = 1u << 6,
  kDekWord = 1u << 7,  // standfirst, summary, subtitle
  kHeaderElement = 1u << 8,

  kInherited = 1u << 12,
  kNavigation = 1u << 12,  // <nav>, <footer>, menus, breadcrumbs
  kAside = 1u << 13,       // <aside>, sidebars
  kTeaserWord = 1u << 14,  // related, recommended, most read, trending
  kCommentWord = 1u << 15,
  kShareWord = 1u << 16,  // share, social, newsletter, subscribe, login
  kAdWord = 1u << 17,
  kFigure = 1u << 18,  // <figure>
  kCaptionWord = 1u << 19,
  kBylineWord = 1u << 20,  // author, byline, date, timestamp
  kTable = 1u << 21,
  kQuote = 1u << 22,  // <blockquote>
  kForm = 1u << 23,
  kPost = 1u << 24,      // an embedded post of a network
  kTagWord = 1u << 25,   // tags, topics, keywords
  kBioWord = 1u << 26,   // about the author
  kPullWord = 1u << 27,  // pull quotes: said again, larger
  kLinkBox = 1u << 28,   // inside <a>
  kListItem = 1u << 29,
  kHiddenWord = 1u << 30,  // for machines and screen readers
};

// The hints of a start tag.
std::uint32_t hints_of(Tag tag, const std::vector<HtmlAttribute>& attributes);

}  // namespace quoin
