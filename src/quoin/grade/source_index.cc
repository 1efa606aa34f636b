// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/source_index.h>

#include <algorithm>
#include <iterator>

#include <quoin/match/spoken.h>
#include <quoin/text/units.h>

namespace quoin {
namespace {

struct Held {
  std::optional<TextSpan> span;
  std::size_t distance = 0;  // word edits of all that is printed
};

Held find_in(const SourceText& source, const std::vector<std::string>& printed,
             std::size_t fullest, const FoldTables& folds) {
  Held held;
  const auto add = [&](std::size_t member, bool counts) {
    const FoldedWords words = fold_words(printed[member], folds);
    const std::vector<Passage> passages = source.locate(words);
    if (counts) {
      held.distance +=
          passages.empty() ? words.units.size() : passages.front().distance;
    }
    for (const Passage& passage : passages) {
      // Of several places the one that goes on what is known already.
      if (!held.span) {
        held.span = passage.sentences;
        return;
      }
      if (passage.sentences.overlaps(*held.span)) {
        held.span->begin = std::min(held.span->begin, passage.sentences.begin);
        held.span->end = std::max(held.span->end, passage.sentences.end);
        return;
      }
    }
  };
  add(fullest, false);
  for (std::size_t i = 0; i < printed.size(); ++i) add(i, true);
  return held;
}

}  // namespace

SourceIndex::SourceIndex(const Document& document, const FoldTables& folds)
    : document_(&document),
      text_(document, folds),
      clean_(clean_source(document.text)) {
  // A label stands behind the number of its line.
  turns_ = find_turns(bytes(clean_.has_value()));
  if (!clean_) return;
  clean_text_.emplace(clean_->text, folds);
  for (Turn& turn : turns_) {
    turn.label = in_document(turn.label, true);
    turn.words = in_document(turn.words, true);
  }
}

void SourceIndex::show_damage(TextSpan graded, Finding& finding) const {
  const std::size_t begin = graded.begin;
  const std::size_t document_begin = in_document(graded, true).begin;
  const auto lead_back = [&](ReferenceSpan span) {
    const TextSpan at =
        clean_->source_of(begin + span.begin, begin + span.end);
    return ReferenceSpan{at.begin - document_begin, at.end - document_begin};
  };
  for (Operation& operation : finding.operations) {
    operation.reference = lead_back(operation.reference);
  }
  finding.aligned = lead_back(finding.aligned);
  finding.add_flag("across_damage");
  if (clean_->line_numbers) finding.add_flag("line_numbers");
  if (clean_->page_furniture) finding.add_flag("page_furniture");
}

void SourceIndex::mark_turns(TextSpan words, Finding& finding) const {
  const bool crosses =
      std::any_of(turns_.begin(), turns_.end(), [&](const Turn& turn) {
        return words.begin < turn.label.begin && turn.label.end < words.end;
      });
  if (!crosses) return;
  finding.add_flag("across_turns");
  if (finding.grade < Grade::kSpliced) {
    finding.grade = Grade::kSpliced;
    finding.rule = "spliced/across-turns";
  }
}

bool SourceIndex::gives_to_another(const std::vector<std::string>& name_words,
                                   std::size_t at,
                                   const FoldTables& folds) const {
  const auto agrees = [&](const Turn& turn) {
    return compare_names(name_words,
                         name_words_of(document_->slice(turn.label), folds));
  };
  const auto next = std::upper_bound(
      turns_.begin(), turns_.end(), at,
      [](std::size_t byte, const Turn& turn) { return byte < turn.label.begin; });
  return next != turns_.begin() &&
         agrees(*std::prev(next)) == SpeakerAgreement::kConflict &&
         std::any_of(turns_.begin(), turns_.end(), [&](const Turn& turn) {
           return agrees(turn) == SpeakerAgreement::kSame;
         });
}

HeldPassage find_held(const SourceIndex& source,
                      const std::vector<std::string>& printed,
                      std::size_t fullest, const FoldTables& folds) {
  const Held held = find_in(source.text(), printed, fullest, folds);
  if (source.clean() == nullptr || (held.span && held.distance == 0)) {
    return {held.span, false};
  }
  const Held other = find_in(*source.clean(), printed, fullest, folds);
  const bool clean =
      other.span && (!held.span || other.distance < held.distance);
  return {clean ? other.span : held.span, clean};
}

}  // namespace quoin
