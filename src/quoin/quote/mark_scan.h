// SPDX-License-Identifier: Apache-2.0
// Finds the marks of a text: the only part of locating that sees every byte.
//
// A scan over bytes stops at those with which a mark may begin, sixteen bytes
// at a time where the processor can; everything later works on the tokens.
// Apostrophes between two letters (don't) are dropped here: they are most of
// the candidates and never a mark.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <quoin/base/span.h>
#include <quoin/quote/conventions.h>
#include <quoin/quote/flank.h>

namespace quoin {

enum class MarkRole : std::uint8_t {
  kUndecided,
  kOpen,
  kClose,
  kIgnored,  // apostrophe, prime, stray
};

inline constexpr std::uint32_t kNoPartner = 0xFFFFFFFF;

struct MarkToken {
  std::size_t begin = 0;
  std::uint8_t size = 0;
  std::uint8_t mark = 0;     // index into MarkConventions::marks
  std::uint16_t flags = 0;   // QuotationFlag: entity, mojibake, repaired, ...
  Flank left = Flank::kEdge;  // beyond marks that adjoin
  Flank right = Flank::kEdge;
  std::int8_t score = 0;  // opening_score(left, right)
  bool elided = false;     // stands for lost letters: ’90s, ’em
  bool attribute = false;  // of markup: <a href="...">
  MarkRole role = MarkRole::kUndecided;
  std::uint32_t partner = kNoPartner;  // token it is paired with
  // Of an opening mark without partner: the opening mark at which its
  // quotation ends, because a closing mark was forgotten before it.
  std::uint32_t cut_at = kNoPartner;

  std::size_t end() const { return begin + size; }
};

class MarkScanner {
 public:
  // `marks` must outlive the scanner.
  explicit MarkScanner(const MarkConventions& marks) : marks_(marks) {}

  // Appends the marks of `paragraph` in order, with flanks and score.
  void scan(std::string_view text, TextSpan paragraph,
            std::vector<MarkToken>& tokens) const;

 private:
  // Returns the end of what stands at `at`, or `at` when it is no mark.
  std::size_t add_candidate(std::string_view text, TextSpan paragraph,
                            std::size_t at,
                            std::vector<MarkToken>& tokens) const;
  const MarkSpelling* spelling_at(std::string_view text, std::size_t at,
                                  std::size_t end) const;
  bool is_elision(std::string_view text, std::size_t after,
                  std::size_t end) const;

  const MarkConventions& marks_;
};

}  // namespace quoin
