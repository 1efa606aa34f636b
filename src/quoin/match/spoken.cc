// SPDX-License-Identifier: Apache-2.0
#include <quoin/match/spoken.h>

#include <algorithm>

namespace quoin {
namespace {

bool can_match(const Quotation& quotation) {
  const bool spoken = quotation.kind == QuotationKind::kSpeech ||
                      quotation.kind == QuotationKind::kTerm ||
                      quotation.kind == QuotationKind::kThought ||
                      quotation.kind == QuotationKind::kInscription;
  return spoken && quotation.block != BlockRole::kFurniture &&
         quotation.depth == 0;
}

// co-, re-, non-: grown on to the next word in other houses.
constexpr std::size_t kLongestPrefix = 3;

bool is_grown_on(const FoldedWords& words, std::size_t i) {
  return i > 0 && words.units[i].hyphen_before && !words.units[i].number &&
         !words.units[i - 1].number &&
         words.units[i - 1].key.size() <= kLongestPrefix &&
         !(i > 1 && words.units[i - 1].hyphen_before);
}

// Per unit, and one past the last: the index of its match word.
std::vector<std::size_t> places_of(const FoldedWords& words) {
  std::vector<std::size_t> places;
  std::size_t at = 0;
  for (std::size_t i = 0; i < words.units.size(); ++i) {
    if (i > 0 && !is_grown_on(words, i)) ++at;
    places.push_back(at);
  }
  places.push_back(words.units.empty() ? 0 : at + 1);
  return places;
}

// `place` gives the match word of a unit.
std::vector<SpokenPart> find_parts(const FoldedWords& words,
                                   const std::vector<std::size_t>& place) {
  std::vector<SpokenPart> parts;
  std::size_t begin = 0;
  const auto cut = [&](std::size_t end) {
    if (end > begin) parts.push_back({begin, end});
    begin = end;
  };
  for (const Punct& punct : words.puncts) {
    const bool ends = punct.kind == '.' || punct.kind == '?' ||
                      punct.kind == '!' || punct.kind == kEllipsisMark;
    if (ends && punct.slot > 0) cut(place[punct.slot]);
  }
  cut(place.back());
  return parts;
}

// Capitals nearly throughout, short words aside: the National Academy of Arts.
bool is_name_like(const FoldedWords& words) {
  std::size_t capitals = 0;
  std::size_t others = 0;
  for (const Unit& unit : words.units) {
    if (unit.capital) {
      ++capitals;
    } else if (unit.key.size() > 3) {
      ++others;
    }
  }
  return capitals >= 1 && others * 5 <= capitals &&
         (words.units.size() > 1 || others == 0);
}

void set_speaker(const Article& article, std::size_t quotation,
                 const FoldTables& folds, Spoken& spoken) {
  if (quotation >= article.attributions.size()) return;
  const auto& speaker = article.attributions[quotation].speaker;
  spoken.attributed = speaker.has_value();
  if (!speaker || (!speaker->name && !speaker->candidates.empty())) return;
  const std::string name =
      speaker->name ? *speaker->name
                    : std::string(article.document.slice(speaker->mention));
  spoken.name_words = name_words_of(name, folds);
  // "he", "the chief": a mention that names nobody.
  if (spoken.name_words.empty()) return;
  spoken.speaker = name;
}

}  // namespace

std::vector<MatchWord> match_words(const FoldedWords& words,
                                   Vocabulary& vocabulary) {
  std::vector<MatchWord> out;
  for (std::size_t i = 0; i < words.units.size();) {
    std::string key = words.units[i].key;
    TextSpan source = words.units[i].source;
    std::size_t end = i + 1;
    while (end < words.units.size() && is_grown_on(words, end)) {
      key += words.units[end].key;
      source.end = words.units[end].source.end;
      ++end;
    }
    out.push_back({vocabulary.id_of(key), source});
    i = end;
  }
  return out;
}

std::vector<Spoken> collect_spoken(std::span<const Article> articles,
                                   std::span<const std::size_t> excluded,
                                   const FoldTables& folds,
                                   Vocabulary& vocabulary) {
  std::vector<Spoken> all;
  for (std::size_t a = 0; a < articles.size(); ++a) {
    if (std::find(excluded.begin(), excluded.end(), a) != excluded.end()) {
      continue;
    }
    const Article& article = articles[a];
    for (std::size_t q = 0; q < article.quotations.size(); ++q) {
      const Quotation& quotation = article.quotations[q];
      if (!can_match(quotation)) continue;
      // Every paragraph for itself: another outlet may have printed one.
      std::vector<TextSpan> segments = quotation.segments;
      if (segments.empty()) segments.push_back(quotation.span);
      for (const TextSpan segment : segments) {
        const FoldedWords words =
            fold_words(article.document.slice(segment), folds);
        if (words.units.empty()) continue;
        Spoken spoken;
        spoken.article = a;
        spoken.quotation = q;
        spoken.span = segment;
        for (const MatchWord& word : match_words(words, vocabulary)) {
          spoken.words.push_back(word.id);
        }
        spoken.parts = find_parts(words, places_of(words));
        spoken.name_like = is_name_like(words);
        set_speaker(article, q, folds, spoken);
        all.push_back(std::move(spoken));
      }
    }
  }
  return all;
}

std::vector<std::size_t> first_spoken(const std::vector<Spoken>& spoken,
                                      std::size_t articles) {
  std::vector<std::size_t> first(articles + 1, 0);
  for (const Spoken& one : spoken) ++first[one.article + 1];
  for (std::size_t a = 0; a < articles; ++a) first[a + 1] += first[a];
  return first;
}

std::vector<std::string> name_words_of(std::string_view name,
                                       const FoldTables& folds) {
  std::vector<std::string> out;
  for (Unit& unit : fold_words(name, folds).units) {
    const bool names = unit.capital && !folds.speaker_titles.contains(unit.key);
    if (names) out.push_back(std::move(unit.key));
  }
  return out;
}

SpeakerAgreement compare_names(const std::vector<std::string>& a,
                               const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return SpeakerAgreement::kUnknown;
  for (const std::string& word : a) {
    if (std::find(b.begin(), b.end(), word) != b.end()) {
      return SpeakerAgreement::kSame;
    }
  }
  return SpeakerAgreement::kConflict;
}

SpeakerAgreement compare_speakers(const Spoken& a, const Spoken& b) {
  return compare_names(a.name_words, b.name_words);
}

}  // namespace quoin
