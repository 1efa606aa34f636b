// SPDX-License-Identifier: Apache-2.0
// HTML as a row of tags, texts and comments, each with its place in the page.
//
// The tokenizer of the HTML standard (13.2.5) in one pass: broken markup means
// what browsers take it for. Nothing is copied and nothing is decoded: texts
// and values are views of the page, references.h reads their references.
//
//   Tokenizer tokenizer(page);
//   for (Token token; tokenizer.next(token);) ...
//
// Linear whatever the page holds. An attribute beyond the limit is read over.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <quoin/read/html/tags.h>

namespace quoin {

struct HtmlAttribute {
  std::string_view name;   // in the case of the page
  std::string_view value;  // without its quotation marks; references unread
};

struct Token {
  enum class Kind : std::uint8_t {
    kText,
    kStartTag,
    kEndTag,
    kComment,  // and what is taken for one, doctypes included
  };
  Kind kind = Kind::kText;
  Tag tag = Tag::kOther;
  bool self_closing = false;
  bool is_raw = false;    // a text in which '&' is an ampersand
  std::string_view raw;   // all of it, from '<' to '>'
  std::string_view name;  // of a tag, in the case of the page
};

class Tokenizer {
 public:
  // Requires: the page outlives the tokenizer and its tokens.
  explicit Tokenizer(std::string_view page, std::size_t most_attributes = 256)
      : page_(page), most_attributes_(most_attributes) {}

  // False at the end. A page that ends inside a tag has no such tag.
  bool next(Token& token);

  // Inside <svg> and <math>, where no element holds bare text and CDATA does.
  void set_foreign(bool is_foreign) { is_foreign_ = is_foreign; }

  // Of the start tag that next() gave last, the first of a name first.
  const std::vector<HtmlAttribute>& attributes() const { return attributes_; }

  // How often a tag had more attributes than are kept.
  std::size_t cut_tags() const { return cut_tags_; }

  std::size_t offset_of(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - page_.data());
  }

 private:
  bool read_markup(Token& token);
  bool read_tag(Token& token, bool is_end);
  void read_attributes(std::size_t& at);
  std::string_view read_value(std::size_t& at);
  bool read_comment(Token& token, std::size_t end_of_opening);
  bool read_character_data(Token& token);
  bool read_content(Token& token);
  std::size_t end_of_content() const;
  std::size_t end_of_script() const;
  bool is_end_tag_at(std::size_t at, std::string_view name) const;

  std::string_view page_;
  std::size_t most_attributes_;
  std::size_t at_ = 0;
  // The element whose content is text up to its end tag.
  std::string_view content_name_;
  Tag content_tag_ = Tag::kOther;
  bool is_foreign_ = false;
  std::vector<HtmlAttribute> attributes_;
  std::size_t cut_tags_ = 0;
};

// The value of an attribute, or nothing; `name` is in lower case.
const HtmlAttribute* find_attribute(const std::vector<HtmlAttribute>& all,
                                    std::string_view name);

// Equal but for the case of ASCII letters; `lower` is in lower case.
bool equals_lower(std::string_view text, std::string_view lower);

}  // namespace quoin
