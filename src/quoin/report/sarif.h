// SPDX-License-Identifier: Apache-2.0
// SARIF 2.1.0: findings for code scanning, editors and their kin.
//
// A finding is a result of kind `fail`; what differs between two printings
// without a reference is for people to `review`, what cannot be checked is
// `open`. Columns count code points. docs/report.md describes every field.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <quoin/report/assessment.h>

namespace quoin {

// GitHub refuses a run with more results. The gravest are kept, and a
// notification counts the rest.
inline constexpr std::size_t kMostSarifResults = 25000;

std::string assessment_sarif(const Assessed& all, std::string_view version,
                             std::size_t most = kMostSarifResults);

}  // namespace quoin
