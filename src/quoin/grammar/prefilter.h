// SPDX-License-Identifier: Apache-2.0
// Which rules cannot match here, told without running them.
//
// A rule for “according to” needs an “according” within a few tokens of its
// quotation, and most quotations have none near. What each side of a rule
// needs, and how near, follows from its expression: every such set of tokens
// is one bit, every type of token has the bits of the sets it is in, and one
// pass over the surroundings of a quotation collects what stands there. A rule
// runs only where all that it needs does. This never changes an answer.
//
//   PrefilterBuilder builder(types);
//   builder.expect("(?:<3><4>)?<7>{1,3}<9>");  // each, before with_types
//   Need need = builder.need_of("(?:<3><4>)?<7>{1,3}<9>");
//   Prefilter filter = builder.build();
//   filter.look(skeleton.forward, at).has(need)

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include <quoin/grammar/token_types.h>

namespace quoin {

// How far from the quotation something is looked for. What is needed within
// three tokens is looked for in the first six; what no match can reach across
// the end of a sentence, in the sentence beside the quotation.
struct Window {
  std::size_t reach;  // tokens
  bool ends_with_sentence;
};
inline constexpr std::array<Window, 5> kWindows = {
    {{1, false}, {6, false}, {24, true}, {128, true}, {128, false}}};

// A bit for each set of tokens that is worth one; the highest for what may end
// a sentence.
using TokenBits = std::uint64_t;

// By window: the sets of which a token must be seen.
using Need = std::array<TokenBits, kWindows.size()>;

// What stands beside a quotation on one side, by window.
struct Surroundings {
  std::array<TokenBits, kWindows.size()> seen{};

  // All that stands in any window: what is not among it is in none.
  TokenBits anywhere() const { return seen.back(); }

  bool has(const Need& need) const {
    TokenBits missing = 0;
    for (std::size_t i = 0; i < kWindows.size(); ++i) {
      missing |= need[i] & ~seen[i];
    }
    return missing == 0;
  }
};

class Prefilter {
 public:
  // Of the units from `at` on.
  Surroundings look(std::u16string_view units, std::size_t at) const;

 private:
  friend class PrefilterBuilder;

  std::vector<TokenBits> bits_;  // by type
};

class PrefilterBuilder {
 public:
  // `types` must outlive this.
  explicit PrefilterBuilder(const TokenTypes& types);

  // Requires for both: an expression of Expander::compile. One that asks for
  // nothing needs nothing.
  //
  // Counts what the expression wants: the sets that are wanted often and hold
  // few types get the bits.
  void expect(std::string_view regex);
  // Requires: all expressions are expected.
  Need need_of(std::string_view regex);

  Prefilter build() const;

 private:
  // Any of the sets; sorted.
  using Sets = std::vector<SetId>;
  // One of `sets` must stand within the first `reach` tokens.
  struct Wanted {
    Sets sets;
    std::size_t reach = 1;
    bool passes_end = false;  // the end of a sentence may stand before it
  };
  // What is known of a part of an expression.
  struct Part {
    std::size_t longest = 0;  // tokens
    bool may_be_empty = true;
    bool passes_end = false;  // may hold the end of a sentence
    Sets first;               // with which it may begin
    std::vector<Wanted> wanted;
  };

  // Each reads from the front of `rest` and takes off what it read.
  Part read_choice(std::string_view& rest) const;
  Part read_sequence(std::string_view& rest) const;
  Part read_atom(std::string_view& rest) const;
  static Part repeat(Part part, std::string_view& rest);
  void append(Part& sequence, Part part) const;
  void add_choice(Part& choice, Part part) const;

  std::vector<Wanted> wanted_by(std::string_view regex) const;
  std::size_t size_of(const Sets& sets) const;
  bool holds_end(SetId set) const;
  void give_bits();

  const TokenTypes& types_;
  std::vector<bool> ends_;  // by type: whether it may end a sentence
  std::map<Sets, std::size_t> uses_;
  std::map<Sets, TokenBits> bits_;
};

}  // namespace quoin
