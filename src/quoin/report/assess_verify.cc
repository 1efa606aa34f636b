// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/assessment.h>

#include <string>
#include <vector>

#include <fmt/format.h>

#include <quoin/grade/finding_id.h>
#include <quoin/report/assess_parts.h>

namespace quoin {
namespace {

// The passage to show: one that has the same speaker say it, where there is.
const SourcePassage& best_passage(const VerifiedQuotation& verified) {
  for (const SourcePassage& passage : verified.passages) {
    if (passage.speaker != SpeakerAgreement::kConflict) return passage;
  }
  return verified.passages.front();
}

Outcome outcome_of(FindingSeverity severity) {
  if (severity == FindingSeverity::kCannotCheck) return Outcome::kCannotCheck;
  return is_finding(severity) ? Outcome::kFinding : Outcome::kClean;
}

class VerifyAssessor {
 public:
  explicit VerifyAssessor(const VerifyReport& report)
      : report_(report), drafts_(report.drafts), sources_(report.sources) {
    for (const Article& draft : report.drafts) occurrences_.emplace_back(draft);
  }

  Assessed assess_all();

 private:
  void add(std::size_t draft, const VerifiedQuotation& verified);
  void add_passage(const SourcePassage& passage, Assessment& one) const;
  void add_unseen(std::size_t draft, std::size_t quotation);

  const VerifyReport& report_;
  Places drafts_;
  Places sources_;
  std::vector<Occurrences> occurrences_;  // per draft
  Assessed out_;
};

Assessed VerifyAssessor::assess_all() {
  out_.command = "verify";
  out_.profile = report_.profile->name;
  for (std::size_t draft = 0; draft < report_.drafts.size(); ++draft) {
    for (const VerifiedQuotation& verified : report_.verified[draft]) {
      add(draft, verified);
    }
    for (const std::size_t q : quotations_not_looked_at(report_, draft)) {
      add_unseen(draft, q);
    }
  }
  sort_assessments(report_.drafts, out_.items);
  return std::move(out_);
}

void VerifyAssessor::add_passage(const SourcePassage& passage,
                                 Assessment& one) const {
  const Article& source = report_.sources[passage.source];
  one.against = sources_.passage(passage.source, passage.span);
  add_finding(passage.finding, source.document, *one.document, one);
  if (passage.speaker != SpeakerAgreement::kConflict) return;
  one.misattributed = true;
  one.differences.insert(
      one.differences.begin(),
      fmt::format("said by {} here, by {} in {}", one.speaker.value_or("—"),
                  fmt::join(passage.speakers, ", "),
                  source.document.id));
}

void VerifyAssessor::add(std::size_t draft, const VerifiedQuotation& verified) {
  const Article& article = report_.drafts[draft];
  Assessment one;
  one.document = &article.document;
  one.printed = drafts_.passage(draft, verified.span);
  one.quotation = fmt::format("q{}", verified.quotation + 1);
  one.speaker = speaker_of(article, verified.quotation);
  one.severity = severity_of(verified, *report_.profile);
  one.outcome = outcome_of(one.severity);
  if (!verified.passages.empty()) {
    add_passage(best_passage(verified), one);
    const std::size_t more =
        verified.passages.size() - 1 + verified.more_passages;
    if (more > 0) {
      one.note = fmt::format("{} more passage{} fit{} as well", more,
                             more == 1 ? "" : "s", more == 1 ? "s" : "");
    }
  } else {
    if (verified.nearest) {
      one.against =
          sources_.passage(verified.nearest->source, verified.nearest->span);
      one.is_nearest = true;
    }
    one.note = report_.complete
                   ? "not in the sources"
                   : "not in the sources, which are not known to be complete";
  }
  one.id = verified.id;  // of the words, whatever they are held against
  one.grade = verified.grade;
  one.rule = verified.rule;
  out_.items.push_back(std::move(one));
}

void VerifyAssessor::add_unseen(std::size_t draft, std::size_t quotation) {
  const Article& article = report_.drafts[draft];
  const TextSpan span = article.quotations[quotation].span;
  Assessment one;
  one.outcome = Outcome::kNotLookedAt;
  one.document = &article.document;
  one.printed = drafts_.passage(draft, span);
  one.id = id_of(*one.printed, occurrences_[draft].at(span.begin));
  one.quotation = fmt::format("q{}", quotation + 1);
  one.note = why_not_looked_at(article.quotations[quotation]);
  out_.items.push_back(std::move(one));
}

}  // namespace

Assessed assess(const VerifyReport& report) {
  return VerifyAssessor(report).assess_all();
}

}  // namespace quoin
