// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/reference.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace quoin {
namespace {

constexpr std::array<std::string_view, 5> kNames = {
    "transcript", "official_transcript", "release", "agency_copy", "peer"};

bool same_letter(char a, char b) {
  return a == b || (a == '-' && b == '_');
}

}  // namespace

std::string_view to_string(ReferenceType type) {
  return kNames[static_cast<std::size_t>(type)];
}

std::optional<ReferenceType> reference_type_named(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (std::equal(name.begin(), name.end(), kNames[i].begin(),
                   kNames[i].end(), same_letter)) {
      return static_cast<ReferenceType>(i);
    }
  }
  return std::nullopt;
}

std::span<const std::string_view> declarable_reference_types() {
  return std::span(kNames).first(kNames.size() - 1);
}

}  // namespace quoin
