// SPDX-License-Identifier: Apache-2.0
// A finding as edits of one of its two texts, so that several printings can be
// laid beside the same base.
//
//   for (const Edit& e : edits_of(finding, BaseSide::kReference, base,
//   printed))
//     base.substr(e.begin, e.end - e.begin) became e.text

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <quoin/grade/finding.h>

namespace quoin {

// Which text of a finding is the base: its first, or its second.
enum class BaseSide : std::uint8_t { kFirst, kSecond };

struct Edit {
  std::size_t begin = 0;  // in the base
  std::size_t end = 0;
  std::size_t other = 0;  // where `text` begins in the other text
  std::string_view text;  // what stands there instead
  const Operation* operation = nullptr;

  bool empty() const { return begin == end; }
};

// Of everything that differs, in order. The views point into `other`.
// Requires: the texts are those that were graded.
std::vector<Edit> edits_of(const Finding& finding, BaseSide side,
                           std::string_view other);

// Whether a reader must see it: more than type and house style, and not the
// words that are missing at the ends.
bool is_difference(const Operation& operation);

// What happens there, in words: describe.h, for one operation.
std::string describe_operation(const Finding& finding,
                               const Operation& operation,
                               const std::string& first,
                               const std::string& second);

}  // namespace quoin
