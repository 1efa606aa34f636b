// SPDX-License-Identifier: Apache-2.0
// A comparison as data: one JSON object, a record a line.
//
// docs/report.md describes every field.

#pragma once

#include <string>

#include <quoin/report/offsets.h>
#include <quoin/report/story_report.h>

namespace quoin {

std::string compare_json(const StoryReport& report, OffsetUnit unit);

}  // namespace quoin
