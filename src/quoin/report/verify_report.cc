// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/verify_report.h>

#include <algorithm>

namespace quoin {
namespace {

FindingSeverity severity_of_passage(const SourcePassage& passage,
                                    const Profile& profile) {
  const FindingSeverity severity = severity_of(passage.finding, profile);
  const bool is_conflict = passage.speaker == SpeakerAgreement::kConflict &&
                           severity != FindingSeverity::kCannotCheck;
  return is_conflict ? FindingSeverity::kSerious : severity;
}

}  // namespace

FindingSeverity severity_of(const VerifiedQuotation& verified,
                            const Profile& profile) {
  // Profiles cannot know whether the sources are complete.
  if (verified.grade == Grade::kNotFound) return FindingSeverity::kSerious;
  if (verified.passages.empty()) {
    return verified.grade == Grade::kParaphraseInMarks && verified.nearest
               ? severity_of_passage(*verified.nearest, profile)
               : FindingSeverity::kCannotCheck;
  }
  FindingSeverity mildest = FindingSeverity::kCannotCheck;
  for (const SourcePassage& passage : verified.passages) {
    mildest = std::min(mildest, severity_of_passage(passage, profile));
  }
  return mildest;
}

bool is_finding(FindingSeverity severity) {
  return severity >= FindingSeverity::kNote &&
         severity <= FindingSeverity::kSerious;
}

VerifyTotals count_verified(const VerifyReport& report) {
  VerifyTotals totals;
  for (std::size_t draft = 0; draft < report.drafts.size(); ++draft) {
    for (const VerifiedQuotation& verified : report.verified[draft]) {
      ++totals.quotations;
      ++totals.by_grade[static_cast<std::size_t>(verified.grade)];
      const FindingSeverity severity = severity_of(verified, *report.profile);
      if (is_finding(severity)) {
        ++totals.findings;
      } else if (severity == FindingSeverity::kCannotCheck) {
        ++totals.cannot_check;
        totals.not_in_sources +=
            verified.rule == "cannot_check/not-in-sources";
      } else {
        ++totals.clean;
      }
    }
    totals.not_looked_at += quotations_not_looked_at(report, draft).size();
  }
  return totals;
}

std::vector<std::size_t> quotations_not_looked_at(const VerifyReport& report,
                                                  std::size_t draft) {
  std::vector<bool> seen(report.drafts[draft].quotations.size(), false);
  for (const VerifiedQuotation& verified : report.verified[draft]) {
    seen[verified.quotation] = true;
  }
  std::vector<std::size_t> rest;
  for (std::size_t q = 0; q < seen.size(); ++q) {
    if (!seen[q]) rest.push_back(q);
  }
  return rest;
}

std::string_view why_not_looked_at(const Quotation& quotation) {
  if (quotation.block == BlockRole::kFurniture) return "furniture";
  if (quotation.depth > 0) return "nested";
  const bool is_name = quotation.kind == QuotationKind::kTitle ||
                       quotation.kind == QuotationKind::kNickname;
  return is_name ? to_string(quotation.kind) : "wordless";
}

std::optional<std::string> speaker_of(const Article& article,
                                      std::size_t quotation) {
  const std::optional<Speaker>& speaker =
      article.attributions[quotation].speaker;
  if (!speaker) return std::nullopt;
  return speaker->name ? *speaker->name
                       : std::string(article.document.slice(speaker->mention));
}

}  // namespace quoin
