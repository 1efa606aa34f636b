// SPDX-License-Identifier: Apache-2.0
// The page around the parts: one file that needs nothing else.
//
// A policy in its head forbids everything but the style and the script that
// stand in it, by their digests, so that a hostile article that got through
// the escaping could still load and run nothing.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quoin {

struct PageSection {
  std::string id;
  std::string heading;  // HTML
  std::string body;     // HTML
};

struct Page {
  std::string title;   // plain text
  std::string kicker;  // "Comparison", above the title
  std::string head;    // HTML below the title: what happened
  std::vector<PageSection> sections;
};

std::string page_html(const Page& page);

}  // namespace quoin
