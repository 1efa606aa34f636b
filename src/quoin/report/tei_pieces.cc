// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/tei_pieces.h>

#include <algorithm>
#include <queue>
#include <string_view>
#include <tuple>

namespace quoin {
namespace {

// std::priority_queue gives the greatest first.
struct ComesLater {
  bool operator()(const TeiPiece& a, const TeiPiece& b) const {
    return std::tuple(a.span.begin, b.span.end, a.quotation) >
           std::tuple(b.span.begin, a.span.end, b.quotation);
  }
};
using Queue =
    std::priority_queue<TeiPiece, std::vector<TeiPiece>, ComesLater>;

// The parts of a segment on each line that hold anything.
void add_lines(std::string_view text, TextSpan segment, std::size_t quotation,
               Queue& queue) {
  std::size_t begin = segment.begin;
  while (begin < segment.end) {
    const std::size_t end = std::min(text.find('\n', begin), segment.end);
    if (begin < end) queue.push({{begin, end}, quotation});
    begin = end + 1;
  }
}

Queue lines_of(const Article& article) {
  Queue queue;
  for (std::size_t i = 0; i < article.quotations.size(); ++i) {
    const Quotation& quotation = article.quotations[i];
    if (quotation.depth >= kMostTeiDepth) continue;
    if (quotation.segments.empty()) {
      add_lines(article.document.text, quotation.span, i, queue);
    }
    for (const TextSpan segment : quotation.segments) {
      add_lines(article.document.text, segment, i, queue);
    }
  }
  return queue;
}

}  // namespace

std::vector<TeiPiece> cut_into_pieces(const Article& article) {
  Queue queue = lines_of(article);
  std::vector<TeiPiece> pieces;
  std::vector<std::size_t> open_ends;
  std::vector<std::size_t> counts(article.quotations.size(), 0);
  while (!queue.empty()) {
    TeiPiece piece = queue.top();
    queue.pop();
    while (!open_ends.empty() && open_ends.back() <= piece.span.begin) {
      open_ends.pop_back();
    }
    if (!open_ends.empty() && open_ends.back() < piece.span.end) {
      queue.push({{open_ends.back(), piece.span.end}, piece.quotation});
      piece.span.end = open_ends.back();
    }
    open_ends.push_back(piece.span.end);
    piece.number = ++counts[piece.quotation];
    pieces.push_back(piece);
  }
  for (TeiPiece& piece : pieces) piece.of = counts[piece.quotation];
  return pieces;
}

}  // namespace quoin
