// SPDX-License-Identifier: Apache-2.0
#include <quoin/match/locate.h>

#include <algorithm>
#include <cstdint>

#include <quoin/match/infix.h>
#include <quoin/match/turns.h>
#include <quoin/text/units.h>

namespace quoin {
namespace {

constexpr double kMostEdits = 0.4;  // a word of the quotation
constexpr std::uint32_t kUnknown = 0;

// "  of the other column\n" or "\nof the other column  ".
bool is_gutter_gap(std::string_view gap) {
  const auto is_gutter = [](std::string_view text) {
    return text.substr(0, 2) == "  " || text.substr(0, 1) == "\t";
  };
  const std::size_t line = gap.find('\n');
  const auto blank = [](std::string_view text) {
    return text.find_first_not_of(" \t\r") == std::string_view::npos;
  };
  const std::string_view before = gap.substr(0, line);
  const std::string_view after = gap.substr(line + 1);
  if (blank(before) && blank(after)) return false;
  const std::size_t last = after.find_last_not_of(" \t");
  const bool left = is_gutter(before) && blank(after);
  const bool right = blank(before) && last != std::string_view::npos &&
                     is_gutter(after.substr(last + 1));
  return left || right;
}

bool ends_sentence(char kind) {
  return kind == '.' || kind == '?' || kind == '!';
}

}  // namespace

SourceText::SourceText(std::string_view text, const FoldTables& folds) {
  const FoldedWords words = fold_words(text, folds);
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
  // So do the words of a turn, and its label.
  const auto begin_at = [&](std::size_t byte) {
    const auto first = std::lower_bound(
        spans_.begin(), spans_.end(), byte,
        [](TextSpan span, std::size_t at) { return span.begin < at; });
    begins_sentence_[static_cast<std::size_t>(first - spans_.begin())] = 1;
  };
  for (const Turn& turn : find_turns(text)) {
    begin_at(turn.label.begin);
    begin_at(turn.words.begin);
  }
  // A new paragraph begins a sentence, stop or none.
  for (std::size_t i = 1; i < spans_.size(); ++i) {
    const std::size_t end = std::max(spans_[i].begin, spans_[i - 1].end);
    const std::string_view gap =
        text.substr(spans_[i - 1].end, end - spans_[i - 1].end);
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
  // Each word that is nowhere in the source is an edit.
  const auto unknown = static_cast<std::size_t>(
      std::count(words.begin(), words.end(), kUnknown));
  if (unknown > most) return places;
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
    // Nowhere are there fewer edits than at the first place.
    const auto place = places.empty() ? forward.find(text, limit)
                                      : forward.find_first(text, limit);
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

std::vector<Passage> SourceText::locate(const FoldedWords& folded) const {
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

SourceText::Pieces SourceText::locate_pieces(const FoldedWords& quotation,
                                             std::string_view text) const {
  const std::vector<std::uint32_t> words = ids_of(quotation);
  const auto [blocks, truncated] = find_gapped(words_, words);
  if (!blocks) return {std::nullopt, truncated};
  const std::size_t begin = blocks->front().begin;
  const std::size_t end = blocks->back().end;
  Passage passage;
  passage.span = {spans_[begin].begin, spans_[end - 1].end};
  passage.sentences = grow(begin, end);
  passage.words = words.size();
  std::size_t found = 0;
  for (const GappedBlock& block : *blocks) found += block.end - block.begin;
  passage.distance = words.size() - std::min(words.size(), found);
  passage.kind = is_interleaved(*blocks, text) ? PassageKind::kInterleaved
                                               : PassageKind::kPieces;
  return {passage, truncated};
}

// Two columns read across: every gap begins at the end of a line or at a gutter
// and ends at the other. Without gutters: three gaps or more, each over the end
// of one line, which no editor cuts.
bool SourceText::is_interleaved(const std::vector<GappedBlock>& blocks,
                                std::string_view text) const {
  if (blocks.size() < 2) return false;
  bool gutters = true;
  bool lines = blocks.size() > 3;
  for (std::size_t k = 1; k < blocks.size(); ++k) {
    const std::size_t from = spans_[blocks[k - 1].end - 1].end;
    const std::size_t to = spans_[blocks[k].begin].begin;
    if (to <= from || blocks[k].begin < blocks[k - 1].end) return false;
    const std::string_view gap = text.substr(from, to - from);
    const auto ends = std::count(gap.begin(), gap.end(), '\n');
    lines = lines && ends == 1;
    gutters = gutters && ends == 1 && is_gutter_gap(gap);
  }
  return gutters || lines;
}

std::optional<Passage> SourceText::nearest(
    const FoldedWords& quotation,
    const std::function<bool(const std::string&)>& counts) const {
  std::unordered_map<std::uint32_t, std::size_t> wanted;  // word -> times
  std::size_t words = 0;
  for (const Unit& unit : quotation.units) {
    if (!counts(unit.key)) continue;
    ++words;
    const auto id = ids_.find(unit.key);
    if (id != ids_.end()) wanted.emplace(id->second, 0);
  }
  if (wanted.size() < 2 || wanted.size() * 10 < words * 3) return std::nullopt;
  for (const std::uint32_t word : words_) {
    const auto found = wanted.find(word);
    if (found != wanted.end()) ++found->second;
  }
  Passage best;
  double best_weight = 0;
  for (std::size_t begin = 0; begin < words_.size();) {
    std::size_t end = begin + 1;
    while (!begins_sentence_[end]) ++end;
    double weight = 0;
    std::vector<std::uint32_t> seen;
    for (std::size_t i = begin; i < end; ++i) {
      const auto found = wanted.find(words_[i]);
      const bool is_new =
          found != wanted.end() &&
          std::find(seen.begin(), seen.end(), words_[i]) == seen.end();
      if (!is_new) continue;
      seen.push_back(words_[i]);
      weight += 1 + 1 / static_cast<double>(found->second);
    }
    const bool enough = seen.size() >= 2 && seen.size() * 10 >= words * 3;
    if (enough && weight > best_weight) {
      best_weight = weight;
      best.span = {spans_[begin].begin, spans_[end - 1].end};
      best.sentences = best.span;
      best.words = words;
      best.distance = words - std::min(words, seen.size());
    }
    begin = end;
  }
  if (best_weight == 0) return std::nullopt;
  return best;
}

}  // namespace quoin
