// SPDX-License-Identifier: Apache-2.0
#include <quoin/match/locate.h>

#include <algorithm>
#include <cstdint>

#include <quoin/match/infix.h>
#include <quoin/text/units.h>

namespace quoin {
namespace {

constexpr double kMostEdits = 0.4;  // a word of the quotation
constexpr std::uint32_t kUnknown = 0;

bool ends_sentence(char kind) {
  return kind == '.' || kind == '?' || kind == '!';
}

}  // namespace

SourceText::SourceText(const Document& document, const FoldTables& folds) {
  const FoldedWords words = fold_words(document.text, folds);
  for (const Unit& unit : words.units) {
    const auto next = static_cast<std::uint32_t>(ids_.size()) + 1;
    words_.push_back(ids_.emplace(unit.key, next).first->second);
    spans_.push_back(unit.source);
  }
  begins_sentence_.assign(words_.size() + 1, 0);
  begins_sentence_.front() = begins_sentence_.back() = 1;
  for (const Punct& punct : words.puncts) {
    if (ends_sentence(punct.kind)) begins_sentence_[punct.slot] = 1;
  }
  // A new paragraph begins a sentence, stop or none.
  for (std::size_t i = 1; i < spans_.size(); ++i) {
    const std::string_view gap = document.slice(
        TextSpan{spans_[i - 1].end, std::max(spans_[i].begin,
                                             spans_[i - 1].end)});
    if (gap.find("\n\n") != std::string_view::npos) begins_sentence_[i] = 1;
  }
}

std::vector<SourceText::Place> SourceText::find(
    const std::vector<std::uint32_t>& words, std::size_t from) const {
  std::vector<Place> places;
  if (words.empty() || from >= words_.size()) return places;
  const std::size_t most =
      words.size() < 5 ? 0
                       : static_cast<std::size_t>(
                             static_cast<double>(words.size()) * kMostEdits);
  const std::vector<std::uint32_t> backwards(words.rbegin(), words.rend());
  InfixPattern forward(ids_.size() + 1);
  InfixPattern reverse(ids_.size() + 1);
  forward.set(words);
  reverse.set(backwards);
  std::size_t at = from;
  while (at < words_.size()) {
    const auto text =
        std::span<const std::uint32_t>(words_).subspan(at);
    const std::size_t limit = places.empty() ? most : places.front().distance;
    const auto place = forward.find(text, limit);
    if (!place || place->end == 0) break;
    const std::size_t end = at + place->end;
    const std::size_t window =
        std::min(end - at, words.size() + place->distance);
    std::vector<std::uint32_t> before(words_.begin() +
                                          static_cast<std::ptrdiff_t>(end - window),
                                      words_.begin() +
                                          static_cast<std::ptrdiff_t>(end));
    std::reverse(before.begin(), before.end());
    const auto start = reverse.find(before, place->distance);
    const std::size_t length = start ? start->end : window;
    places.push_back({end - length, end, place->distance});
    at = end;
  }
  return places;
}

TextSpan SourceText::grow(std::size_t begin, std::size_t end) const {
  while (!begins_sentence_[begin]) --begin;
  while (!begins_sentence_[end]) ++end;
  return {spans_[begin].begin, spans_[end - 1].end};
}

std::vector<Passage> SourceText::locate(std::string_view quotation,
                                        const FoldTables& folds) const {
  const FoldedWords folded = fold_words(quotation, folds);
  std::vector<std::vector<std::uint32_t>> parts(1);
  std::size_t punct = 0;
  for (std::size_t i = 0; i < folded.units.size(); ++i) {
    while (punct < folded.puncts.size() && folded.puncts[punct].slot <= i) {
      const bool cuts = folded.puncts[punct].kind == kEllipsisMark;
      if (cuts && !parts.back().empty()) parts.emplace_back();
      ++punct;
    }
    if (folded.units[i].bracket == Bracket::kSquare) continue;
    const auto id = ids_.find(folded.units[i].key);
    parts.back().push_back(id == ids_.end() ? kUnknown : id->second);
  }
  if (parts.back().empty()) parts.pop_back();
  std::vector<Passage> passages;
  if (parts.empty()) return passages;
  for (const Place& first : find(parts.front(), 0)) {
    Place all = first;
    std::size_t words = parts.front().size();
    bool complete = true;
    for (std::size_t k = 1; k < parts.size() && complete; ++k) {
      const std::vector<Place> next = find(parts[k], all.end);
      complete = !next.empty();
      if (!complete) break;
      all.end = next.front().end;
      all.distance += next.front().distance;
      words += parts[k].size();
    }
    if (!complete) continue;
    Passage passage;
    passage.span = {spans_[all.begin].begin, spans_[all.end - 1].end};
    passage.sentences = grow(all.begin, all.end);
    passage.words = words;
    passage.distance = all.distance;
    passages.push_back(passage);
  }
  return passages;
}

std::vector<std::uint32_t> SourceText::ids_of(const FoldedWords& words) const {
  std::vector<std::uint32_t> ids;
  for (const Unit& unit : words.units) {
    const auto id = ids_.find(unit.key);
    ids.push_back(id == ids_.end() ? kUnknown : id->second);
  }
  return ids;
}

std::optional<Passage> SourceText::nearest(std::string_view quotation,
                                           const FoldTables& folds) const {
  const std::vector<std::uint32_t> words = ids_of(fold_words(quotation, folds));
  if (words.empty()) return std::nullopt;
  InfixPattern pattern(ids_.size() + 1);
  pattern.set(words);
  const auto place = pattern.find(words_, words.size() - 1);
  if (!place || place->end == 0) return std::nullopt;
  const std::size_t begin = place->end - std::min(place->end, words.size());
  Passage passage;
  passage.span = {spans_[begin].begin, spans_[place->end - 1].end};
  passage.sentences = grow(begin, place->end);
  passage.words = words.size();
  passage.distance = place->distance;
  return passage;
}

}  // namespace quoin
