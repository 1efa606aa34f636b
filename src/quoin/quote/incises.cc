// SPDX-License-Identifier: Apache-2.0
#include <quoin/quote/incises.h>

#include <cstddef>
#include <utility>

#include <quoin/quote/dialogue.h>

namespace quoin {
namespace {

// The pieces as quotations: `whole` shortened, and what follows in it.
void append_pieces(const Quotation& whole, const std::vector<TextSpan>& pieces,
                   std::vector<Quotation>& out) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Quotation piece = whole;
    piece.span = pieces[i];
    if (i > 0) piece.open = {piece.span.begin, piece.span.begin};
    if (i + 1 < pieces.size() || piece.span.end < whole.span.end) {
      piece.close = {piece.span.end, piece.span.end};
    }
    out.push_back(std::move(piece));
  }
}

}  // namespace

std::vector<Quotation> split_at_incises(std::string_view text,
                                        std::vector<Quotation> quotations,
                                        const MarkConventions& marks) {
  if (marks.inner_breaks.empty()) return quotations;
  std::vector<Quotation> out;
  out.reserve(quotations.size());
  std::vector<int> place(quotations.size());
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    Quotation& quotation = quotations[i];
    if (quotation.parent != kNoParent) {
      quotation.parent = place[static_cast<std::size_t>(quotation.parent)];
    }
    place[i] = static_cast<int>(out.size());
    const bool has_nested = i + 1 < quotations.size() &&
                            quotations[i + 1].parent == static_cast<int>(i);
    if (has_nested || !quotation.segments.empty()) {
      out.push_back(std::move(quotation));
      continue;
    }
    const std::vector<TextSpan> pieces =
        speech_in_marks(text, quotation.span, marks);
    if (pieces.empty() ||
        (pieces.size() == 1 && pieces[0] == quotation.span)) {
      out.push_back(std::move(quotation));
    } else {
      append_pieces(quotation, pieces, out);
    }
  }
  return out;
}

}  // namespace quoin
