// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/verify.h>

#include <algorithm>
#include <utility>

#include <quoin/grade/finding_id.h>
#include <quoin/grade/grade.h>
#include <quoin/grade/source_index.h>
#include <quoin/grade/translated.h>

namespace quoin {
namespace {

// Of the content words that a paraphrase must share: fewer are shared by chance.
constexpr std::size_t kFewestSharedWords = 3;
constexpr std::size_t kFewWords = 10;

void add_once(std::vector<std::string>& all, std::string text) {
  if (std::find(all.begin(), all.end(), text) == all.end()) {
    all.push_back(std::move(text));
  }
}

struct Source {
  Source(const Article& of, const FoldTables& folds)
      : article(of), index(of.document, folds) {}

  const Article& article;
  SourceIndex index;
  std::vector<Spoken> said;  // by position
};

struct Found {
  std::size_t source = 0;
  Passage passage;
  bool clean = false;  // in the cleaned text: its spans count there
};

class Verifier {
 public:
  Verifier(std::span<const Article> sources, const GradeTables& tables,
           const VerifyOptions& options)
      : tables_(tables), options_(options) {
    sources_.reserve(sources.size());
    for (const Article& source : sources) {
      sources_.emplace_back(source, tables.folds);
    }
    Vocabulary vocabulary;
    for (Spoken& spoken :
         collect_spoken(sources, {}, tables.folds, vocabulary)) {
      sources_[spoken.article].said.push_back(std::move(spoken));
    }
  }

  std::vector<VerifiedQuotation> run(const Article& draft) {
    draft_ = &draft;
    const Occurrences occurrences(draft);
    occurrences_ = &occurrences;
    Vocabulary vocabulary;
    std::vector<VerifiedQuotation> out;
    for (const Spoken& spoken : collect_spoken(std::span(&draft, 1), {},
                                               tables_.folds, vocabulary)) {
      out.push_back(verify(spoken));
    }
    return out;
  }

 private:
  FindingSide side_of(const Spoken& spoken) const {
    return {draft_->document.id, draft_->document.slice(spoken.span),
            occurrences_->at(spoken.span.begin)};
  }

  VerifiedQuotation verify(const Spoken& spoken) const {
    VerifiedQuotation verified;
    verified.quotation = spoken.quotation;
    verified.span = spoken.span;
    verified.id = finding_id({side_of(spoken)});
    verified.is_speech =
        draft_->quotations[spoken.quotation].kind == QuotationKind::kSpeech;
    const std::string_view words = draft_->document.slice(spoken.span);
    const bool translated =
        is_translation(*draft_, spoken.span, tables_);
    const FoldedWords folded = fold_words(words, tables_.folds);
    std::vector<Found> found = find_runs(folded);
    if (found.empty() || is_poor(found)) {
      std::vector<Found> pieces =
          find_pieces(folded, verified.candidates_truncated);
      if (found.empty() || nearest_of(pieces) < nearest_of(found)) {
        found = std::move(pieces);
      }
    }
    for (const Found& each : found) {
      SourcePassage passage = judge(spoken, each, translated);
      // Few words with two edits may be anybody's, unless they are the
      // speaker's.
      const bool chance =
          each.passage.words < kFewWords &&
          each.passage.distance * 4 > each.passage.words &&
          passage.speaker != SpeakerAgreement::kSame;
      if (!chance) verified.passages.push_back(std::move(passage));
    }
    keep_mildest(verified);
    if (verified.passages.empty()) {
      find_nearest(spoken, folded, translated, verified);
    } else {
      verified.grade = verified.passages.front().finding.grade;
      verified.rule = verified.passages.front().finding.rule;
    }
    return verified;
  }

  static std::size_t nearest_of(const std::vector<Found>& found) {
    std::size_t nearest = static_cast<std::size_t>(-1);
    for (const Found& each : found) {
      nearest = std::min(nearest, each.passage.distance);
    }
    return nearest;
  }

