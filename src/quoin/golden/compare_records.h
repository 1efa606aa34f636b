// SPDX-License-Identifier: Apache-2.0
// What a golden file says of the comparison of a case: who printed what, with
// which grade.

#pragma once

#include <vector>

#include <quoin/base/record.h>
#include <quoin/report/story_report.h>

namespace quoin {

// Every printing of every cluster, with its grade against the reference or,
// where there is none, against the fullest printing; every document without
// the words; and which documents are one witness.
std::vector<Record> compare_records(const StoryReport& report);

}  // namespace quoin
