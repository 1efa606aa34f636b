// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/markdown.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <quoin/read/html/references.h>
#include <quoin/read/mapped_text.h>

namespace quoin {
namespace {

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return text.substr(text.size());
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

bool is_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

// "***", "- - -": three of one sign and nothing else.
bool is_rule(std::string_view line) {
  const char sign = line.empty() ? '\0' : line[0];
  if (sign != '*' && sign != '-' && sign != '_' && sign != '=') return false;
  std::size_t count = 0;
  for (const char c : line) {
    if (c == sign) {
      ++count;
    } else if (c != ' ' && c != '\t') {
      return false;
    }
  }
  return count >= 3 || (count >= 1 && sign == '=') || line == "--";
}

bool is_fence(std::string_view line) {
  return line.starts_with("```") || line.starts_with("~~~");
}

// "[id]: https://…", which stands for nothing printed.
bool is_definition(std::string_view line) {
  const std::size_t end = line.find("]:");
  return line.starts_with('[') && end != std::string_view::npos && end > 1 &&
         line.find(']') == end;
}

// Without the sign of a list, "- ", "* ", "12. ", or as it is.
std::string_view skip_bullet(std::string_view line) {
  if (line.size() > 1 && (line[1] == ' ' || line[1] == '\t') &&
      std::string_view("-*+").find(line[0]) != std::string_view::npos) {
    return trim(line.substr(2));
  }
  std::size_t digits = 0;
  while (digits < line.size() && digits < 4 && line[digits] >= '0' &&
         line[digits] <= '9') {
    ++digits;
  }
  const bool is_number = digits > 0 && digits + 1 < line.size() &&
                         (line[digits] == '.' || line[digits] == ')') &&
                         line[digits + 1] == ' ';
  return is_number ? trim(line.substr(digits + 2)) : line;
}

struct Heading {
  std::string_view words;
  bool is_heading = false;
};

// "## Words ##"
Heading read_heading(std::string_view line) {
  std::size_t signs = 0;
  while (signs < line.size() && line[signs] == '#') ++signs;
  const bool is_heading =
      signs > 0 && signs <= 6 &&
      (signs == line.size() || line[signs] == ' ' || line[signs] == '\t');
  if (!is_heading) return {line, false};
  std::string_view words = trim(line.substr(signs));
  const std::size_t last = words.find_last_not_of('#');
  const bool is_closed = last != std::string_view::npos &&
                         last + 1 < words.size() && words[last] == ' ';
  if (is_closed) words = trim(words.substr(0, last));
  return {words, true};
}

class Reader {
 public:
  Reader(std::string_view raw, Document& document)
      : raw_(raw), out_(raw), document_(document) {}

  void read() {
    std::string_view rest = read_front_matter(raw_);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      read_line(rest.substr(0, end));
      rest.remove_prefix(std::min(rest.size(), end + 1));
    }
    end_block(BlockRole::kBody);
    std::move(out_).give_to(document_);
    document_.blocks = std::move(blocks_);
    document_.has_markup_blocks = true;
  }

 private:
  // "---", lines of "key: value", "---": what is behind it.
  std::string_view read_front_matter(std::string_view raw) {
    if (!raw.starts_with("---\n") && !raw.starts_with("---\r\n")) return raw;
    const std::size_t end = raw.find("\n---", 3);
    if (end == std::string_view::npos) return raw;
    std::string_view lines = raw.substr(4, end - 3);
    while (!lines.empty()) {
      const std::size_t line = std::min(lines.find('\n'), lines.size());
      read_key(lines.substr(0, line));
      lines.remove_prefix(std::min(lines.size(), line + 1));
    }
    const std::size_t next = raw.find('\n', end + 1);
    return next == std::string_view::npos ? std::string_view()
                                          : raw.substr(next + 1);
  }

  void read_key(std::string_view line) {
    constexpr struct {
      std::string_view key;
      std::optional<std::string> Document::*member;
    } kKeys[] = {
        {"title", &Document::title},     {"date", &Document::published},
        {"author", &Document::byline},   {"lang", &Document::lang},
        {"language", &Document::lang},   {"url", &Document::url},
        {"outlet", &Document::outlet},
    };
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    std::string_view value = trim(line.substr(colon + 1));
    if (value.size() >= 2 && (value[0] == '"' || value[0] == '\'') &&
        value.back() == value[0]) {
      value = value.substr(1, value.size() - 2);
    }
    if (value.empty()) return;
    for (const auto& known : kKeys) {
      if (line.substr(0, colon) == known.key) {
        document_.*(known.member) = std::string(value);
      }
    }
  }

  void read_line(std::string_view whole) {
    std::string_view line = trim(whole);
    if (is_code_) return read_code(whole, line);
    while (line.starts_with('>')) line = trim(line.substr(1));
    if (is_comment_ || line.starts_with("<!--")) {
      is_comment_ = line.find("-->") == std::string_view::npos;
      return;
    }
    if (is_fence(line)) {
      end_block(BlockRole::kBody);
      fence_ = line.substr(0, 3);
      is_code_ = true;
      return;
    }
    if (line.empty() || is_definition(line)) return end_block(BlockRole::kBody);
    if (is_rule(line)) {
      // Under a line it makes a heading of it.
      const bool is_heading = line[0] == '=' || line[0] == '-';
      return end_block(is_heading ? heading_role() : BlockRole::kBody);
    }
    const Heading heading = read_heading(line);
    const std::string_view words = skip_bullet(heading.words);
    const bool begins = heading.is_heading || words.data() != line.data();
    if (begins) end_block(BlockRole::kBody);
    if (out_.text().size() > block_begin_) {
      const std::size_t at = out_.offset_of(words.data());
      out_.put(breaks_line_ ? "\n" : " ", at, at);
    }
    breaks_line_ = whole.ends_with("  ") || whole.ends_with("\\");
    read_inline(words);
    if (heading.is_heading) end_block(heading_role());
  }