  // So many edits that half of it may stand elsewhere.
  static bool is_poor(const std::vector<Found>& found) {
    return std::all_of(found.begin(), found.end(), [](const Found& each) {
      return each.passage.distance * 5 > each.passage.words;
    });
  }

  // ---- Passages -------------------------------------------------------------

  // In every source as it is, or where the cleaned text is nearer, in that.
  std::vector<Found> find_runs(const FoldedWords& words) const {
    std::vector<Found> found;
    for (std::size_t s = 0; s < sources_.size(); ++s) {
      const SourceIndex& source = sources_[s].index;
      std::vector<Passage> passages = source.text().locate(words);
      bool clean = false;
      if (source.clean() != nullptr &&
          (passages.empty() || passages.front().distance > 0)) {
        std::vector<Passage> other = source.clean()->locate(words);
        clean = !other.empty() &&
                (passages.empty() ||
                 other.front().distance < passages.front().distance);
        if (clean) passages = std::move(other);
      }
      for (const Passage& passage : passages) {
        found.push_back({s, passage, clean});
      }
    }
    return found;
  }

  std::vector<Found> find_pieces(const FoldedWords& words,
                                 bool& truncated) const {
    std::vector<Found> found;
    for (std::size_t s = 0; s < sources_.size(); ++s) {
      const SourceIndex& source = sources_[s].index;
      const bool clean = source.clean() != nullptr;
      const SourceText& text = clean ? *source.clean() : source.text();
      const auto pieces = text.locate_pieces(words, source.bytes(clean));
      truncated = truncated || pieces.truncated;
      if (pieces.passage) found.push_back({s, *pieces.passage, clean});
    }
    return found;
  }

  SourcePassage judge(const Spoken& spoken, const Found& found,
                      bool translated) const {
    const Source& source = sources_[found.source];
    const Document& document = source.article.document;
    SourcePassage out;
    out.source = found.source;
    out.span = source.index.in_document(found.passage.span, found.clean);
    const TextSpan graded = found.passage.sentences;
    out.sentences = source.index.in_document(graded, found.clean);
    out.finding = grade(
        source.index.bytes(found.clean).substr(graded.begin, graded.size()),
        draft_->document.slice(spoken.span), tables_);
    if (found.clean) source.index.show_damage(graded, out.finding);
    if (found.passage.kind == PassageKind::kInterleaved) {
      out.finding.grade = Grade::kCannotCheck;
      out.finding.rule = "cannot_check/interleaved-source";
      out.finding.add_flag("interleaved");
    }
    source.index.mark_turns(out.span, out.finding);
    if (translated ||
        languages_differ(draft_->document, source.article.document)) {
      mark_translated(out.finding);
    }
    out.finding.id = finding_id({side_of(spoken), {document.id, "", 0}});
    set_speakers(spoken, out);
    return out;
  }

  // ---- Speakers ---------------------------------------------------------------

  // By attribution, by the label of the turn, or else as declared.
  void set_speakers(const Spoken& spoken, SourcePassage& out) const {
    const Source& source = sources_[out.source];
    const auto hear = [&](std::string name,
                          const std::vector<std::string>& words) {
      add_once(out.speakers, std::move(name));
      const SpeakerAgreement agreement =
          compare_names(spoken.name_words, words);
      // One of several that agrees is enough.
      if (agreement != SpeakerAgreement::kUnknown &&
          out.speaker != SpeakerAgreement::kSame) {
        out.speaker = agreement;
      }
    };
    for (const Spoken& said : source.said) {
      if (!said.span.overlaps(out.span) || !said.speaker) continue;
      hear(*said.speaker, said.name_words);
    }
    const std::vector<Turn>& turns = source.index.turns();
    const auto next = std::upper_bound(
        turns.begin(), turns.end(), out.span.begin,
        [](std::size_t at, const Turn& turn) { return at < turn.label.begin; });
    if (next != turns.begin() && out.speakers.empty()) {
      const std::string label(
          source.article.document.slice(std::prev(next)->label));
      const auto words = name_words_of(label, tables_.folds);
      // Q and A: nobody is named.
      if (label.size() > 1) hear(label, words);
    }
    const auto& declared = options_.source_speakers;
    if (out.speakers.empty() && out.source < declared.size() &&
        declared[out.source]) {
      hear(*declared[out.source],
           name_words_of(*declared[out.source], tables_.folds));
    }
  }

