// SPDX-License-Identifier: Apache-2.0
// A finding in words, as reports for people and golden files show it.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <quoin/grade/finding.h>

namespace quoin {

// The operations of a finding in words, one a line, those that made the grade
// and nothing that is only typography; then one line of what was only that.
// `a` and `b` are what the first and the second text are called.
std::vector<std::string> describe_finding(const Finding& finding,
                                          const std::string& a,
                                          const std::string& b);

// Whether a line of these is that last one.
bool is_only_convention(std::string_view line);

}  // namespace quoin
