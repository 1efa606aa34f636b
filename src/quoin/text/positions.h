// SPDX-License-Identifier: Apache-2.0
// From byte offsets to what people and other programs count in.
//
// Inside, offsets are UTF-8 bytes. JSON gives code points (the W3C Web
// Annotation model and Python count so) or UTF-16 units (JavaScript does), and
// people read lines and columns. Both ways below cost one linear pass:
//
//   PositionCursor cursor(document.text);        // queries in ascending order
//   for (const Quotation& q : quotations) cursor.advance_to(q.span.begin).line
//
//   const PositionIndex positions(document.text);         // in any order
//   positions.at(q.span.end).code_point

#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quoin {

// One place in a text, counted in every way. A line ends with its U+000A;
// lines and columns count from 1, columns in code points.
struct Position {
  std::size_t byte = 0;
  std::size_t code_point = 0;
  std::size_t utf16 = 0;
  std::size_t line = 1;
  std::size_t column = 1;

  friend auto operator<=>(const Position&, const Position&) = default;
};

// Walks a text once. The text must outlive the cursor.
class PositionCursor {
 public:
  // Requires: `text` is valid UTF-8.
  explicit PositionCursor(std::string_view text) : text_(text) {}
  explicit PositionCursor(std::string&&) = delete;

  // Requires: `byte` begins a code point or is the end, and is not before that
  // of the last call. The reference is good until the next call.
  const Position& advance_to(std::size_t byte);

 private:
  std::string_view text_;
  Position here_;
};

// Answers in any order: notes every few bytes, then a short walk. The text must
// outlive the index and be smaller than 4 GiB.
class PositionIndex {
 public:
  // Requires: `text` is valid UTF-8.
  explicit PositionIndex(std::string_view text);
  explicit PositionIndex(std::string&&) = delete;

  // Each requires: `byte` begins a code point or is the end.
  Position at(std::size_t byte) const;
  std::size_t code_point_at(std::size_t byte) const;
  std::size_t utf16_at(std::size_t byte) const;
  std::size_t line_at(std::size_t byte) const;

  // The way back, for spans that come from outside: the byte at which a code
  // point begins; the end of the text for any number past the last.
  std::size_t byte_of_code_point(std::size_t code_point) const;

 private:
  // Of the bytes before it.
  struct Note {
    std::uint32_t continuations = 0;  // bytes that do not begin a code point
    std::uint32_t astral = 0;         // code points of two UTF-16 units
    std::uint32_t newlines = 0;
  };

  std::string_view since_note(std::size_t byte) const;
  std::size_t line_begin(std::size_t byte) const;

  std::string_view text_;
  std::vector<Note> notes_;  // notes_[i] is at byte i * stride
};

}  // namespace quoin
