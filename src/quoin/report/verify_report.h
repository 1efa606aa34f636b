// SPDX-License-Identifier: Apache-2.0
// What the reports of a verification show: each quotation of each draft, what
// the sources hold of it, and how a house judges that.

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/attribute/attribution.h>
#include <quoin/grade/profile.h>
#include <quoin/grade/verify.h>

namespace quoin {

// Views of what must outlive the report.
struct VerifyReport {
  std::span<const Article> drafts;
  std::span<const Article> sources;
  std::vector<std::vector<VerifiedQuotation>> verified;  // one list a draft
  const Profile* profile = nullptr;
  bool complete = false;  // the sources were declared to be
};

// That of the passage the profile thinks least of objecting to. Words that no
// complete source holds are serious; so are words that all the passages have
// somebody else say.
FindingSeverity severity_of(const VerifiedQuotation& verified,
                            const Profile& profile);

// Anything from a note on; what cannot be checked is no finding.
bool is_finding(FindingSeverity severity);

// A quotation over several paragraphs counts once a paragraph.
struct VerifyTotals {
  std::size_t quotations = 0;
  std::size_t clean = 0;
  std::size_t findings = 0;
  std::size_t cannot_check = 0;
  std::size_t not_in_sources = 0;  // of those that cannot be checked
  std::size_t not_looked_at = 0;   // in addition to the quotations
  std::vector<std::size_t> by_grade = std::vector<std::size_t>(kGradeCount);
};

VerifyTotals count_verified(const VerifyReport& report);

// The quotations of a draft that were not held against anything, by position.
std::vector<std::size_t> quotations_not_looked_at(const VerifyReport& report,
                                                  std::size_t draft);

// "furniture", "nested", "title", "nickname", "wordless"
std::string_view why_not_looked_at(const Quotation& quotation);

// The name, else the mention as printed.
std::optional<std::string> speaker_of(const Article& article,
                                      std::size_t quotation);

}  // namespace quoin
