// SPDX-License-Identifier: Apache-2.0
// What a page states in JSON-LD, as flat objects.
//
// Publishers nest, list and link these objects in every way the format allows;
// here each object that has a name, a date or a headline stands alone, with
// references by "@id" resolved. Scripts that are no JSON (a raw line break in a
// string, a comma too many) are mended where it is plain how, else left out.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoin {

struct LinkedObject {
  std::vector<std::string> types;
  std::string name;
  std::string headline;
  std::string published;
  std::string modified;
  std::string language;
  std::string url;
  std::vector<std::string> authors;
  std::string publisher;

  // An article of some kind: NewsArticle, BlogPosting, Report, …
  bool is_article() const;
};

struct LinkedData {
  std::vector<LinkedObject> objects;  // in the order of the page
  std::size_t mended = 0;             // scripts that had to be
  std::size_t invalid = 0;            // scripts that were left out
};

// Linear in the size of the scripts; nested deeper than 256, they are invalid.
LinkedData read_linked_data(const std::vector<std::string_view>& scripts);

}  // namespace quoin
