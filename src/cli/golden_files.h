// SPDX-License-Identifier: Apache-2.0
// What golden check and bless write, and where they may not.

#pragma once

#include <string>
#include <vector>

#include <quoin/base/record.h>

#include "golden_cases.h"

namespace quoin::cli {

// True under CI=…, as every CI system sets it: goldens are not written there,
// by nobody and for no reason.
bool is_in_ci();

// What came out, beside the golden file and named like it with ".new" behind,
// for an editor's comparison of two files; none where nothing differs.
bool write_pending(const GoldenRun& run, bool differs);

// Replaces the golden file, or removes a stale one. Whole or not at all.
bool bless_golden(const GoldenRun& run);

// Adds a line to the case's blessed.md; nothing without a reason.
bool note_reason(const GoldenCase& one, const std::string& what,
                 const std::string& reason);

}  // namespace quoin::cli
