// SPDX-License-Identifier: Apache-2.0
// An assessment in words: what formats for other programs carry as messages.

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/report/assessment.h>

namespace quoin {

// A category (category_of) as a reader meets it for the first time.
struct CategoryWords {
  std::string_view id;
  std::string_view short_text;  // "Punctuation inside the quotation differs"
};
inline constexpr std::size_t kCategoryCount = kGradeCount + 1;
const std::array<CategoryWords, kCategoryCount>& categories();
// Requires: a category.
std::size_t category_index(std::string_view id);

// "punctuation: comma inserted after 'radar' (statement.txt:4)", on one line.
std::string evidence_line(const Assessment& one);

// The evidence card, a line each: both texts as printed, every difference,
// grade, rule, speaker, and what was not checked.
std::vector<std::string> evidence_card(const Assessed& all,
                                       const Assessment& one);

// "8 quotations: 5 clean, 2 findings, 1 not checked", fit for a pull request.
std::string summary_line(const Assessed& all);

}  // namespace quoin
