// SPDX-License-Identifier: Apache-2.0
// The stack of open elements behind read_page (page.h).

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <quoin/read/html/hints.h>
#include <quoin/read/html/page.h>
#include <quoin/read/html/tags.h>
#include <quoin/read/html/text_writer.h>
#include <quoin/read/html/tokenizer.h>

namespace quoin {

class PageBuilder {
 public:
  PageBuilder(std::string_view html, const PageLimits& limits);

  Page build() &&;

 private:
  struct Open {
    Tag tag = Tag::kOther;
    bool is_hidden = false;
    bool is_node = false;
    std::uint32_t name = 0;  // hash of an element not in tags.h
    std::uint32_t node = 0;  // the innermost box
  };

  void start(const Token& token);
  void end(const Token& token);
  void text(const Token& token);
  void push(Tag tag, std::uint32_t name, bool is_hidden, std::uint32_t hints);
  void pop();
  void pop_to(std::size_t depth);
  void erase(std::size_t depth);
  void close_implied(Tag tag);
  void close_paragraph();
  void close_item(Tag first, Tag second, Tag boundary);
  bool end_inline(Tag tag, std::uint32_t name);
  void end_foreign(Tag tag);
  void end_block();
  void note_break(const Token& token);
  void note_attributes(const Token& token);
  void note_meta();
  void note_link();
  void note_script(const Token& token);
  std::string_view value_of(std::string_view attribute) const;
  bool hides(Tag tag, std::uint32_t hints) const;
  bool is_hidden() const { return hidden_ > 0; }
  std::uint32_t node() const { return open_.empty() ? 0 : open_.back().node; }
  std::size_t& count_of(Tag tag) {
    return counts_[static_cast<std::size_t>(tag)];
  }

  Tokenizer tokenizer_;
  std::size_t most_depth_;
  TextWriter writer_;
  Page page_;
  std::vector<Open> open_;
  std::array<std::size_t, static_cast<std::size_t>(Tag::kCount)> counts_{};
  std::size_t hidden_ = 0;    // open elements that hide
  std::size_t overflow_ = 0;  // open elements beyond the depth
  std::size_t foreign_ = 0;   // 1 + depth of the outermost <svg> or <math>
  bool is_json_ = false;      // the next text is of a JSON-LD script
  std::uint32_t link_bytes_ = 0;
  std::uint32_t bold_bytes_ = 0;
  std::uint32_t block_node_ = 0;  // of the block that is being written
};

}  // namespace quoin
