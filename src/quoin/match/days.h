// SPDX-License-Identifier: Apache-2.0
// Days between dates, for windows and for who printed first.

#pragma once

#include <optional>
#include <string>

namespace quoin {

// The day of a date that begins as 2026-03-04, counted from an arbitrary one;
// nothing for other forms.
std::optional<long> days_of(const std::optional<std::string>& date);

}  // namespace quoin
