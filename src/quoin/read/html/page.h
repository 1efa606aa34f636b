// SPDX-License-Identifier: Apache-2.0
// A page as boxes with text in them: what article.h chooses from.
//
// read_page runs the tokenizer once and keeps what a reader sees. Not a DOM: a
// node is an element that makes a box of its own, a block a run of text in one.
// Misnested and unclosed elements end where browsers end them, as far as that
// changes what is read.
//
//   Page page = read_page("<p>One.<p>Two.");
//   page.blocks    // two, "One." and "Two." of page.text

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/span.h>
#include <quoin/read/html/tags.h>
#include <quoin/text/source_map.h>

namespace quoin {

struct PageNode {
  Tag tag = Tag::kOther;
  std::uint32_t parent = 0;  // before it in Page::nodes; 0 for the page itself
  std::uint32_t hints = 0;   // its own
  std::uint32_t inherited = 0;  // Hint bits that hold here, its own included
  std::uint32_t first_block = 0;
  std::uint32_t end_block = 0;
  std::uint32_t end_node = 0;  // behind the last node inside
};

struct PageBlock {
  TextSpan span;                 // in Page::text, without white space around it
  std::uint32_t node = 0;        // the innermost
  std::uint32_t link_bytes = 0;  // of the text inside <a>
  std::uint32_t bold_bytes = 0;
};

// A name and a value that the page states about itself: <meta> by name,
// property or itemprop, and elements with an itemprop.
struct PageProperty {
  std::string name;  // in lower case
  std::string value;
};

// What <time> marks.
struct PageTime {
  std::string value;
  std::uint32_t block = 0;  // the number of the block it stands in
  std::uint32_t node = 0;
  bool is_published = false;  // itemprop, pubdate, or a class that says so
  bool is_modified = false;
};

struct PageHead {
  std::string title;
  std::string lang;
  std::string canonical;
  std::vector<PageProperty> properties;
  std::vector<PageTime> times;
  std::vector<std::string_view> linked_data;  // of the page: JSON-LD scripts
};

struct Page {
  std::string text;  // each block and "\n\n" behind it
  SourceMap map;
  std::vector<PageNode> nodes;    // parents first; the page itself is 0
  std::vector<PageBlock> blocks;  // in order
  PageHead head;
  bool is_too_deep = false;
  bool has_cut_tags = false;
};

// Elements that are deeper lie flat in the last one, further attributes of a
// tag are read over.
struct PageLimits {
  std::size_t depth = 512;
  std::size_t attributes = 256;
};

// Requires: valid UTF-8, below 4 GiB; the bytes outlive the page. Linear.
Page read_page(std::string_view html, const PageLimits& limits = {});

}  // namespace quoin
