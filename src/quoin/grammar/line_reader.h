// SPDX-License-Identifier: Apache-2.0
// One line of a `.grammar` file, read from left to right.
//
// Keeps byte offset and column together, so that every piece of syntax knows
// where it stands.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <quoin/grammar/syntax.h>

namespace quoin {

class LineReader {
 public:
  // Valid while `line` lives. `number` from 1.
  LineReader(std::string_view line, std::size_t number)
      : line_(line), number_(number) {}

  bool at_end() const { return at_ >= line_.size(); }
  char peek() const { return at_end() ? '\0' : line_[at_]; }
  char peek_after() const {
    return at_ + 1 < line_.size() ? line_[at_ + 1] : '\0';
  }
  std::string_view rest() const { return line_.substr(at_); }

  void skip_space();
  // One code point.
  std::string_view take();
  // As long as `belongs` holds of the next byte.
  template <class Predicate>
  std::string_view take_while(Predicate belongs) {
    const std::size_t from = at_;
    while (!at_end() && belongs(line_[at_])) ++at_;
    return line_.substr(from, at_ - from);
  }
  // A name, as a list or a shape has one, and what an author took for one:
  // `is_name` is false when it holds other letters than a to z.
  std::string_view take_name(bool& is_name);
  // Up to `closing`, which is consumed; a backslash keeps the next byte from
  // closing. Without a `closing`, all the rest, and `closed` is false.
  std::string_view take_through(char closing, bool& closed);

  // From `from` (an earlier mark()) to here.
  std::size_t mark() const { return at_; }
  Place place_since(std::size_t from) const;

 private:
  std::string_view line_;
  std::size_t number_;
  std::size_t at_ = 0;
};

// What names are made of: a to z, digits and '-'.
bool is_name_byte(char c);
inline constexpr std::string_view kNameAdvice =
    "names are written with a to z, digits and '-'; entries as you like";

// The number of code points in valid UTF-8.
std::size_t count_code_points(std::string_view text);

// "\"" and "\\" to what they stand for.
std::string unescape(std::string_view text);

}  // namespace quoin
