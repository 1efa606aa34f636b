// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/boundary.h>

#include <algorithm>

#include <quoin/text/units.h>

namespace quoin {
namespace {

constexpr std::size_t kNearby = 48;  // bytes to look at for one word

std::size_t char_start(std::string_view text, std::size_t at) {
  while (at < text.size() &&
         (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) {
    ++at;
  }
  return at;
}

// The key of the word that `text` begins with, and where it stands; nothing
// when a mark or a line break comes first.
std::optional<Unit> first_word(std::string_view text, const FoldTables& folds) {
  text = text.substr(0, char_start(text, std::min(kNearby, text.size())));
  text = text.substr(0, text.find('\n'));
  FoldedWords words = fold_words(text, folds);
  const bool marked = !words.puncts.empty() && words.puncts[0].slot == 0;
  if (words.units.empty() || marked) return std::nullopt;
  return std::move(words.units.front());
}

std::optional<Unit> last_word(std::string_view text, const FoldTables& folds,
                              std::size_t& offset) {
  offset = text.size() > kNearby ? char_start(text, text.size() - kNearby) : 0;
  const std::size_t line = text.rfind('\n');
  if (line != std::string_view::npos) offset = std::max(offset, line + 1);
  text = text.substr(offset);
  FoldedWords words = fold_words(text, folds);
  const bool marked = !words.puncts.empty() &&
                      words.puncts.back().slot == words.units.size();
  if (words.units.empty() || marked) return std::nullopt;
  return std::move(words.units.back());
}

}  // namespace

std::optional<TextSpan> find_boundary_shift(const Article& article,
                                            const Rendering& part,
                                            const Finding& finding,
                                            std::string_view fuller,
                                            const FoldTables& folds) {
  const bool compares = part.quotation != kUnquoted &&
                        finding.extent != Extent::kWhole &&
                        finding.aligned.end <= fuller.size() &&
                        !finding.aligned.empty();
  if (!compares) return std::nullopt;
  const Quotation& quotation = article.quotations[part.quotation];
  const std::string_view text = article.document.text;
  const auto next = first_word(fuller.substr(finding.aligned.end), folds);
  const auto outside = first_word(text.substr(quotation.close.end), folds);
  if (next && outside && next->key == outside->key) {
    return TextSpan{quotation.close.end + outside->source.begin,
                    quotation.close.end + outside->source.end};
  }
  std::size_t ignored = 0;
  std::size_t offset = 0;
  const auto previous =
      last_word(fuller.substr(0, finding.aligned.begin), folds, ignored);
  const auto before =
      last_word(text.substr(0, quotation.open.begin), folds, offset);
  if (previous && before && previous->key == before->key) {
    return TextSpan{offset + before->source.begin,
                    offset + before->source.end};
  }
  return std::nullopt;
}

}  // namespace quoin
