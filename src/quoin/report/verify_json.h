// SPDX-License-Identifier: Apache-2.0
// A verification as data: one JSON object, a quotation a line.
//
// docs/report.md describes every field.

#pragma once

#include <string>

#include <quoin/report/offsets.h>
#include <quoin/report/verify_report.h>

namespace quoin {

std::string verify_json(const VerifyReport& report, OffsetUnit unit);

}  // namespace quoin
