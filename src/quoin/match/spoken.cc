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

std::vector<SpokenPart> find_parts(const FoldedWords& words) {
  std::vector<SpokenPart> parts;
  std::size_t begin = 0;
  const auto cut = [&](std::size_t end) {
    if (end > begin) parts.push_back({begin, end});
    begin = end;
  };
  for (const Punct& punct : words.puncts) {
    const bool ends = punct.kind == '.' || punct.kind == '?' ||
                      punct.kind == '!' || punct.kind == kEllipsisMark;
    if (ends && punct.slot > 0) cut(punct.slot);
  }
  cut(words.units.size());
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
  const FoldedWords words = fold_words(name, folds);
  for (const Unit& unit : words.units) {
    const bool names =
        unit.capital && !folds.speaker_titles.contains(unit.key);
    if (names) spoken.name_words.push_back(unit.key);
  }
  // "he", "the chief": a mention that names nobody.
  if (spoken.name_words.empty()) return;
  spoken.speaker = name;
}

}  // namespace

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
        for (const Unit& unit : words.units) {
          spoken.words.push_back(vocabulary.id_of(unit.key));
        }
        spoken.parts = find_parts(words);
        spoken.name_like = is_name_like(words);
        set_speaker(article, q, folds, spoken);
        all.push_back(std::move(spoken));
      }
    }
  }
  return all;
}

SpeakerAgreement compare_speakers(const Spoken& a, const Spoken& b) {
  if (a.name_words.empty() || b.name_words.empty()) {
    return SpeakerAgreement::kUnknown;
  }
  for (const std::string& word : a.name_words) {
    if (std::find(b.name_words.begin(), b.name_words.end(), word) !=
        b.name_words.end()) {
      return SpeakerAgreement::kSame;
    }
  }
  return SpeakerAgreement::kConflict;
}

}  // namespace quoin
