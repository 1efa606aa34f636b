// SPDX-License-Identifier: Apache-2.0
// One finding as data: the line that `quoin grade --format jsonl` answers.
//
//   {"id", "grade", "extent", "flags", "operations"}

#pragma once

#include <string>
#include <string_view>

#include <quoin/grade/finding.h>
#include <quoin/report/offsets.h>

namespace quoin {

// Appends one line. Offsets of operations count in the two texts.
void append_finding_line(std::string_view id, std::string_view reference,
                         std::string_view printed, const Finding& finding,
                         OffsetUnit unit, std::string& out);

}  // namespace quoin
