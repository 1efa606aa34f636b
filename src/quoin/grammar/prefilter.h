// SPDX-License-Identifier: Apache-2.0
// Which rules cannot match here, told without running them.
//
// A rule for “according to” needs an “according” within a few tokens of its
// quotation, and most quotations have none near; one for “who said” needs a
// verb of saying with a “who” or an adverb right before it. What each side of a
// rule needs, and how near, follows from its expression. Every such set of
// tokens, and every such pair of neighbours, is one bit; every type of token
// has the bits of the sets it is in, and one pass over the surroundings of a
// quotation collects what stands there. A rule runs only where all that it
// needs does. This never changes an answer.
//
//   PrefilterBuilder builder(types);
//   builder.expect("(?:<3><4>)?<7>{1,3}<9>");  // each, before need_of
//   Need need = builder.need_of("(?:<3><4>)?<7>{1,3}<9>");
//   Prefilter filter = builder.build();
//   filter.look(skeleton.forward, at).has(need) &&
//       filter.look_far(skeleton.forward, at).has(need.far)

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
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
inline constexpr std::array<Window, 4> kWindows = {
    {{1, false}, {6, false}, {24, true}, {128, true}}};
// Past the sentence; few rules look so far, and only for them is it read.
inline constexpr std::size_t kFarReach = 128;

// Bits for the sets of tokens that are worth one, one for what may end a
// sentence, and bits for the pairs of sets whose tokens stand side by side.
class TokenBits {
 public:
  static constexpr std::size_t kSets = 63;
  static constexpr std::size_t kSentenceEnd = kSets;
  static constexpr std::size_t kFirstPair = 64;
  static constexpr std::size_t kPairs = 128;

  void set(std::size_t bit) {
    words_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  void set_all_but_pairs() { words_[0] = ~std::uint64_t{0}; }
  bool ends_sentence() const { return words_[0] >> kSentenceEnd != 0; }

  TokenBits& operator|=(const TokenBits& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  TokenBits& operator&=(const TokenBits& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  // Whether all of `needed` are among these.
  bool has(const TokenBits& needed) const {
    std::uint64_t missing = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      missing |= needed.words_[i] & ~words_[i];
    }
    return missing == 0;
  }
  bool empty() const { return TokenBits().has(*this); }

 private:
  std::array<std::uint64_t, (kFirstPair + kPairs) / 64> words_{};
};

// What one side of a rule needs, by window, and past them.
struct Need {
  std::array<TokenBits, kWindows.size()> near{};
  TokenBits far;
};

// What stands beside a quotation on one side, by window.
struct Surroundings {
  std::array<TokenBits, kWindows.size()> seen{};
  TokenBits anywhere;  // in any of them

  bool has(const Need& need) const {
    bool has = true;
    for (std::size_t i = 0; i < kWindows.size(); ++i) {
      has = has && seen[i].has(need.near[i]);
    }
    return has;
  }
};

class Prefilter {
 public:
  // Of the units from `at` on, in the windows.
  Surroundings look(std::u16string_view units, std::size_t at) const;
  // All of kFarReach.
  TokenBits look_far(std::u16string_view units, std::size_t at) const;

 private:
  friend class PrefilterBuilder;

  TokenBits at(std::u16string_view units, std::size_t at) const;

  // Of a type: the sets it is in and the pairs it may be the first of; and the
  // pairs it may be the second of.
  std::vector<TokenBits> firsts_;
  std::vector<TokenBits> seconds_;
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
  // Requires: all expressions were expected.
  Need need_of(std::string_view regex);

  Prefilter build() const;

 private:
  // Any of the sets; sorted.
  using Sets = std::vector<SetId>;
  // One of `sets` must stand within the first `reach` tokens, and one of `next`
  // right behind it; where anything may, `next` is empty.
  struct Wanted {
    Sets sets;
    std::size_t reach = 1;
    bool passes_end = false;  // the end of a sentence may stand before it
    Sets next;
    bool is_last = true;  // of what was read so far: more may follow
  };
  using Pair = std::pair<Sets, Sets>;
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
  bool is_worth_a_far_look(const Wanted& wanted) const;
  template <class Visit>
  void for_types(const Sets& sets, const Visit& visit) const;

  const TokenTypes& types_;
  std::vector<bool> ends_;  // by type: whether it may end a sentence
  std::map<std::string, std::vector<Wanted>> expected_;  // by expression
  std::map<Sets, std::size_t> uses_;
  std::map<Pair, std::size_t> pair_uses_;
  // The bit of each.
  std::map<Sets, std::size_t> bits_;
  std::map<Pair, std::size_t> pair_bits_;
};

}  // namespace quoin
