// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/finding.h>

#include <algorithm>
#include <array>

namespace quoin {
namespace {

constexpr std::array<std::string_view, kGradeCount> kGradeNames = {
    "identical",  "typographic",   "convention",
    "excerpt",    "punctuation",   "marked_edit",
    "cleanup",    "minor_wording", "omission",
    "insertion",  "substitution",  "reordered",
    "spliced",    "meaning_risk",  "paraphrase_in_marks",
    "not_found",  "cannot_check"};

}  // namespace

std::string_view to_string(Grade grade) {
  return kGradeNames[static_cast<std::size_t>(grade)];
}

std::optional<Grade> grade_named(std::string_view name) {
  const auto found = std::find(kGradeNames.begin(), kGradeNames.end(), name);
  if (found == kGradeNames.end()) return std::nullopt;
  return static_cast<Grade>(found - kGradeNames.begin());
}

std::string_view to_string(OperationKind kind) {
  switch (kind) {
    case OperationKind::kInserted: return "inserted";
    case OperationKind::kDeleted: return "deleted";
    case OperationKind::kReplaced: return "replaced";
  }
  return "";
}

std::string_view to_string(Extent extent) {
  switch (extent) {
    case Extent::kWhole: return "whole";
    case Extent::kHead: return "head";
    case Extent::kTail: return "tail";
    case Extent::kMiddle: return "middle";
    case Extent::kElided: return "elided";
  }
  return "";
}

bool Finding::has(std::string_view flag) const {
  return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

void Finding::add_flag(std::string_view flag) {
  if (has(flag)) return;
  flags.emplace_back(flag);
  std::sort(flags.begin(), flags.end());
}

std::string apply_operations(std::string_view reference,
                             std::string_view printed,
                             const Finding& finding) {
  std::string out;
  std::size_t at = 0;
  for (const Operation& operation : finding.operations) {
    out += reference.substr(at, operation.reference.begin - at);
    out += printed.substr(operation.printed.begin, operation.printed.size());
    at = operation.reference.end;
  }
  return out += reference.substr(at);
}

}  // namespace quoin
