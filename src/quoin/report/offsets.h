// SPDX-License-Identifier: Apache-2.0
// What the offsets in JSON count.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <quoin/text/positions.h>

namespace quoin {

// Code points are what the W3C Web Annotation model and Python count, UTF-16
// units what JavaScript does.
enum class OffsetUnit : std::uint8_t { kCodePoint, kByte, kUtf16 };

inline std::size_t offset_of(const Position& position, OffsetUnit unit) {
  switch (unit) {
    case OffsetUnit::kCodePoint: return position.code_point;
    case OffsetUnit::kByte: return position.byte;
    case OffsetUnit::kUtf16: return position.utf16;
  }
  return position.code_point;
}

// The same without counting what is not asked for. Requires: what
// PositionIndex::at does.
inline std::size_t offset_of(const PositionIndex& positions, std::size_t byte,
                             OffsetUnit unit) {
  switch (unit) {
    case OffsetUnit::kCodePoint: return positions.code_point_at(byte);
    case OffsetUnit::kByte: return byte;
    case OffsetUnit::kUtf16: return positions.utf16_at(byte);
  }
  return byte;
}

// "codepoint", "bytes", "utf16"
inline std::optional<OffsetUnit> offset_unit_named(std::string_view name) {
  if (name == "codepoint") return OffsetUnit::kCodePoint;
  if (name == "bytes") return OffsetUnit::kByte;
  if (name == "utf16") return OffsetUnit::kUtf16;
  return std::nullopt;
}

}  // namespace quoin
