// SPDX-License-Identifier: Apache-2.0
// One finding as data: the line that `quoin grade --format jsonl` answers, and
// the keys that a finding has in the reports of compare and verify.
//
//   {"id", "grade", "extent", "flags", "operations"}

#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <quoin/grade/finding.h>
#include <quoin/report/json_writer.h>
#include <quoin/report/offsets.h>

namespace quoin {

// Appends one line. Offsets of operations count in the two texts.
void append_finding_line(std::string_view id, std::string_view reference,
                         std::string_view printed, const Finding& finding,
                         OffsetUnit unit, std::string& out);

// Write the value of a key, the place in its document of a part of the two
// texts that were graded.
struct FindingPlaces {
  std::function<void(ReferenceSpan)> reference;
  std::function<void(PrintedSpan)> printed;
};

// The keys of a finding, docs/report.md, into the object that is open.
void write_finding_keys(JsonWriter& json, const Finding& finding,
                        const FindingPlaces& places);

}  // namespace quoin
