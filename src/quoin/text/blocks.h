// SPDX-License-Identifier: Apache-2.0
// Which lines of a document are its article, and which are furniture.
//
// A page as crawled holds menus, teasers and promos around (and inside) the
// article, and they have quotation marks too. Two things tell them: phrases,
// which are data of grammars/<lang>/furniture.grammar (docs/marks.md), and the
// shape of lines: an article is a run of sentences, furniture is not.
//
//   words furniture-lines   "share this"       a line that is just this
//   words furniture-starts  "read more:"       a line that begins so
//   words furniture-ends    "mins read"        a line that ends so
//   words teaser-heads      "related articles" a line above teasers
//   words teaser-tails      "continue reading" a line below a teaser
//   words summary-starts    "story highlights" no headline, but the article
//   words caption-starts    "photo:"
//   words caption-ends      "getty images"
//   words caption-parts     "(photo by"        anywhere in a line
//
// The same heading may stand above a list of teasers and inside the article,
// where a widget was: teasers are titles and cut-off sentences, so prose, or
// two whole sentences in a row, each its own line, are the article again.
//
// Phrases are compared without regard to case, typographic apostrophes and
// repeated white space.

#pragma once

#include <bitset>
#include <cstddef>
#include <string>
#include <vector>

#include <quoin/text/document.h>
#include <quoin/text/lexicon.h>

namespace quoin {

// Pairs of bytes that phrases begin with: nearly every line is told to hold no
// phrase by a look at two of its bytes.
class BytePairs {
 public:
  void add(char first, char second) { pairs_.set(index(first, second)); }
  bool has(char first, char second) const {
    return pairs_.test(index(first, second));
  }

 private:
  static std::size_t index(char first, char second) {
    return std::size_t{static_cast<unsigned char>(first)} << 8 |
           static_cast<unsigned char>(second);
  }
  std::bitset<std::size_t{1} << 16> pairs_;
};

// The phrases of a grammar, made ready for comparing: folded and sorted, the
// ends reversed.
struct BlockPhrases {
  std::vector<std::string> lines;
  std::vector<std::string> starts;
  std::vector<std::string> ends;
  std::vector<std::string> teaser_heads;
  std::vector<std::string> teaser_tails;
  std::vector<std::string> summary_starts;
  std::vector<std::string> caption_starts;
  std::vector<std::string> caption_ends;
  std::vector<std::string> caption_parts;

  BytePairs beginnings;  // of lines, starts, heads, tails and caption starts
  BytePairs endings;     // of ends and caption ends
  BytePairs parts;
};

BlockPhrases compile_phrases(const Lexicon& lexicon);

// Sets document.blocks: every line gets a role, runs of one role are one
// block, so that the blocks cover the text without gaps. Where markup has told
// the blocks (has_markup_blocks), only lines of the body are looked at, and
// only by their phrases. Linear.
void find_blocks(Document& document, const BlockPhrases& phrases);

}  // namespace quoin
