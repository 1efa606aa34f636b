// SPDX-License-Identifier: Apache-2.0
// JUnit XML, which every CI system shows: a test case a quotation.
//
// A finding is a failure with its evidence card; what could not be checked,
// or differs from another printing that may be the wrong one, is skipped with
// the reason. docs/report.md describes every attribute.

#pragma once

#include <string>

#include <quoin/report/assessment.h>

namespace quoin {

std::string assessment_junit(const Assessed& all);

}  // namespace quoin
