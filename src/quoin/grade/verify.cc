// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/verify.h>

#include <algorithm>
#include <utility>

#include <quoin/grade/finding_id.h>
#include <quoin/grade/grade.h>
#include <quoin/match/locate.h>

namespace quoin {
namespace {

class Verifier {
 public:
  Verifier(const Article& draft, std::span<const Article> sources,
           const GradeTables& tables, const VerifyOptions& options)
      : draft_(draft),
        sources_(sources),
        tables_(tables),
        options_(options),
        occurrences_(draft) {
    for (const Article& source : sources) {
      texts_.emplace_back(source.document, tables.folds);
    }
    Vocabulary vocabulary;
    said_ = collect_spoken(sources, {}, tables.folds, vocabulary);
  }

  std::vector<VerifiedQuotation> run() {
    Vocabulary vocabulary;
    std::vector<VerifiedQuotation> out;
    for (const Spoken& spoken : collect_spoken(std::span(&draft_, 1), {},
                                               tables_.folds, vocabulary)) {
      out.push_back(verify(spoken));
    }
    return out;
  }

 private:
  FindingSide side_of(const Spoken& spoken) const {
    return {draft_.document.id, draft_.document.slice(spoken.span),
            occurrences_.at(spoken.span.begin)};
  }

  VerifiedQuotation verify(const Spoken& spoken) const {
    VerifiedQuotation verified;
    verified.quotation = spoken.quotation;
    verified.span = spoken.span;
    verified.is_speech = draft_.quotations[spoken.quotation].kind ==
                         QuotationKind::kSpeech;
    const std::string_view words = draft_.document.slice(spoken.span);
    verified.id = finding_id({side_of(spoken)});
    for (std::size_t s = 0; s < texts_.size(); ++s) {
      for (const Passage& passage : texts_[s].locate(words, tables_.folds)) {
        verified.passages.push_back(judge(spoken, s, passage));
      }
    }
    keep_mildest(verified);
    if (verified.passages.empty()) {
      find_nearest(spoken, verified);
    } else {
      verified.grade = verified.passages.front().finding.grade;
      verified.rule = verified.passages.front().finding.rule;
    }
    return verified;
  }

  SourcePassage judge(const Spoken& spoken, std::size_t source,
                      const Passage& passage) const {
    SourcePassage out;
    out.source = source;
    out.span = passage.span;
    out.sentences = passage.sentences;
    const Document& document = sources_[source].document;
    out.finding = grade(document.slice(passage.sentences),
                        draft_.document.slice(spoken.span), tables_);
    out.finding.id =
        finding_id({side_of(spoken), {document.id, "", 0}});
    for (const Spoken& said : said_) {
      if (said.article != source || !said.span.overlaps(passage.span)) continue;
      if (said.speaker && std::find(out.speakers.begin(), out.speakers.end(),
                                    *said.speaker) == out.speakers.end()) {
        out.speakers.push_back(*said.speaker);
      }
      const SpeakerAgreement agreement = compare_speakers(spoken, said);
      if (agreement != SpeakerAgreement::kUnknown) out.speaker = agreement;
    }
    return out;
  }

  // A place where nothing could be compared is no place.
  void keep_mildest(VerifiedQuotation& verified) const {
    auto& passages = verified.passages;
    std::erase_if(passages, [](const SourcePassage& passage) {
      return passage.finding.grade == Grade::kNotFound;
    });
    Grade mildest = Grade::kCannotCheck;
    for (const SourcePassage& passage : passages) {
      mildest = std::min(mildest, passage.finding.grade);
    }
    std::erase_if(passages, [&](const SourcePassage& passage) {
      return passage.finding.grade != mildest;
    });
    if (passages.size() > options_.max_passages) {
      verified.more_passages = passages.size() - options_.max_passages;
      passages.resize(options_.max_passages);
    }
  }

  void find_nearest(const Spoken& spoken, VerifiedQuotation& verified) const {
    std::optional<Passage> best;
    std::size_t source = 0;
    for (std::size_t s = 0; s < texts_.size(); ++s) {
      const auto near = texts_[s].nearest(
          draft_.document.slice(spoken.span), tables_.folds);
      if (near && (!best || near->distance < best->distance)) {
        best = near;
        source = s;
      }
    }
    if (best) verified.nearest = judge(spoken, source, *best);
    const bool paraphrased =
        verified.nearest &&
        verified.nearest->finding.grade == Grade::kParaphraseInMarks;
    verified.grade = paraphrased         ? Grade::kParaphraseInMarks
                     : options_.complete ? Grade::kNotFound
                                         : Grade::kCannotCheck;
    verified.rule = paraphrased         ? verified.nearest->finding.rule
                    : options_.complete ? "not_found/complete-sources"
                                        : "cannot_check/not-in-sources";
  }

  const Article& draft_;
  std::span<const Article> sources_;
  const GradeTables& tables_;
  const VerifyOptions& options_;
  Occurrences occurrences_;
  std::vector<SourceText> texts_;
  std::vector<Spoken> said_;
};

}  // namespace

std::vector<VerifiedQuotation> verify_draft(const Article& draft,
                                            std::span<const Article> sources,
                                            const GradeTables& tables,
                                            const VerifyOptions& options) {
  return Verifier(draft, sources, tables, options).run();
}

}  // namespace quoin
