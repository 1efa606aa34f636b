// SPDX-License-Identifier: Apache-2.0
// XML 1.0, well-formed whatever the texts hold.
//
// XML 1.0 has no way to write most control characters and two noncharacters;
// they read U+FFFD.
//
//   XmlWriter xml(out);
//   xml.open("p").attribute("n", "1").text("a < b").close();   // <p n="1">a &lt; b</p>

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoin {

class XmlWriter {
 public:
  explicit XmlWriter(std::string& out) : out_(out) {}

  // Requires: `name` is the name of an element, and not an input's.
  XmlWriter& open(std::string_view name);
  // Requires: nothing was written since open().
  XmlWriter& attribute(std::string_view name, std::string_view value);
  XmlWriter& attribute(std::string_view name, std::size_t value);
  XmlWriter& text(std::string_view text);
  XmlWriter& close();
  // Only between elements: in text it would be a part of it.
  XmlWriter& line_break();

 private:
  void finish_tag();

  std::string& out_;
  std::vector<std::string> open_;
  bool in_tag_ = false;
};

inline constexpr std::string_view kXmlHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

}  // namespace quoin
