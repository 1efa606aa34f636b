// SPDX-License-Identifier: Apache-2.0
// The visible text of a page, written run by run with the way back to it.
//
// White space collapses as browsers collapse it, references are read, and
// every byte written knows the bytes of the page it stands for.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <quoin/base/span.h>
#include <quoin/text/source_map.h>

namespace quoin {

class TextWriter {
 public:
  // Requires: the page outlives the writer.
  explicit TextWriter(std::string_view page) : page_(page) {}

  // Text of the page. `is_raw`: '&' is an ampersand; `keeps_lines`: line
  // breaks are kept, as in <pre>.
  void write(std::string_view raw, bool is_raw, bool keeps_lines);

  // A mark that the page does not print: put before the text that follows,
  // unless one stands there already. The closing mark, put where `at` begins,
  // comes only for an opened one.
  void open_mark();
  void close_mark(std::string_view at);

  // <br>: one is a line break, two end the block (is_broken).
  void write_break(std::string_view at);

  // Whether the next text belongs to a block of its own.
  bool is_broken() const { return breaks_ > 1; }

  // Ends the block; its span, without white space around it. Empty when there
  // was nothing to see; then nothing is kept of it.
  TextSpan end_block();

  // Bytes of the block that is being written.
  std::size_t block_size() const { return text_.size() - block_begin_; }

  std::string take_text() { return std::move(text_); }
  SourceMap take_map() { return std::move(map_); }

 private:
  void flush_space();
  void put(std::string_view verbatim);
  void put_replaced(std::string_view written, std::size_t begin,
                    std::size_t end);
  void settle_marks(std::string_view next, std::size_t at);
  std::size_t offset_of(const char* at) const {
    return static_cast<std::size_t>(at - page_.data());
  }

  std::string_view page_;
  std::string text_;
  SourceMap map_;
  std::size_t block_begin_ = 0;
  // White space or breaks not yet written: there may be nothing behind them.
  std::size_t space_begin_ = 0;
  std::size_t space_end_ = 0;
  bool has_space_ = false;
  int breaks_ = 0;
  // <q> elements: how many are open with marks of ours, and one that waits
  // for its first character.
  std::string opened_;  // a byte each: 1 with a mark of ours, 0 without
  std::size_t waiting_ = 0;
};

}  // namespace quoin
