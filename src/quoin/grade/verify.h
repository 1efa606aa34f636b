// SPDX-License-Identifier: Apache-2.0
// Do the quotations of a draft stand in its sources, and how?
//
// The draft may be a story before print, a translation, a machine-written
// summary; the sources transcripts, releases, reports. In sources the words
// need not stand in marks. What several passages hold alike is listed, not
// chosen; what none holds says something only when the sources are complete.
//
//   for (const VerifiedQuotation& v : verify_draft(draft, sources, tables))
//     if (v.passages.empty()) ... v.nearest

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <quoin/attribute/attribution.h>
#include <quoin/grade/finding.h>
#include <quoin/grade/tables.h>
#include <quoin/match/spoken.h>

namespace quoin {

struct VerifyOptions {
  bool complete = false;  // what is not in the sources was not said
  // At most so many passages a quotation; the rest is counted.
  std::size_t max_passages = 8;
  // Whose words a source is declared to hold, by source; may be shorter.
  std::vector<std::optional<std::string>> source_speakers;
};

struct SourcePassage {
  std::size_t source = 0;  // index into the sources
  TextSpan span;           // the words
  TextSpan sentences;      // grown to sentences: what the finding is against
  Finding finding;         // spans of operations count in the sentences
  // Whom the source has say it: in an attribution, in the label of the turn
  // ("KIM:"), or in what is declared of the source. Empty: nobody is named.
  std::vector<std::string> speakers;
  // Of the draft's speaker with those.
  SpeakerAgreement speaker = SpeakerAgreement::kUnknown;
};

struct VerifiedQuotation {
  std::string id;             // finding_id of the draft's words
  std::size_t quotation = 0;  // index into the draft's
  TextSpan span;              // a paragraph of it
  // Marks also stand around terms, signs and thoughts. Those are looked for
  // too, since they may be fragments of speech, but that the sources lack them
  // is no finding.
  bool is_speech = true;
  // The passages of the mildest grade, by source, then position.
  std::vector<SourcePassage> passages;
  std::size_t more_passages = 0;
  // Its phrases stand in a source so often that not all places were looked at:
  // that it was not found says nothing.
  bool candidates_truncated = false;
  std::optional<SourcePassage> nearest;  // when there is none
  Grade grade = Grade::kCannotCheck;
  std::string rule;  // what made the grade
};

// Of each draft: the sources are prepared once.
std::vector<std::vector<VerifiedQuotation>> verify_drafts(
    std::span<const Article> drafts, std::span<const Article> sources,
    const GradeTables& tables, const VerifyOptions& options = {});

// The spoken quotations of the draft outside furniture, in order.
std::vector<VerifiedQuotation> verify_draft(const Article& draft,
                                            std::span<const Article> sources,
                                            const GradeTables& tables,
                                            const VerifyOptions& options = {});

}  // namespace quoin
