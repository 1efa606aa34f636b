// SPDX-License-Identifier: Apache-2.0
// How a house judges a finding: a profile maps grades to severities, and
// nothing else. Profiles are data: `pairs profile-ap` in grammars/.
//
//   const Profile* ap = find_profile(tables, "ap");
//   Severity s = severity_of(finding, *ap);

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <quoin/grade/finding.h>

namespace quoin {

enum class FindingSeverity : std::uint8_t {
  kPass,
  kInfo,
  kNote,
  kReview,
  kSerious,
  kCannotCheck,
};

std::string_view to_string(FindingSeverity severity);

struct Profile {
  std::string name;  // "ap"
  std::array<FindingSeverity, kGradeCount> of_grade{};
};

struct GradeTables;

// The profile of that name, or null. "default" always exists. Valid while the
// tables live.
const Profile* find_profile(const GradeTables& tables, std::string_view name);

// A clipped qualifier raises an excerpt to review, a clipped negation to
// serious, unless the profile passes everything.
FindingSeverity severity_of(const Finding& finding, const Profile& profile);

}  // namespace quoin
