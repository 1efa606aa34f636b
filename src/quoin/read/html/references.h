// SPDX-License-Identifier: Apache-2.0
// Character references: "&eacute;", "&#8217;", and what browsers accept as
// one ("&copy 2026", "&#146;" for a right mark of windows-1252).
//
//   read_reference("&rsquo;s", false)   // {7, "\u2019"}
//   read_reference("& so on", false)    // nothing: an ampersand

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace quoin {

struct Reference {
  std::size_t size = 0;  // bytes read, 0 when it is none
  char text[8] = {};     // UTF-8, one or two characters
  std::size_t text_size = 0;

  std::string_view view() const& { return {text, text_size}; }
  std::string_view view() const&& = delete;
};

// The reference at the start of `raw`. What may not stand in a document (NUL,
// surrogates, U+FDD0..U+FDEF) becomes U+FFFD. In attributes a name without its
// semicolon is none when a letter, digit or '=' follows, so that
// "?a=1&copy=2" stays. Requires: raw begins with '&'.
Reference read_reference(std::string_view raw, bool in_attribute);

// The value of an attribute, references read.
std::string decode_attribute(std::string_view raw);

}  // namespace quoin
