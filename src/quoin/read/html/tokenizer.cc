// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/tokenizer.h>

#include <algorithm>
#include <cstring>

namespace quoin {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

std::size_t find_char(std::string_view text, char c, std::size_t from) {
  if (from >= text.size()) return kNone;
  const void* const at = std::memchr(text.data() + from, c, text.size() - from);
  return at == nullptr ? kNone
                       : static_cast<std::size_t>(static_cast<const char*>(at) -
                                                  text.data());
}

}  // namespace

bool equals_lower(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(),
                    [](char a, char b) {
                      return (a >= 'A' && a <= 'Z' ? (a | 0x20) : a) == b;
                    });
}

const HtmlAttribute* find_attribute(const std::vector<HtmlAttribute>& all,
                                    std::string_view name) {
  for (const HtmlAttribute& attribute : all) {
    if (equals_lower(attribute.name, name)) return &attribute;
  }
  return nullptr;
}

bool Tokenizer::next(Token& token) {
  if (!content_name_.empty() && read_content(token)) return true;
  if (at_ >= page_.size()) return false;
  const std::size_t begin = at_;
  // Markup that is none ("a < b") belongs to the text around it.
  std::size_t from = at_;
  for (;;) {
    const std::size_t at = find_char(page_, '<', from);
    const bool may_be_markup =
        at != kNone && at + 1 < page_.size() &&
        (is_letter(page_[at + 1]) || page_[at + 1] == '/' ||
         page_[at + 1] == '!' || page_[at + 1] == '?');
    if (may_be_markup && page_[at + 1] == '/' && at + 2 >= page_.size()) {
      from = page_.size();  // "</" at the end is text
      continue;
    }
    if (may_be_markup) {
      if (at > begin) {
        token = {};
        token.raw = page_.substr(begin, at - begin);
        at_ = at;
        return true;
      }
      return read_markup(token);
    }
    if (at == kNone) break;
    from = at + 1;
  }
  token = {};
  token.raw = page_.substr(begin);
  at_ = page_.size();
  return true;
}

// Requires: at_ is at '<' and what follows is markup.
bool Tokenizer::read_markup(Token& token) {
  const char second = page_[at_ + 1];
  if (is_letter(second)) return read_tag(token, false);
  if (second == '/') {
    if (is_letter(page_[at_ + 2])) return read_tag(token, true);
    return read_comment(token, at_ + 2);
  }
  if (page_.substr(at_).starts_with("<!--")) return read_comment(token, kNone);
  if (is_foreign_ && page_.substr(at_).starts_with("<![CDATA[")) {
    return read_character_data(token);
  }
  return read_comment(token, at_ + 2);
}

// What ends at the next '>', or with kNone a comment in due form.
bool Tokenizer::read_comment(Token& token, std::size_t end_of_opening) {
  const std::size_t begin = at_;
  std::size_t end = page_.size();
  if (end_of_opening != kNone) {
    const std::size_t at = find_char(page_, '>', end_of_opening);
    if (at != kNone) end = at + 1;
  } else {
    std::size_t from = begin + 4;
    const std::string_view rest = page_.substr(from);
    if (rest.starts_with(">")) {
      end = from + 1;
    } else if (rest.starts_with("->")) {
      end = from + 2;
    } else {
      for (;;) {
        const std::size_t at = find_char(page_, '>', from);
        if (at == kNone) break;
        const std::string_view before = page_.substr(begin + 4, at - begin - 4);
        if (before.ends_with("--") || before.ends_with("--!")) {
          end = at + 1;
          break;
        }
        from = at + 1;
      }
    }
  }
  token = {};
  token.kind = Token::Kind::kComment;
  token.raw = page_.substr(begin, end - begin);
  at_ = end;
  return true;
}

// What stands in "<![CDATA[" and "]]>", as text.
bool Tokenizer::read_character_data(Token& token) {
  constexpr std::size_t kOpening = 9;
  const std::size_t begin = at_ + kOpening;
  const std::size_t end = std::min(page_.find("]]>", begin), page_.size());
  token = {};
  token.is_raw = true;
  token.raw = page_.substr(begin, end - begin);
  at_ = std::min(end + 3, page_.size());
  return true;
}

bool Tokenizer::read_tag(Token& token, bool is_end) {
  const std::size_t begin = at_;
  std::size_t at = begin + (is_end ? 2 : 1);
  const std::size_t name_begin = at;
  while (at < page_.size() && !is_space(page_[at]) && page_[at] != '/' &&
         page_[at] != '>') {
    ++at;
  }
  const std::string_view name = page_.substr(name_begin, at - name_begin);
  attributes_.clear();
  read_attributes(at);
  if (at >= page_.size()) {  // the page ends inside the tag
    at_ = page_.size();
    return false;
  }
  token = {};
  token.kind = is_end ? Token::Kind::kEndTag : Token::Kind::kStartTag;
  token.self_closing = page_[at - 1] == '/';
  token.raw = page_.substr(begin, at + 1 - begin);
  token.name = name;
  token.tag = tag_of(name);
  at_ = at + 1;
  if (!is_end && !is_foreign_ &&
      (traits_of(token.tag) & (kRawText | kPlainText)) != 0) {
    content_name_ = name;
    content_tag_ = token.tag;
  }
  return true;
}

