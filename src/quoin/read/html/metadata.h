// SPDX-License-Identifier: Apache-2.0
// Who published a page, when, under what title: what it says of itself.
//
// A page says it several times, for search engines, networks and readers, and
// not always the same. Each fact is taken from the first source that has it;
// where two sources disagree, the other is kept as a flag.
//
//   outlet      og:site_name, JSON-LD publisher, meta, title suffix, host
//   published   JSON-LD of the article, meta, <time>, the address
//   title       the headline in the page that the others agree with

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/read/html/linked_data.h>
#include <quoin/read/html/page.h>

namespace quoin {

struct PageFacts {
  std::optional<std::string> outlet;
  std::optional<std::string> title;
  std::optional<std::string> url;
  std::optional<std::string> published;  // ISO 8601 where it could be read
  std::optional<std::string> modified;
  std::optional<std::string> lang;
  std::optional<std::string> byline;
  std::vector<std::string> titles;  // all that were stated, best first
  std::vector<std::string> flags;   // "published: 2026-03-04 in meta, …"
};

// `url` is where the page was fetched, or empty.
PageFacts read_facts(const PageHead& head, const LinkedData& linked,
                     std::string_view url);

}  // namespace quoin
