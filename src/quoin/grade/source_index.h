// SPDX-License-Identifier: Apache-2.0
// A source ready to be asked for words: its text as it is, and where lines are
// numbered or pages have heads, without those.
//
// Internal to grade/. What is found in the cleaned text is led back to the
// source, and the finding says that it runs across damage; so numbers between
// words are never taken for words.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/grade/finding.h>
#include <quoin/match/clean_source.h>
#include <quoin/match/locate.h>
#include <quoin/match/turns.h>
#include <quoin/text/document.h>
#include <quoin/text/fold_tables.h>

namespace quoin {

class SourceIndex {
 public:
  // Keeps a reference to the document.
  SourceIndex(const Document& document, const FoldTables& folds);

  const Document& document() const { return *document_; }
  const SourceText& text() const { return text_; }
  // Null where there is nothing to take away.
  const SourceText* clean() const {
    return clean_text_ ? &*clean_text_ : nullptr;
  }
  // What spans of text() or clean() count in.
  std::string_view bytes(bool clean) const {
    return clean ? std::string_view(clean_->text)
                 : std::string_view(document_->text);
  }
  // A span of either as one of the document.
  TextSpan in_document(TextSpan span, bool clean) const {
    return clean ? clean_->source_of(span.begin, span.end) : span;
  }
  // Who speaks where, in the document.
  const std::vector<Turn>& turns() const { return turns_; }

  // Words of two speakers in one pair of marks are no one's: a finding whose
  // words, a span of the document, run over the label of a turn is spliced.
  void mark_turns(TextSpan words, Finding& finding) const;

  // Whether the turn at a byte of the document is labelled with another's name
  // than these words of one, who has a turn here as well. A label alone may be
  // a role: "THE COURT" and Judge Obel are one.
  bool gives_to_another(const std::vector<std::string>& name_words,
                        std::size_t at, const FoldTables& folds) const;

  // For a finding against `graded`, a span of clean(): its operations and what
  // it was aligned with are led back to the document, where they count from
  // the beginning of the same span, and flags say what was taken away.
  void show_damage(TextSpan graded, Finding& finding) const;

 private:
  const Document* document_;
  SourceText text_;
  std::optional<CleanSource> clean_;
  std::optional<SourceText> clean_text_;
  std::vector<Turn> turns_;
};

// The passage that holds what several print: that of the fullest, grown to hold
// the sentences of the others. In the source as it is, or where the cleaned text
// is nearer, in that. Nothing when it holds none of them.
struct HeldPassage {
  std::optional<TextSpan> span;  // of SourceIndex::bytes(clean)
  bool clean = false;
};
HeldPassage find_held(const SourceIndex& source,
                      const std::vector<std::string>& printed,
                      std::size_t fullest, const FoldTables& folds);

}  // namespace quoin
