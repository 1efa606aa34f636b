// SPDX-License-Identifier: Apache-2.0
// A span of words inside quotation marks.
//
// “Mark” is the glyph, “quotation” the words between: spans exclude the marks.
// A quotation that runs over several paragraphs, each of which re-opens it, is
// one quotation with several segments.
//
//   “We listened.        segments[0]  We listened.
//   “Then we acted.”     segments[1]  Then we acted.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/span.h>
#include <quoin/text/document.h>

namespace quoin {

enum class QuotationKind : std::uint8_t {
  kSpeech,
  kTitle,        // of a work, an event, a rank: “The Salt Year”
  kTerm,         // scare quotes, words as words
  kNickname,     // Joe “Shorty” Brandt
  kInscription,  // a sign reading “No Entry”
  kThought,
};

std::string_view to_string(QuotationKind kind);

// What a reader should know of how the quotation was found. The JSON names are
// these in kebab-case without the k; to_strings lists them in this order.
enum QuotationFlag : std::uint16_t {
  kUnclosed = 1 << 0,    // no closing mark; ends with its paragraph
  kRepaired = 1 << 1,    // a wrong or mixed mark was read as the right one
  kMispaired = 1 << 2,   // the paragraph holds an odd mark; pairing may be off
  kMojibake = 1 << 3,    // marks are UTF-8 read as Windows-1252
  kEntity = 1 << 4,      // marks are HTML entities
  kUnmarked = 1 << 5,    // no marks: block quotation, transcript, dialogue dash
  kDuplicate = 1 << 6,   // repeats one in the body: a pull quote
  kNegated = 1 << 7,     // said not to have been said
  kHypothetical = 1 << 8,
  kRelayed = 1 << 9,     // “was quoted as saying”
};

std::vector<std::string_view> flag_names(std::uint16_t flags);

inline constexpr int kNoParent = -1;

struct Quotation {
  TextSpan span;   // first word to last: from the first segment to the last
  TextSpan open;   // the opening mark; empty, at span.begin, when unmarked
  TextSpan close;  // the closing mark; empty, at span.end, when there is none
  // Empty for the usual quotation of one segment (`span` is it), so that most
  // quotations cost no allocation. Otherwise two or more, in order.
  std::vector<TextSpan> segments;
  QuotationKind kind = QuotationKind::kSpeech;
  BlockRole block = BlockRole::kBody;
  std::uint16_t depth = 0;  // 0 outermost; 65535 for more than that
  std::uint16_t flags = 0;  // QuotationFlag
  int parent = kNoParent;   // index of the quotation this one is nested in

  bool has(QuotationFlag flag) const { return (flags & flag) != 0; }
};

}  // namespace quoin
