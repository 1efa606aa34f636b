// SPDX-License-Identifier: Apache-2.0
// The phrases that tell furniture and captions, made ready for comparing.
//
//   words furniture-lines   "share this"       a line that is just this
//   words furniture-starts  "read more:"       a line that begins so
//   words furniture-ends    "mins read"        a line that ends so
//   words furniture-parts   "contributed reporting"  towards the end of a line
//   words teaser-heads      "related articles" a line above teasers
//   words teaser-tails      "continue reading" a line below a teaser
//   words summary-starts    "story highlights" no headline, but the article
//   words caption-starts    "photo:"
//   words caption-ends      "getty images"
//   words caption-parts     "(photo by"        towards the end of a line
//
// Phrases are compared without regard to case, typographic apostrophes and
// repeated white space. Nearly every line holds none, and four letters at
// either end of it tell so.

#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/text/lexicon.h>

namespace quoin {

enum class PhraseRole : std::uint8_t {
  kNone,
  kFurniture,
  kTeaserHead,
  kTeaserTail,
  kSummary,  // what the article says, in front of it
  kCaption,
};

class BlockPhrases {
 public:
  BlockPhrases() = default;
  explicit BlockPhrases(const Lexicon& lexicon);

  // What a phrase says of the line. Requires: the line is not empty and has
  // no white space at its ends. Costs the same for lines of any length.
  PhraseRole role_of(std::string_view line) const;

 private:
  // Phrases by how they begin. It may say yes to what is no phrase.
  class Keys {
   public:
    // Requires: folded.
    void add(std::string_view phrase);
    bool may_begin(std::string_view text) const;
    // Asked first where there are many places: two bytes, not folded, tell of
    // nearly all. Requires: two bytes.
    bool has_pair(const char* at) const;

   private:
    std::bitset<std::size_t{1} << 16> pairs_;  // by how two bytes may be written
    std::bitset<256> short_phrases_;           // by the first byte
    std::bitset<std::size_t{1} << 16> by_four_bytes_;
  };

  PhraseRole role_by_beginning(std::string_view line) const;
  PhraseRole role_by_part(std::string_view line) const;
  PhraseRole role_by_ending(std::string_view line) const;

  // Folded and sorted, the ends reversed.
  std::vector<std::string> lines_;
  std::vector<std::string> starts_;
  std::vector<std::string> ends_;
  std::vector<std::string> furniture_parts_;
  std::vector<std::string> teaser_heads_;
  std::vector<std::string> teaser_tails_;
  std::vector<std::string> summary_starts_;
  std::vector<std::string> caption_starts_;
  std::vector<std::string> caption_ends_;
  std::vector<std::string> caption_parts_;

  Keys beginnings_;  // of all but ends, caption ends and parts
  Keys endings_;     // of ends and caption ends
  Keys parts_;
};

}  // namespace quoin
