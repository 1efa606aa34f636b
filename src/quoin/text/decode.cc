// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/decode.h>

#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

namespace quoin {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

constexpr std::uint64_t kOnes = 0x0101010101010101;
constexpr std::uint64_t kHighs = 0x8080808080808080;

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]);
}

// Past the bytes that are ASCII and not NUL, eight at a time.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    // A lane's high bit is set, or borrows one because the lane is zero.
    if (((word | (word - kOnes)) & kHighs) != 0) break;
  }
  while (at < bytes.size() && byte_at(bytes, at) - 1u < 0x7F) ++at;
  return at;
}

// What a lead byte promises (Unicode 15, table 3-7). Only the second byte has
// a range of its own: it keeps out overlong forms, surrogates, and what is
// past U+10FFFF.
struct Lead {
  std::size_t length = 0;  // 0: no lead byte
  std::uint8_t second_low = 0x80;
  std::uint8_t second_high = 0xBF;
};

Lead lead_of(std::uint8_t byte) {
  if (byte < 0xC2 || byte > 0xF4) return {};
  if (byte < 0xE0) return {2};
  if (byte == 0xE0) return {3, 0xA0};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3};
  if (byte == 0xF0) return {4, 0x90};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {4};
}

// The bytes of one sequence that belong together: all of a well-formed one,
// or the longest part that could have begun one.
struct Sequence {
  std::size_t size = 1;
  bool well_formed = false;
};

Sequence read_sequence(std::string_view bytes, std::size_t at) {
  const Lead lead = lead_of(byte_at(bytes, at));
  if (lead.length == 0) return {};
  std::size_t size = 1;
  std::uint8_t low = lead.second_low;
  std::uint8_t high = lead.second_high;
  while (size < lead.length && at + size < bytes.size()) {
    const std::uint8_t next = byte_at(bytes, at + size);
    if (next < low || next > high) break;
    ++size;
    low = 0x80;
    high = 0xBF;
  }
  return {size, size == lead.length};
}

// U+FDD0..U+FDEF are EF B7 90..AF.
bool is_forbidden(std::string_view bytes, std::size_t at) {
  return bytes.compare(at, 2, "\xEF\xB7") == 0 &&
         byte_at(bytes, at + 2) >= 0x90 && byte_at(bytes, at + 2) <= 0xAF;
}

struct Fault {
  std::size_t begin = 0;
  std::size_t size = 0;  // 0: there is none up to the end
  bool ill_formed = false;
};

Fault find_fault(std::string_view bytes, std::size_t from) {
  for (std::size_t at = skip_ascii(bytes, from); at < bytes.size();
       at = skip_ascii(bytes, at)) {
    if (bytes[at] == '\0') return {at, 1, false};
    const Sequence sequence = read_sequence(bytes, at);
    if (!sequence.well_formed) return {at, sequence.size, true};
    if (sequence.size == 3 && is_forbidden(bytes, at)) return {at, 3, false};
    at += sequence.size;
  }
  return {bytes.size(), 0, false};
}

}  // namespace

DecodedText decode_utf8(std::string bytes, ByteOrigins* origins) {
  DecodedText decoded;
  const std::size_t mark =
      bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  Fault fault = find_fault(bytes, mark);
  if (fault.size == 0) {
    if (mark > 0) {
      bytes.erase(0, mark);
      if (origins) origins->append(bytes.size(), 1, mark, 1);
    }
    decoded.text = std::move(bytes);
    return decoded;
  }
  const std::size_t first = fault.begin - mark;
  std::size_t kept = mark;
  const auto keep = [&](std::size_t end) {
    decoded.text.append(bytes, kept, end - kept);
    if (origins) origins->append(end - kept, 1, kept, 1);
  };
  while (fault.size > 0) {
    keep(fault.begin);
    decoded.text += kReplacement;
    if (origins) {
      origins->append(1, kReplacement.size(), fault.begin, fault.size);
    }
    ++(fault.ill_formed ? decoded.ill_formed : decoded.forbidden);
    kept = fault.begin + fault.size;
    fault = find_fault(bytes, kept);
  }
  keep(bytes.size());
  // What stands before the first fault is the same in both.
  decoded.first_fault = PositionCursor(decoded.text).advance_to(first);
  return decoded;
}

Utf8Count count_utf8(std::string_view bytes, std::size_t most_multibyte) {
  Utf8Count count;
  for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size();
       at = skip_ascii(bytes, at)) {
    if (count.multibyte >= most_multibyte) break;
    if (bytes[at] == '\0') {
      ++at;
      continue;
    }
    const Sequence sequence = read_sequence(bytes, at);
    ++(sequence.well_formed ? count.multibyte : count.ill_formed);
    at += sequence.size;
  }
  return count;
}

}  // namespace quoin
