// SPDX-License-Identifier: Apache-2.0
// The compiled rules of a grammar, and the contest between them.
//
// For every quotation the rules are held against its surroundings. The winner
// is the one of highest priority, of these the one with the longest match, of
// these the one that stands first in the grammar. A rule that matches further
// quotations reads them too: “A,” he said, “B.” is one match for both.
//
//   RuleScratch scratch(rules);
//   std::vector<Reading> readings = rules.read(skeleton, scratch);

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <quoin/grammar/prefilter.h>
#include <quoin/grammar/regex.h>
#include <quoin/grammar/skeleton.h>
#include <quoin/grammar/syntax.h>

namespace quoin {

struct TokenRange {
  TokenIndex begin = kNoToken;
  TokenIndex end = kNoToken;

  bool empty() const { return begin == end; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

inline constexpr int kNoQuotation = -1;

// How one rule reads one quotation.
struct Reading {
  int rule = -1;           // index into RuleSet::rules(); -1 for no rule
  int variant = 0;         // which of the rule's ways of matching
  std::size_t length = 0;  // tokens matched
  std::array<TokenRange, kSlotCount> slots{};
  // The quotation that the match began at, when it is another one; for a rule
  // that takes from the previous quotation, that one.
  int from = kNoQuotation;

  TokenRange slot(Slot which) const {
    return slots[static_cast<std::size_t>(which)];
  }
};

// What must stand beside a quotation for a rule to match there.
struct SideNeeds {
  Need left{};
  Need right{};
};


struct Rule {
  struct Side {
    std::optional<Regex> regex;  // none: asks for nothing
    std::vector<Slot> slots;     // of capture group i + 1
    std::string source;          // as PCRE2 was given it
  };
  struct Variant {
    LetterBits letters;  // allowed to the quotation
    Side left;
    Side right;
    SideNeeds needs;
  };
  std::string name;
  std::string file;
  std::size_t line = 0;
  int priority = 0;
  QuotationKind kind = QuotationKind::kSpeech;
  std::uint16_t flags = 0;
  Take take = Take::kNothing;
  bool only_in_stories = false;
  std::vector<Variant> variants;
};

// What one thread needs to run a rule set.
struct RuleScratch {
  RegexScratch regex;
  // How often each rule hit a limit, by index.
  std::vector<std::uint32_t> gave_up;
};

class RuleSet {
 public:
  RuleSet() = default;
  // Rules in the order of the grammar; indices are kept.
  RuleSet(std::vector<Rule> rules, Prefilter prefilter);

  const std::vector<Rule>& rules() const { return rules_; }

  // One reading for each quotation of the skeleton.
  std::vector<Reading> read(const Skeleton& skeleton,
                            std::span<const Quotation> quotations,
                            RuleScratch& scratch) const;

  // Every rule that matches at quotation `index` when the others are read as
  // in `readings`, best first: to show why the winner won.
  std::vector<Reading> all_readings(const Skeleton& skeleton,
                                    std::span<const Quotation> quotations,
                                    std::span<const Reading> readings,
                                    std::size_t index,
                                    RuleScratch& scratch) const;

 private:
  class Contest;

  std::vector<Rule> rules_;
  Prefilter prefilter_;
  std::vector<std::uint32_t> by_priority_;  // indices, best first
  // A variant of a rule, with what it needs in any window: a look at that
  // sends most away.
  struct Candidate {
    TokenBits left;
    TokenBits right;
    std::uint32_t rule = 0;
    std::uint32_t variant = 0;
  };
  // By priority, beside each other: all are looked at for every quotation.
  std::vector<Candidate> candidates_;
};

}  // namespace quoin