  // ---- The verdict --------------------------------------------------------------

  // A place where nothing could be compared is no place, unless the source is
  // damaged there.
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

  bool is_content(const std::string& key) const {
    // "Never" and "each" are in every text, and no content of a paraphrase.
    const auto classes = tables_.protected_phrases.find(key);
    if (classes != tables_.protected_phrases.end()) {
      for (const ClassPhrase& phrase : classes->second) {
        const bool counts = phrase.which == Protected::kNumber;
        if (phrase.words.size() == 1 && !counts) return false;
      }
    }
    // Without a list of function words short words pass for them.
    return tables_.function_words.empty()
               ? key.size() > 3
               : !tables_.function_words.contains(key);
  }

  void find_nearest(const Spoken& spoken, const FoldedWords& words,
                    bool translated, VerifiedQuotation& verified) const {
    std::optional<Found> best;
    for (std::size_t s = 0; s < sources_.size(); ++s) {
      const auto near = sources_[s].index.text().nearest(
          words,
          [&](const std::string& key) { return is_content(key); });
      if (near && (!best || near->distance < best->passage.distance)) {
        best = {s, *near, false};
      }
    }
    bool paraphrased = false;
    if (best) {
      verified.nearest = judge(spoken, *best, translated);
      const std::size_t shared =
          best->passage.words - best->passage.distance;
      paraphrased =
          verified.nearest->finding.grade == Grade::kParaphraseInMarks &&
          verified.nearest->speaker != SpeakerAgreement::kConflict &&
          shared >= kFewestSharedWords && verified.is_speech;
    }
    set_absent(paraphrased, translated || all_foreign(), verified);
  }

  bool all_foreign() const {
    return std::all_of(sources_.begin(), sources_.end(),
                       [&](const Source& source) {
                         return languages_differ(draft_->document,
                                                 source.article.document);
                       });
  }

  void set_absent(bool paraphrased, bool translated,
                  VerifiedQuotation& verified) const {
    verified.grade = Grade::kCannotCheck;
    if (translated) {
      verified.rule = "cannot_check/translated";
    } else if (paraphrased) {
      verified.grade = Grade::kParaphraseInMarks;
      verified.rule = verified.nearest->finding.rule;
    } else if (!verified.is_speech) {
      verified.rule = "cannot_check/not-speech";
    } else if (options_.complete && verified.candidates_truncated) {
      verified.rule = "cannot_check/candidates-truncated";
    } else if (options_.complete) {
      verified.grade = Grade::kNotFound;
      verified.rule = "not_found/complete-sources";
    } else {
      verified.rule = "cannot_check/not-in-sources";
    }
  }

  const GradeTables& tables_;
  const VerifyOptions& options_;
  std::vector<Source> sources_;
  const Article* draft_ = nullptr;
  const Occurrences* occurrences_ = nullptr;
};

}  // namespace

std::vector<std::vector<VerifiedQuotation>> verify_drafts(
    std::span<const Article> drafts, std::span<const Article> sources,
    const GradeTables& tables, const VerifyOptions& options) {
  Verifier verifier(sources, tables, options);
  std::vector<std::vector<VerifiedQuotation>> out;
  for (const Article& draft : drafts) out.push_back(verifier.run(draft));
  return out;
}

std::vector<VerifiedQuotation> verify_draft(const Article& draft,
                                            std::span<const Article> sources,
                                            const GradeTables& tables,
                                            const VerifyOptions& options) {
  return Verifier(sources, tables, options).run(draft);
}

}  // namespace quoin
