// SPDX-License-Identifier: Apache-2.0
// How the printings of a cluster without a reference are shown: in groups that
// differ in convention at most, A, B, C, each against the group of the
// baseline, which is called home here and never right.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <quoin/report/story_report.h>

namespace quoin {

using ReadingGroups = std::vector<std::vector<std::size_t>>;

// The group of the baseline, or of the fullest printing where there is none.
std::size_t home_of(const ComparedCluster& compared,
                    const ReadingGroups& groups);

// The first of a group with the baseline; null when it was not graded.
const ComparedPair* pair_with_home(const ComparedCluster& compared,
                                   const ReadingGroups& groups,
                                   std::size_t group);

// "8 of the 22 words of A", where one of the two is part of the other.
std::optional<std::string> excerpt_of(const ComparedCluster& compared,
                                      const ReadingGroups& groups,
                                      std::size_t group, std::size_t home);

}  // namespace quoin
