// SPDX-License-Identifier: Apache-2.0
// Which of thousands of articles tell one story: those that quotations bring
// together.
//
// Internal to grade/. A long quotation that two articles share, or two short
// ones, joins them; so does being one page or one agency copy. A single short
// phrase does not: "we will see what happens" stands everywhere.

#pragma once

#include <span>
#include <vector>

#include <quoin/grade/compare.h>

namespace quoin {

// Sets the story of each cluster and what is not printed in it. `counts`: per
// article, whether it is one that prints, and no reference. Articles without a
// cluster are in no story unless all are one.
std::vector<StoryGroup> group_stories(const std::vector<char>& counts,
                                      bool one_story,
                                      const std::vector<DocumentRelation>&,
                                      std::vector<ComparedCluster>& clusters);

}  // namespace quoin
