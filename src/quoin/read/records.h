// SPDX-License-Identifier: Apache-2.0
// Flat records from JSON Lines: what golden files are made of.

#pragma once

#include <string>
#include <vector>

#include <quoin/base/record.h>
#include <quoin/base/result.h>

namespace quoin {

// One record a line: strings, whole numbers, lists of strings; null is the
// same as no field. Any line that is something else is an error.
Result<std::vector<Record>> read_records(const std::string& path);

}  // namespace quoin
