// SPDX-License-Identifier: Apache-2.0
// A finding in words, as reports for people and golden files show it.

#pragma once

#include <string>
#include <vector>

#include <quoin/grade/finding.h>

namespace quoin {

// The operations of a finding in words, one a line, those that made the grade
// and nothing that is only typography; then one line of what was only that.
// `a` and `b` are what the first and the second text are called.
std::vector<std::string> describe_finding(const Finding& finding,
                                          const std::string& a,
                                          const std::string& b);

}  // namespace quoin
