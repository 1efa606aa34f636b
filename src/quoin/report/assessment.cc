// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/assessment.h>

#include <algorithm>
#include <array>

namespace quoin {

std::string_view to_string(Outcome outcome) {
  constexpr std::array<std::string_view, 7> kNames = {
      "clean", "finding",     "differs",      "cannot_check",
      "base",  "not_printed", "not_looked_at"};
  return kNames[static_cast<std::size_t>(outcome)];
}

std::size_t Assessed::count(Outcome outcome) const {
  return static_cast<std::size_t>(
      std::count_if(items.begin(), items.end(), [&](const Assessment& one) {
        return one.outcome == outcome;
      }));
}

const std::string& Assessed::path_of(const Document& document) const {
  const auto found = files.find(document.id);
  return found == files.end() ? document.id : found->second;
}

std::string_view category_of(const Assessment& one) {
  if (one.misattributed) return "misattributed";
  return to_string(one.grade.value_or(Grade::kCannotCheck));
}

std::string as_words(std::string_view id) {
  std::string out(id);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

}  // namespace quoin
