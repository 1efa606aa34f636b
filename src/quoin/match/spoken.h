// SPDX-License-Identifier: Apache-2.0
// The quotations of all articles as word ids, and who said them.
//
// Internal to match/.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include <quoin/attribute/attribution.h>
#include <quoin/text/fold_tables.h>
#include <quoin/text/units.h>

namespace quoin {

class Vocabulary {
 public:
  std::uint32_t id_of(const std::string& key) {
    return ids_.emplace(key, static_cast<std::uint32_t>(ids_.size()))
        .first->second;
  }
  std::size_t size() const { return ids_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
};

// A sentence of a quotation, or what stands between two ellipses: words
// [begin, end).
struct SpokenPart {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// A word as it is matched: non-stop and nonstop are one.
struct MatchWord {
  std::uint32_t id = 0;
  TextSpan source;
};

std::vector<MatchWord> match_words(const FoldedWords& words,
                                   Vocabulary& vocabulary);

// One paragraph of one quotation, that can be matched.
struct Spoken {
  std::size_t article = 0;
  std::size_t quotation = 0;
  TextSpan span;
  std::vector<std::uint32_t> words;
  std::vector<SpokenPart> parts;
  std::optional<std::string> speaker;    // resolved, or as named in the text
  std::vector<std::string> name_words;   // of it, folded, without titles
  bool attributed = false;               // to somebody, named or not
  bool name_like = false;                // Capitals Throughout: a title
};

// Quotations that are speech (or terms: they may be excerpts), outermost, and
// not in furniture, of articles that are not excluded. By article, then
// position.
std::vector<Spoken> collect_spoken(std::span<const Article> articles,
                                   std::span<const std::size_t> excluded,
                                   const FoldTables& folds,
                                   Vocabulary& vocabulary);

// Per article, and one past the last: the index of its first rendering.
// Requires: by article.
std::vector<std::size_t> first_spoken(const std::vector<Spoken>& spoken,
                                      std::size_t articles);

// The words of a name that name somebody, folded: no titles, no articles.
std::vector<std::string> name_words_of(std::string_view name,
                                       const FoldTables& folds);

enum class SpeakerAgreement : std::uint8_t { kUnknown, kSame, kConflict };

// Same when a word of the names is: Jane Doe, Doe, Ms Doe; a firm and its
// spokesman. Unknown when one has no name.
SpeakerAgreement compare_speakers(const Spoken& a, const Spoken& b);
SpeakerAgreement compare_names(const std::vector<std::string>& a,
                               const std::vector<std::string>& b);

}  // namespace quoin
