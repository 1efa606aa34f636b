// SPDX-License-Identifier: Apache-2.0
// “did you mean”: the known name that a mistyped one is nearest to.
//
//   nearest_name("pubished", {"file", "outlet", "published"})  // "published"

#pragma once

#include <span>
#include <string>
#include <string_view>

namespace quoin {

// The nearest of `known` by edits of one byte (swapped neighbours are one),
// the first of equals; empty when none is near enough to be meant.
std::string_view nearest_name(std::string_view name,
                              std::span<const std::string_view> known);

// "did you mean 'published'?", or "expected one of 'file', 'outlet'" when
// nothing is near and the list is short, or nothing.
std::string suggest_name(std::string_view name,
                         std::span<const std::string_view> known);

}  // namespace quoin
