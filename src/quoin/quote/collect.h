// SPDX-License-Identifier: Apache-2.0
// Makes quotations of paired marks, and joins those that run on from one
// paragraph to the next.
//
// A quotation that is open at the end of a paragraph goes on when the next
// paragraph opens with the same mark again (the custom of English news), or
// with the closing one (the custom of French books); else it ends there.

#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <quoin/quote/conventions.h>
#include <quoin/quote/mark_scan.h>
#include <quoin/quote/quotation.h>
#include <quoin/text/document.h>

namespace quoin {

// Whether a block of that role interrupts an article without being part of it.
inline bool is_inset(BlockRole role) {
  return role == BlockRole::kFurniture || role == BlockRole::kCaption;
}

class QuotationCollector {
 public:
  // Both must outlive the collector.
  QuotationCollector(const Document& document, const MarkConventions& marks)
      : document_(document), marks_(marks) {}

  // Paragraphs in order, with their paired tokens. What is open at the end of
  // one goes on in the next that is no inset (is_inset): advertisements and
  // captions stand anywhere, and nobody's speech ends with them.
  void add(TextSpan paragraph, std::span<const MarkToken> tokens);

  // The quotations by position, outer before inner.
  std::vector<Quotation> finish();

 private:
  struct Open {
    std::size_t quotation;
    std::size_t begin;    // of the current segment
    std::uint8_t mark;
    std::uint32_t token;  // of this paragraph; kNoPartner when it went on
  };

  bool goes_on(const MarkToken& token, std::size_t depth,
               TextSpan paragraph) const;
  void open(const MarkToken& token, std::uint32_t at, TextSpan paragraph);
  void close(std::size_t end, TextSpan mark);
  void add_unopened(const MarkToken& token, TextSpan paragraph);
  void add_paragraph(TextSpan paragraph, std::span<const MarkToken> tokens);
  void end_paragraph(TextSpan paragraph);
  std::size_t end_before_cue(TextSpan segment) const;
  BlockRole role_of(std::size_t at);

  const Document& document_;
  const MarkConventions& marks_;
  std::vector<Quotation> quotations_;
  std::vector<Open> open_;     // of this paragraph, outer to inner
  std::vector<Open> waiting_;  // open at the end of the paragraph before
  std::size_t last_close_ = 0;  // end of the mark that closed last
  std::size_t block_ = 0;
};

}  // namespace quoin
