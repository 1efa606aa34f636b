// SPDX-License-Identifier: Apache-2.0
// Words that speech has and print may do without: fillers, stutters, false
// starts.
//
// Internal to grade/.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <quoin/grade/side.h>
#include <quoin/grade/tables.h>

namespace quoin {

// Why the units, left out of `side`, are mere cleanup: "filler", "repetition",
// "false_start". Empty when they are not, or not only.
// Requires: units is in order and not empty.
std::vector<std::string> find_cleanup(const Side& side,
                                      const std::vector<std::size_t>& units,
                                      const GradeTables& tables);

// Do the units say again what stands right before or after them?
bool is_repetition(const Side& side, const std::vector<std::size_t>& units);

}  // namespace quoin
