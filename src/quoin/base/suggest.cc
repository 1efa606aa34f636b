// SPDX-License-Identifier: Apache-2.0
#include <quoin/base/suggest.h>

#include <algorithm>
#include <cstddef>
#include <vector>

#include <fmt/format.h>

namespace quoin {
namespace {

constexpr std::size_t kLongestName = 64;
constexpr std::size_t kShortList = 12;

// Optimal string alignment: insert, delete, replace, swap neighbours.
std::size_t edits_between(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(
      a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace =
          cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] =
          std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, replace});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
                           a[i - 2] == b[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

std::string_view nearest_name(std::string_view name,
                              std::span<const std::string_view> known) {
  if (name.size() > kLongestName) return {};
  std::string_view best;
  // One edit for short names, one in three letters for longer ones.
  std::size_t allowed = std::max<std::size_t>(1, name.size() / 3);
  for (const std::string_view candidate : known) {
    if (candidate.size() > kLongestName) continue;
    const std::size_t edits = edits_between(name, candidate);
    if (edits > allowed || edits >= candidate.size()) continue;
    best = candidate;
    if (edits == 0) break;
    allowed = edits - 1;
  }
  return best;
}

std::string suggest_name(std::string_view name,
                         std::span<const std::string_view> known) {
  if (const std::string_view near = nearest_name(name, known); !near.empty()) {
    return fmt::format("did you mean '{}'?", near);
  }
  if (known.empty() || known.size() > kShortList) return {};
  return fmt::format("expected one of '{}'", fmt::join(known, "', '"));
}

}  // namespace quoin
