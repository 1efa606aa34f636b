// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/reading_groups.h>

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <quoin/report/phrases.h>

namespace quoin {
namespace {

std::size_t home_member(const ComparedCluster& compared) {
  return compared.baseline.value_or(compared.cluster.root);
}

}  // namespace

std::size_t home_of(const ComparedCluster& compared,
                    const ReadingGroups& groups) {
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const auto& group = groups[g];
    if (std::find(group.begin(), group.end(), home_member(compared)) !=
        group.end()) {
      return g;
    }
  }
  return 0;
}

const ComparedPair* pair_with_home(const ComparedCluster& compared,
                                   const ReadingGroups& groups,
                                   std::size_t group) {
  return find_pair(compared, home_member(compared), groups[group].front());
}

std::optional<std::string> excerpt_of(const ComparedCluster& compared,
                                      const ReadingGroups& groups,
                                      std::size_t group, std::size_t home) {
  if (group == home) return std::nullopt;
  const ComparedPair* pair = pair_with_home(compared, groups, group);
  if (pair == nullptr || pair->finding.grade != Grade::kExcerpt) {
    return std::nullopt;
  }
  std::size_t whole = pair->finding.reference_words;
  std::size_t own = pair->finding.printed_words;
  if (pair->a == groups[group].front()) std::swap(whole, own);
  const std::string letter = reading_letter(home);
  return own <= whole
             ? fmt::format("{} of the {} words of {}", own, whole, letter)
             : fmt::format("{} words, {} of them those of {}", own, whole,
                           letter);
}

}  // namespace quoin
