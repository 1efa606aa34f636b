// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/profile.h>

#include <algorithm>

#include <quoin/grade/tables.h>

namespace quoin {

std::string_view to_string(FindingSeverity severity) {
  switch (severity) {
    case FindingSeverity::kPass: return "pass";
    case FindingSeverity::kInfo: return "info";
    case FindingSeverity::kNote: return "note";
    case FindingSeverity::kReview: return "review";
    case FindingSeverity::kSerious: return "serious";
    case FindingSeverity::kCannotCheck: return "cannot_check";
  }
  return "";
}

const Profile* find_profile(const GradeTables& tables, std::string_view name) {
  for (const Profile& profile : tables.profiles) {
    if (profile.name == name) return &profile;
  }
  return nullptr;
}

FindingSeverity severity_of(const Finding& finding, const Profile& profile) {
  const FindingSeverity severity =
      profile.of_grade[static_cast<std::size_t>(finding.grade)];
  // Right words in another's mouth.
  if (finding.has("misattributed") &&
      severity != FindingSeverity::kCannotCheck) {
    return FindingSeverity::kSerious;
  }
  if (severity == FindingSeverity::kPass ||
      severity == FindingSeverity::kCannotCheck) {
    return severity;
  }
  if (finding.has("qualifier_clipped:negation")) {
    return FindingSeverity::kSerious;
  }
  const bool clipped = finding.has("qualifier_clipped:condition") ||
                       finding.has("qualifier_clipped:hedge");
  return clipped ? std::max(severity, FindingSeverity::kReview) : severity;
}

}  // namespace quoin
