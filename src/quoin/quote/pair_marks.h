// SPDX-License-Identifier: Apache-2.0
// Decides, inside one paragraph, which mark opens, which closes, and which
// closes which.
//
// Double marks first: they are never apostrophes. Single marks then pair only
// with single marks of the same surroundings (inside the same double pair, or
// outside all), so that a stray apostrophe can never break a double pair.
//
//   “She yelled ‘Stop!’ and I stopped,” Ng said.    doubles 0-3, singles 1-2

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <quoin/quote/conventions.h>
#include <quoin/quote/mark_scan.h>

namespace quoin {

// What a document does with the marks of its language.
struct HouseStyle {
  // Added to a mark's opening score: 3 for what only opens, -3 for what only
  // closes, 0 where the flanks must decide.
  std::array<std::int8_t, kMaxMarks> prior{};
  bool singles_first = false;  // British: ‘…“…”…’
  // Marks that open with a space behind them: « Fine »
  MarkSet spaced = 0;
};

HouseStyle decide_style(std::span<const MarkToken> tokens,
                        const MarkConventions& marks);

class MarkPairer {
 public:
  // `marks` must outlive the pairer.
  MarkPairer(const MarkConventions& marks, const HouseStyle& style)
      : marks_(marks), style_(style) {}

  // Sets role, partner and flags of the tokens of one paragraph. Partners are
  // indices into `tokens`. An opening mark without partner is left open; a
  // closing one without partner, which only the first marks of a document may
  // be, ends a quotation in which the document begins.
  // `next` is the first mark of the next paragraph, or null.
  void pair(std::string_view text, std::span<MarkToken> tokens,
            const MarkToken* next);

 private:
  struct OpenSingle {
    std::uint32_t token;
    std::uint32_t possessive;  // a closing mark that may be an apostrophe
    bool is_region;            // a double pair begins here
    bool holds_doubles;
  };

  struct OpenDouble {
    std::uint32_t token;
    std::uint32_t inner;  // the first one of the same mark opened in it
  };

  void pair_doubles(std::string_view text, std::span<MarkToken> tokens);
  bool follows_cue(std::string_view text, const MarkToken& token) const;
  bool goes_on(const MarkToken& first) const;
  void open_double(std::span<MarkToken> tokens, std::uint32_t at);
  void leave_open(std::string_view text, std::span<MarkToken> tokens,
                  OpenDouble open);
  // Whether the double marks, all of one kind that opens and closes, read
  // better when every other one closes; then they are paired so.
  bool pair_alternating(std::span<MarkToken> tokens, std::uint32_t mistakes);
  void close_double(std::span<MarkToken> tokens, std::uint32_t closer);
  static void drop_attributes(std::span<MarkToken> tokens);
  void pair_singles(std::string_view text, std::span<MarkToken> tokens);
  int side_by_neighbour(std::span<const MarkToken> tokens,
                        std::uint32_t at) const;
  void see_single(std::string_view text, std::span<MarkToken> tokens,
                  std::uint32_t at);
  bool may_stay_open(const MarkToken& token) const;
  void end_region(std::span<MarkToken> tokens);
  void end_cut_regions(std::span<MarkToken> tokens, std::uint32_t at);
  // 6'2": a closing mark after a digit, when the next one closes as well.
  bool is_inch(std::span<const MarkToken> tokens, std::uint32_t at) const;
  bool is_one_open_for(MarkSet closer) const;
  int total(const MarkToken& token) const {
    return token.score + style_.prior[token.mark];
  }
  static void join(std::span<MarkToken> tokens, std::uint32_t opener,
                   std::uint32_t closer);

  const MarkConventions& marks_;
  const HouseStyle style_;
  const MarkToken* next_ = nullptr;
  bool seen_double_ = false;  // in this document
  std::uint8_t left_open_ = kNotAMark;  // at the end of the paragraph before
  std::vector<OpenDouble> open_doubles_;
  std::array<std::uint32_t, kMaxMarks> open_count_{};
  std::vector<OpenSingle> open_singles_;
};

}  // namespace quoin
