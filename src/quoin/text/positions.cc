// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/positions.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <cstring>

namespace quoin {
namespace {

constexpr std::size_t kStride = 128;

constexpr std::uint64_t kOnes = 0x0101010101010101;
constexpr std::uint64_t kHighs = 0x8080808080808080;

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// What a run of bytes holds, as far as positions care.
struct Counts {
  std::size_t continuations = 0;  // bytes that do not begin a code point
  std::size_t four_bytes = 0;     // code points that need two UTF-16 units
  std::size_t newlines = 0;
};

void count_byte(char byte, Counts& counts) {
  counts.continuations += is_continuation(byte) ? 1 : 0;
  counts.four_bytes += static_cast<unsigned char>(byte) >= 0xF0 ? 1 : 0;
  counts.newlines += byte == '\n' ? 1 : 0;
}

// The sum of eight lanes. Requires: it is below 256.
std::size_t sum_of_lanes(std::uint64_t lanes) {
  return static_cast<std::size_t>((lanes * kOnes) >> 56);
}

// Eight bytes at a time, each in a lane of its own: a byte-wise loop is five
// times slower, and vector code would need one version a processor.
Counts count(std::string_view bytes) {
  constexpr std::size_t kMostWords = 31;  // no sum of lanes reaches 256
  Counts counts;
  std::size_t i = 0;
  while (i + 8 <= bytes.size()) {
    const std::size_t stop = std::min(bytes.size(), i + 8 * kMostWords);
    std::uint64_t newlines = 0, continuations = 0, four_bytes = 0;
    for (; i + 8 <= stop; i += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.data() + i, 8);
      const std::uint64_t newline = word ^ (kOnes * '\n');
      // One in each lane that is zero; exact, no borrow between lanes.
      newlines +=
          (~(((newline & ~kHighs) + ~kHighs) | newline | ~kHighs)) >> 7;
      continuations += (word >> 7) & ~(word >> 6) & kOnes;
      four_bytes +=
          (word >> 7) & (word >> 6) & (word >> 5) & (word >> 4) & kOnes;
    }
    counts.newlines += sum_of_lanes(newlines);
    counts.continuations += sum_of_lanes(continuations);
    counts.four_bytes += sum_of_lanes(four_bytes);
  }
  for (; i < bytes.size(); ++i) count_byte(bytes[i], counts);
  return counts;
}

// `from` moved on to `byte`.
Position move_on(std::string_view text, const Position& from,
                 std::size_t byte) {
  assert(from.byte <= byte && byte <= text.size());
  assert(byte == text.size() || !is_continuation(text[byte]));
  const std::string_view run = text.substr(from.byte, byte - from.byte);
  const Counts counts = count(run);
  const std::size_t code_points = run.size() - counts.continuations;
  Position to;
  to.byte = byte;
  to.code_point = from.code_point + code_points;
  to.utf16 = from.utf16 + code_points + counts.four_bytes;
  to.line = from.line + counts.newlines;
  if (counts.newlines == 0) {
    to.column = from.column + code_points;
  } else {
    const std::string_view last_line = run.substr(run.rfind('\n') + 1);
    to.column = 1 + last_line.size() - count(last_line).continuations;
  }
  return to;
}

}  // namespace

const Position& PositionCursor::advance_to(std::size_t byte) {
  here_ = move_on(text_, here_, byte);
  return here_;
}

PositionIndex::PositionIndex(std::string_view text) : text_(text) {
  notes_.reserve(text.size() / kStride + 1);
  notes_.emplace_back();
  for (std::size_t byte = kStride; byte <= text.size(); byte += kStride) {
    std::size_t boundary = byte;
    while (boundary < text.size() && is_continuation(text[boundary])) {
      ++boundary;
    }
    notes_.push_back(move_on(text, notes_.back(), boundary));
  }
}

Position PositionIndex::at(std::size_t byte) const {
  // A note may stand up to three bytes past its stride, that is past `byte`.
  std::size_t note = std::min(byte / kStride, notes_.size() - 1);
  if (notes_[note].byte > byte) --note;
  return move_on(text_, notes_[note], byte);
}

std::size_t PositionIndex::byte_of_code_point(std::size_t code_point) const {
  const auto after =
      std::upper_bound(notes_.begin(), notes_.end(), code_point,
                       [](std::size_t wanted, const Position& note) {
                         return wanted < note.code_point;
                       });
  const Position& note = *std::prev(after);
  std::size_t byte = note.byte;
  for (std::size_t left = code_point - note.code_point;
       left > 0 && byte < text_.size(); --left) {
    ++byte;
    while (byte < text_.size() && is_continuation(text_[byte])) ++byte;
  }
  return byte;
}

}  // namespace quoin