// Up to the '>' of the tag, or the end of the page.
void Tokenizer::read_attributes(std::size_t& at) {
  bool is_cut = false;
  while (at < page_.size() && page_[at] != '>') {
    if (is_space(page_[at]) || page_[at] == '/') {
      ++at;
      continue;
    }
    HtmlAttribute attribute;
    const std::size_t begin = at++;  // a first '=' belongs to the name
    while (at < page_.size() && !is_space(page_[at]) && page_[at] != '/' &&
           page_[at] != '>' && page_[at] != '=') {
      ++at;
    }
    attribute.name = page_.substr(begin, at - begin);
    std::size_t after = at;
    while (after < page_.size() && is_space(page_[after])) ++after;
    if (after < page_.size() && page_[after] == '=') {
      at = after + 1;
      attribute.value = read_value(at);
    }
    if (attributes_.size() < most_attributes_) {
      attributes_.push_back(attribute);
    } else {
      is_cut = true;
    }
  }
  if (is_cut) ++cut_tags_;
}

std::string_view Tokenizer::read_value(std::size_t& at) {
  while (at < page_.size() && is_space(page_[at])) ++at;
  if (at >= page_.size()) return {};
  if (page_[at] == '"' || page_[at] == '\'') {
    const std::size_t begin = at + 1;
    const std::size_t end =
        std::min(find_char(page_, page_[at], begin), page_.size());
    at = std::min(end + 1, page_.size());
    return page_.substr(std::min(begin, page_.size()), end - begin);
  }
  const std::size_t begin = at;
  while (at < page_.size() && !is_space(page_[at]) && page_[at] != '>') ++at;
  return page_.substr(begin, at - begin);
}

// The text of <script>, <title> and their like; false when there is none.
bool Tokenizer::read_content(Token& token) {
  const std::size_t begin = at_;
  const std::size_t end = content_tag_ == Tag::kPlaintext ? page_.size()
                          : content_tag_ == Tag::kScript  ? end_of_script()
                                                          : end_of_content();
  token = {};
  token.tag = content_tag_;
  token.is_raw = (traits_of(content_tag_) & kRawText) != 0;
  token.raw = page_.substr(begin, end - begin);
  at_ = end;
  content_name_ = {};
  return end > begin;
}

bool Tokenizer::is_end_tag_at(std::size_t at, std::string_view name) const {
  const std::string_view rest = page_.substr(at);
  if (!rest.starts_with("</") || rest.size() < name.size() + 3) return false;
  const char after = rest[2 + name.size()];
  if (!is_space(after) && after != '/' && after != '>') return false;
  return std::equal(name.begin(), name.end(), rest.begin() + 2,
                    [](char a, char b) { return (a | 0x20) == (b | 0x20); });
}

std::size_t Tokenizer::end_of_content() const {
  for (std::size_t at = at_;; ++at) {
    at = find_char(page_, '<', at);
    if (at == kNone) return page_.size();
    if (is_end_tag_at(at, content_name_)) return at;
  }
}

// A script that writes scripts hides their end tags in "<!-- <script>".
std::size_t Tokenizer::end_of_script() const {
  constexpr std::string_view kName = "script";
  bool is_escaped = false;
  bool is_double = false;
  for (std::size_t at = at_; at < page_.size();) {
    if (is_escaped) {
      // Of '<' and '-' the next, whichever it is.
      while (at < page_.size() && page_[at] != '<' && page_[at] != '-') ++at;
    } else {
      at = std::min(find_char(page_, '<', at), page_.size());
    }
    if (at >= page_.size()) break;
    const std::string_view rest = page_.substr(at);
    if (is_escaped && rest.starts_with("-->")) {
      is_escaped = is_double = false;
      at += 3;
    } else if (!is_escaped && rest.starts_with("<!--")) {
      is_escaped = true;
      at += 2;  // "<!-->" ends what it began
    } else if (is_end_tag_at(at, kName)) {
      if (!is_double) return at;
      is_double = false;
      at += 2;
    } else if (is_escaped && rest.size() > kName.size() + 1 && rest[0] == '<' &&
               equals_lower(rest.substr(1, kName.size()), kName) &&
               (is_space(rest[7]) || rest[7] == '/' || rest[7] == '>')) {
      is_double = true;
      ++at;
    } else {
      ++at;
    }
  }
  return page_.size();
}

}  // namespace quoin
