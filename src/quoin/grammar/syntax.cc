// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/syntax.h>

#include <array>

namespace quoin {
namespace {

constexpr std::array<std::string_view, kSlotCount> kSlotNames = {
    "",     "CUE",       "SPEAKER", "ROLE",
    "MEDIUM", "ADDRESSEE", "QUOTE"};

}  // namespace

std::string_view to_string(Slot slot) {
  return kSlotNames[static_cast<std::size_t>(slot)];
}

std::optional<Slot> slot_named(std::string_view name) {
  for (std::size_t i = 1; i + 1 < kSlotNames.size(); ++i) {
    if (kSlotNames[i] == name) return static_cast<Slot>(i);
  }
  return std::nullopt;
}

}  // namespace quoin
