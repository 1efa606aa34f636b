// SPDX-License-Identifier: Apache-2.0
// Workflow commands of GitHub Actions: findings beside the lines they are in.
//
//   ::warning file=draft.txt,line=3,title=minor wording::…
//
// GitHub shows ten of each level a step and drops the rest without a word; so
// the tenth says how many more there are, and those stand in the log.

#pragma once

#include <string>

#include <quoin/report/assessment.h>

namespace quoin {

std::string assessment_github(const Assessed& all);

}  // namespace quoin
