// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/positions.h>

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace quoin {
namespace {

constexpr std::size_t kStride = 64;

// A byte that does not begin a code point.
bool is_continuation(char byte) { return static_cast<signed char>(byte) < -64; }
// The first of four bytes: a code point that needs two UTF-16 units.
bool is_astral(char byte) { return static_cast<unsigned char>(byte) >= 0xF0; }
bool is_newline(char byte) { return byte == '\n'; }

// Of just kStride bytes, in a sum that cannot overflow: so compilers write it
// with the vectors of any processor, and it takes a third of a step a byte.
template <class Is>
std::uint32_t count_block(const char* bytes, Is is) {
  std::uint8_t count = 0;
  for (std::size_t i = 0; i < kStride; ++i) {
    count = static_cast<std::uint8_t>(count + (is(bytes[i]) ? 1 : 0));
  }
  return count;
}

template <class Is>
std::size_t count_in(std::string_view bytes, Is is) {
  std::size_t count = 0;
  for (; bytes.size() >= kStride; bytes.remove_prefix(kStride)) {
    count += count_block(bytes.data(), is);
  }
  for (const char byte : bytes) count += is(byte) ? 1 : 0;
  return count;
}

}  // namespace

const Position& PositionCursor::advance_to(std::size_t byte) {
  assert(here_.byte <= byte && byte <= text_.size());
  assert(byte == text_.size() || !is_continuation(text_[byte]));
  const std::string_view run = text_.substr(here_.byte, byte - here_.byte);
  const std::size_t code_points = run.size() - count_in(run, is_continuation);
  const std::size_t newlines = count_in(run, is_newline);
  here_.byte = byte;
  here_.code_point += code_points;
  here_.utf16 += code_points + count_in(run, is_astral);
  here_.line += newlines;
  if (newlines == 0) {
    here_.column += code_points;
  } else {
    const std::string_view last_line = run.substr(run.rfind('\n') + 1);
    here_.column =
        1 + last_line.size() - count_in(last_line, is_continuation);
  }
  return here_;
}

PositionIndex::PositionIndex(std::string_view text) : text_(text) {
  notes_.reserve(text.size() / kStride + 1);
  Note note;
  notes_.push_back(note);
  for (std::size_t at = 0; at + kStride <= text.size(); at += kStride) {
    const char* const block = text.data() + at;
    note.continuations += count_block(block, is_continuation);
    note.astral += count_block(block, is_astral);
    note.newlines += count_block(block, is_newline);
    notes_.push_back(note);
  }
}

std::string_view PositionIndex::since_note(std::size_t byte) const {
  const std::size_t from = byte - byte % kStride;
  return text_.substr(from, byte - from);
}

std::size_t PositionIndex::code_point_at(std::size_t byte) const {
  return byte - notes_[byte / kStride].continuations -
         count_in(since_note(byte), is_continuation);
}

std::size_t PositionIndex::utf16_at(std::size_t byte) const {
  return code_point_at(byte) + notes_[byte / kStride].astral +
         count_in(since_note(byte), is_astral);
}

std::size_t PositionIndex::line_at(std::size_t byte) const {
  return 1 + notes_[byte / kStride].newlines +
         count_in(since_note(byte), is_newline);
}

Position PositionIndex::at(std::size_t byte) const {
  assert(byte <= text_.size());
  Position found;
  found.byte = byte;
  found.code_point = code_point_at(byte);
  found.utf16 = utf16_at(byte);
  found.line = line_at(byte);
  const std::size_t begin = found.line == 1 ? 0 : line_begin(byte);
  found.column = 1 + found.code_point - code_point_at(begin);
  return found;
}

// Where the line of `byte` begins: past the last newline before it. Notes lead
// past the blocks without one.
std::size_t PositionIndex::line_begin(std::size_t byte) const {
  std::size_t note = byte / kStride;
  const std::size_t newline = since_note(byte).rfind('\n');
  if (newline != std::string_view::npos) return note * kStride + newline + 1;
  const auto first = std::lower_bound(
      notes_.begin(), notes_.begin() + static_cast<std::ptrdiff_t>(note),
      notes_[note].newlines,
      [](const Note& a, std::uint32_t newlines) { return a.newlines < newlines; });
  // The note before the first that counts it: its block holds the newline.
  note = static_cast<std::size_t>(first - notes_.begin());
  return text_.substr(0, note * kStride).rfind('\n') + 1;
}

std::size_t PositionIndex::byte_of_code_point(std::size_t code_point) const {
  // The last note before which no more code points begin than are wanted.
  std::size_t low = 0;
  std::size_t high = notes_.size();
  while (high - low > 1) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t before =
        middle * kStride - notes_[middle].continuations;
    (before <= code_point ? low : high) = middle;
  }
  std::size_t byte = low * kStride;
  std::size_t left = code_point - (byte - notes_[low].continuations);
  const auto pass_continuations = [&] {
    while (byte < text_.size() && is_continuation(text_[byte])) ++byte;
  };
  pass_continuations();  // of one that begins before the note
  for (; left > 0 && byte < text_.size(); --left) {
    ++byte;
    pass_continuations();
  }
  return byte;
}

}  // namespace quoin
