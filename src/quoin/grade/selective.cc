// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/selective.h>

#include <algorithm>

#include <quoin/text/units.h>

namespace quoin {
namespace {

// Further apart two fragments are two excerpts.
constexpr std::size_t kMostWords = 8;
constexpr std::size_t kMostBytes = 200;

bool ends_sentence(const FoldedWords& words) {
  return std::any_of(words.puncts.begin(), words.puncts.end(),
                     [](const Punct& punct) {
                       return punct.kind == '.' || punct.kind == '?' ||
                              punct.kind == '!' || punct.kind == ';';
                     });
}

bool reports(const Article& article, std::size_t quotation, TextSpan between) {
  if (quotation >= article.attributions.size()) return false;
  const Attribution& attribution = article.attributions[quotation];
  return (attribution.cue && attribution.cue->overlaps(between)) ||
         (attribution.speaker &&
          attribution.speaker->mention.overlaps(between));
}

}  // namespace

std::optional<TextSpan> find_selective_unquoting(const Article& article,
                                                 Fragment first,
                                                 Fragment second,
                                                 std::string_view gap,
                                                 const FoldTables& folds) {
  const TextSpan between{article.quotations[first.quotation].close.end,
                         article.quotations[second.quotation].open.begin};
  const bool near = between.begin < between.end &&
                    between.size() <= kMostBytes && !gap.empty() &&
                    first.quotation != second.quotation;
  if (!near || reports(article, first.quotation, between) ||
      reports(article, second.quotation, between)) {
    return std::nullopt;
  }
  const std::string_view text = article.document.slice(between);
  if (text.find('\n') != std::string_view::npos) return std::nullopt;
  const FoldedWords printed = fold_words(text, folds);
  const FoldedWords said = fold_words(gap, folds);
  if (printed.units.empty() || said.units.empty() ||
      printed.units.size() > kMostWords || said.units.size() > kMostWords ||
      ends_sentence(printed) || ends_sentence(said)) {
    return std::nullopt;
  }
  const bool same = std::equal(
      printed.units.begin(), printed.units.end(), said.units.begin(),
      said.units.end(),
      [](const Unit& a, const Unit& b) { return a.key == b.key; });
  if (same) return std::nullopt;
  return TextSpan{between.begin + printed.units.front().source.begin,
                  between.begin + printed.units.back().source.end};
}

}  // namespace quoin