  void read_code(std::string_view whole, std::string_view line) {
    if (line.starts_with(fence_)) {
      is_code_ = false;
      return end_block(BlockRole::kFurniture);
    }
    if (whole.ends_with('\r')) whole.remove_suffix(1);
    if (out_.text().size() > block_begin_) {
      const std::size_t at = out_.offset_of(whole.data());
      out_.put("\n", at, at);
    }
    out_.add(whole);
  }

  // The first is the headline; others are inside the article.
  BlockRole heading_role() const {
    return blocks_.empty() ? BlockRole::kHeadline : BlockRole::kBody;
  }

  void end_block(BlockRole role) {
    breaks_line_ = false;
    if (out_.text().size() == block_begin_) return;
    const std::size_t end = raw_.size();
    out_.put("\n\n", end, end);
    Block block;
    block.span = {block_begin_, out_.text().size()};
    block.role = role;
    blocks_.push_back(block);
    block_begin_ = out_.text().size();
  }

  void read_inline(std::string_view line) {
    std::size_t at = 0;
    std::size_t kept = 0;  // what is before is written or dropped
    const auto flush = [&](std::size_t end) {
      out_.add(line.substr(kept, end - kept));
    };
    while (at < line.size()) {
      Reference reference;
      if (line[at] == '&') reference = read_reference(line.substr(at), false);
      const std::size_t size =
          reference.size > 0 ? reference.size : sign_at(line, at);
      if (size == 0) {
        ++at;
        continue;
      }
      flush(at);
      const std::size_t begin = out_.offset_of(line.data()) + at;
      out_.put(reference.view(), begin, begin + reference.size);
      at += size;
      kept = at;
      // What is escaped is text.
      if (line[at - 1] == '\\' && size == 1) ++at;
    }
    flush(line.size());
  }

  // Bytes of a sign at `at` that is not printed. 0: it is text.
  static std::size_t sign_at(std::string_view line, std::size_t at) {
    const std::string_view rest = line.substr(at);
    switch (rest[0]) {
      case '\\':
        return rest.size() > 1 && !is_word(rest[1]) && rest[1] != ' ' ? 1 : 0;
      case '*': return emphasis(line, at, false);
      case '_': return emphasis(line, at, true);
      case '~': return rest.starts_with("~~") ? 2 : 0;
      case '`': return 1;
      case '!':
        if (rest.starts_with("![")) return skip_link(rest.substr(1), true) + 1;
        return 0;
      case '[': return skip_link(rest, false) > 0 ? 1 : 0;
      case ']': return end_link(line, at);
      case '<': return skip_tag(rest);
      default: return 0;
    }
  }

  // A run of signs that touches a word; "_" only at the edge of one.
  static std::size_t emphasis(std::string_view line, std::size_t at,
                              bool at_edge) {
    std::size_t end = at;
    while (end < line.size() && line[end] == line[at]) ++end;
    const bool before = at > 0 && line[at - 1] != ' ';
    const bool after = end < line.size() && line[end] != ' ';
    if (!before && !after) return 0;
    const bool is_inside = at > 0 && is_word(line[at - 1]) &&
                           end < line.size() && is_word(line[end]);
    return at_edge && is_inside ? 0 : end - at;
  }

  // "[words](target)" and "[words][id]": its size, or 0; of a picture, too.
  static std::size_t skip_link(std::string_view rest, bool is_picture) {
    constexpr std::size_t kLongest = 2000;
    const std::size_t words = rest.substr(0, kLongest).find(']');
    if (words == std::string_view::npos) return 0;
    const std::size_t tail = link_tail(rest, words);
    if (tail == 0) return is_picture ? words + 1 : 0;
    return words + 1 + tail;
  }

  // The size of "(target)" or "[id]" behind the "]" at `close`.
  static std::size_t link_tail(std::string_view rest, std::size_t close) {
    constexpr std::size_t kLongest = 2000;
    if (close + 1 >= rest.size()) return 0;
    const char open = rest[close + 1];
    if (open != '(' && open != '[') return 0;
    const std::size_t end = rest.substr(close + 1, kLongest)
                                .find(open == '(' ? ')' : ']');
    return end == std::string_view::npos ? 0 : end + 1;
  }

  static std::size_t end_link(std::string_view line, std::size_t at) {
    const std::size_t tail = link_tail(line, at);
    return tail == 0 ? 0 : 1 + tail;
  }

  static std::size_t skip_tag(std::string_view rest) {
    constexpr std::size_t kLongest = 1000;
    const std::size_t end = rest.substr(0, kLongest).find('>');
    const bool is_tag = rest.size() > 1 && (is_word(rest[1]) || rest[1] == '/' ||
                                            rest[1] == '!');
    return is_tag && end != std::string_view::npos ? end + 1 : 0;
  }

  std::string_view raw_;
  MappedText out_;
  Document& document_;
  std::vector<Block> blocks_;
  std::size_t block_begin_ = 0;
  bool breaks_line_ = false;
  bool is_code_ = false;
  bool is_comment_ = false;
  std::string_view fence_;
};

}  // namespace

void read_markdown(std::string_view raw, Document& document) {
  Reader(raw, document).read();
}

}  // namespace quoin
