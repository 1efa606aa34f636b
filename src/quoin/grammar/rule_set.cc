// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/rule_set.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace quoin {
namespace {

TokenBits any_near(const Need& need) {
  TokenBits all;
  for (const TokenBits& bits : need.near) all |= bits;
  return all;
}

}  // namespace

// One reading of one skeleton.
class RuleSet::Contest {
 public:
  Contest(const RuleSet& set, const Skeleton& skeleton,
          std::span<const Quotation> quotations, RuleScratch& scratch)
      : set_(set),
        skeleton_(skeleton),
        quotations_(quotations),
        scratch_(scratch) {
    scratch_.gave_up.resize(set.rules_.size());
  }

  std::vector<Reading> run() {
    readings_.resize(quotations_.size());
    find_previous();
    for (std::size_t q = 0; q < quotations_.size(); ++q) {
      if (skeleton_.symbols[q].first == kNoToken) continue;
      look_around(q);
      for (const Candidate& candidate : set_.candidates_) {
        if (!may_stand_by(candidate)) continue;
        const Rule& rule = set_.rules_[candidate.rule];
        const Reading& best = readings_[q];
        if (best.rule >= 0 && rule_of(best).priority > rule.priority) break;
        const Rule::Variant& variant = rule.variants[candidate.variant];
        if (!applies(rule) || !stands_by(variant, q)) continue;
        Reading reading;
        reading.rule = static_cast<int>(candidate.rule);
        reading.variant = static_cast<int>(candidate.variant);
        if (matches(variant, q, reading)) enter(q, std::move(reading));
      }
    }
    return std::move(readings_);
  }

  std::vector<Reading> all(std::span<const Reading> readings,
                           std::size_t q) {
    readings_.assign(readings.begin(), readings.end());
    find_previous();
    std::vector<Reading> found;
    if (skeleton_.symbols[q].first == kNoToken) return found;
    look_around(q);
    for (const std::uint32_t index : set_.by_priority_) {
      if (!applies(set_.rules_[index])) continue;
      Reading longest;
      for (const Rule::Variant& variant : set_.rules_[index].variants) {
        if (!stands_by(variant, q)) continue;
        Reading reading;
        reading.rule = static_cast<int>(index);
        if (matches(variant, q, reading) && reading.length > longest.length) {
          longest = std::move(reading);
        }
      }
      if (longest.rule >= 0) found.push_back(std::move(longest));
    }
    std::stable_sort(found.begin(), found.end(),
                     [this](const Reading& a, const Reading& b) {
                       return beats(a, b);
                     });
    return found;
  }

 private:
  const Rule& rule_of(const Reading& reading) const {
    return set_.rules_[static_cast<std::size_t>(reading.rule)];
  }

  bool applies(const Rule& rule) const {
    return !rule.only_in_stories || skeleton_.is_story;
  }

  bool beats(const Reading& a, const Reading& b) const {
    if (b.rule < 0) return true;
    const int pa = rule_of(a).priority;
    const int pb = rule_of(b).priority;
    if (pa != pb) return pa > pb;
    if (a.length != b.length) return a.length > b.length;
    return a.rule < b.rule;
  }

  // Takes the reading for the quotation and for the others it matched.
  void enter(std::size_t q, Reading reading) {
    if (rule_of(reading).take == Take::kNothing) {
      for (const int other : others_) {
        Reading theirs = reading;
        theirs.from = static_cast<int>(q);
        keep_better(static_cast<std::size_t>(other), std::move(theirs));
      }
    }
    keep_better(q, std::move(reading));
  }

  void keep_better(std::size_t q, Reading reading) {
    if (beats(reading, readings_[q])) readings_[q] = std::move(reading);
  }

  void look_around(std::size_t q) {
    const Skeleton::Symbols symbols = skeleton_.symbols[q];
    right_ = set_.prefilter_.look(skeleton_.forward, symbols.last + 1);
    left_ = set_.prefilter_.look(skeleton_.mirror,
                                 skeleton_.tokens.size() - symbols.first);
    far_right_.reset();
    far_left_.reset();
  }

  // Both require: look_around.
  bool may_stand_by(const Candidate& candidate) const {
    return right_.anywhere.has(candidate.right) &&
           left_.anywhere.has(candidate.left);
  }
  bool stands_by(const Rule::Variant& variant, std::size_t q) {
    return letters_allow(variant.letters, q) && right_.has(variant.needs.right) &&
           left_.has(variant.needs.left) && stands_far(variant.needs, q);
  }

  bool letters_allow(LetterBits allowed, std::size_t q) const {
    return (skeleton_.letters[q] & ~allowed) == 0;
  }

  // Past the sentence nothing is read until a rule asks.
  bool stands_far(const SideNeeds& needs, std::size_t q) {
    const Skeleton::Symbols symbols = skeleton_.symbols[q];
    const auto has = [&](std::optional<TokenBits>& seen, const TokenBits& need,
                         const std::u16string& units, std::size_t at) {
      if (need.empty()) return true;
      if (!seen) seen = set_.prefilter_.look_far(units, at);
      return seen->has(need);
    };
    return has(far_right_, needs.right.far, skeleton_.forward,
               symbols.last + 1) &&
           has(far_left_, needs.left.far, skeleton_.mirror,
               skeleton_.tokens.size() - symbols.first);
  }

  // Fills `reading` and `others_`.
  bool matches(const Rule::Variant& variant, std::size_t q,
               Reading& reading) {
    const Skeleton::Symbols symbols = skeleton_.symbols[q];
    others_.clear();
    earlier_ = kNoQuotation;
    const Rule& rule = rule_of(reading);
    if (rule.take != Take::kNothing &&
        speaking_at(previous_[q]) == kNoQuotation) {
      return false;
    }
    const std::size_t size = skeleton_.tokens.size();
    if (!matches_side(variant.right, skeleton_.forward, symbols.last + 1,
                      false, reading) ||
        !matches_side(variant.left, skeleton_.mirror, size - symbols.first,
                      true, reading)) {
      return false;
    }
    ++reading.length;  // the quotation
    if (rule.take == Take::kNothing) return true;
    if (rule.take == Take::kLastButOne) {
      reading.from = last_but_one(q);
      return reading.from != kNoQuotation;
    }
    reading.from =
        speaking_at(earlier_ != kNoQuotation ? earlier_ : previous_[q]);
    return reading.from != kNoQuotation;
  }

  bool matches_side(const Rule::Side& side, const std::u16string& subject,
                    std::size_t at, bool mirrored, Reading& reading) {
    if (!side.regex) return true;
    const RegexOutcome outcome =
        side.regex->match(subject, at, scratch_.regex);
    if (outcome == RegexOutcome::kGaveUp) {
      ++scratch_.gave_up[static_cast<std::size_t>(reading.rule)];
    }
    if (outcome != RegexOutcome::kMatch) return false;
    reading.length += scratch_.regex.group(0)->size();
    for (std::size_t g = 0; g < side.slots.size(); ++g) {
      const std::optional<SkeletonSpan> span = scratch_.regex.group(g + 1);
      if (!span || span->empty()) continue;
      note(side.slots[g], tokens_of(*span, mirrored), mirrored, reading);
    }
    return true;
  }

  TokenRange tokens_of(SkeletonSpan span, bool mirrored) const {
    if (mirrored) {
      const std::size_t size = skeleton_.tokens.size();
      span = {size - span.end, size - span.begin};
    }
    return {static_cast<TokenIndex>(span.begin),
            static_cast<TokenIndex>(span.end)};
  }

  void note(Slot slot, TokenRange tokens, bool mirrored, Reading& reading) {
    if (slot != Slot::kQuote) {
      TokenRange& kept = reading.slots[static_cast<std::size_t>(slot)];
      if (kept.empty()) kept = tokens;
      return;
    }
    const int other = quotation_at(tokens.begin);
    if (other == kNoQuotation) return;
    if (mirrored) {
      // Groups of the mirror count away from the rule's own quotation.
      if (earlier_ == kNoQuotation) earlier_ = other;
    } else {
      others_.push_back(other);
    }
  }

  int quotation_at(TokenIndex token) {
    if (by_token_.empty()) {
      for (std::size_t q = 0; q < skeleton_.symbols.size(); ++q) {
        const TokenIndex first = skeleton_.symbols[q].first;
        if (first == kNoToken) continue;
        by_token_.emplace_back(first, static_cast<int>(q));
        const TokenIndex last = skeleton_.symbols[q].last;
        if (last != first) by_token_.emplace_back(last, static_cast<int>(q));
      }
      std::sort(by_token_.begin(), by_token_.end());
    }
    const auto found =
        std::lower_bound(by_token_.begin(), by_token_.end(),
                         std::pair<TokenIndex, int>(token, 0));
    return found != by_token_.end() && found->first == token ? found->second
                                                             : kNoQuotation;
  }

  // The quotation of speech before each at the same depth: what a rule takes
  // from when its pattern names no other.
  void find_previous() {
    previous_.assign(quotations_.size(), kNoQuotation);
    std::vector<int> last;  // by depth
    for (std::size_t q = 0; q < quotations_.size(); ++q) {
      if (skeleton_.symbols[q].first == kNoToken) continue;
      const std::size_t depth = quotations_[q].depth;
      if (last.size() < depth + 1) last.resize(depth + 1, kNoQuotation);
      if (quotations_[q].parent == kNoParent ||
          (last[depth] != kNoQuotation &&
           quotations_[static_cast<std::size_t>(last[depth])].parent ==
               quotations_[q].parent)) {
        previous_[q] = last[depth];
      }
      last[depth] = static_cast<int>(q);
    }
  }

  // The quotation at `q` or before it whose speaker can be taken. A term
  // between two pieces of speech (“A,” he said of the “pit”. “B.”) is passed
  // over.
  int speaking_at(int q) const {
    for (int steps = 3; q != kNoQuotation && steps > 0; --steps) {
      const Reading& reading = readings_[static_cast<std::size_t>(q)];
      if (reading.rule >= 0) {
        const Rule& rule = rule_of(reading);
        if (rule.take != Take::kNothing ||
            !reading.slot(Slot::kSpeaker).empty()) {
          return q;
        }
        if (rule.kind == QuotationKind::kSpeech) return kNoQuotation;
      }
      q = previous_[static_cast<std::size_t>(q)];
    }
    return kNoQuotation;
  }

  // The quotation before the one before `q`, when two people spoke them.
  int last_but_one(std::size_t q) const {
    const int last = previous_[q];
    if (last == kNoQuotation || speaking_at(last) != last) return kNoQuotation;
    const int before = previous_[static_cast<std::size_t>(last)];
    if (before == kNoQuotation || speaking_at(before) != before ||
        source_of(before) == source_of(last)) {
      return kNoQuotation;
    }
    return before;
  }

  // The quotation whose own reading names the speaker of `q`.
  int source_of(int q) const {
    for (;;) {
      const Reading& reading = readings_[static_cast<std::size_t>(q)];
      if (rule_of(reading).take == Take::kNothing ||
          reading.from == kNoQuotation || reading.from >= q) {
        return reading.from == kNoQuotation ? q : reading.from;
      }
      q = reading.from;
    }
  }

  const RuleSet& set_;
  const Skeleton& skeleton_;
  std::span<const Quotation> quotations_;
  RuleScratch& scratch_;
  std::vector<Reading> readings_;
  Surroundings left_;  // of the quotation at hand
  Surroundings right_;
  std::optional<TokenBits> far_left_, far_right_;  // where they were asked for
  std::vector<int> previous_;
  std::vector<std::pair<TokenIndex, int>> by_token_;
  // Of the match at hand: quotations right of the anchor, nearest left of it.
  std::vector<int> others_;
  int earlier_ = kNoQuotation;
};

RuleSet::RuleSet(std::vector<Rule> rules, Prefilter prefilter)
    : rules_(std::move(rules)), prefilter_(std::move(prefilter)) {
  by_priority_.resize(rules_.size());
  std::iota(by_priority_.begin(), by_priority_.end(), 0U);
  std::stable_sort(by_priority_.begin(), by_priority_.end(),
                   [this](std::uint32_t a, std::uint32_t b) {
                     return rules_[a].priority > rules_[b].priority;
                   });
  for (const std::uint32_t index : by_priority_) {
    const std::vector<Rule::Variant>& variants = rules_[index].variants;
    for (std::uint32_t v = 0; v < variants.size(); ++v) {
      candidates_.push_back({any_near(variants[v].needs.left),
                             any_near(variants[v].needs.right), index, v});
    }
  }
}

std::vector<Reading> RuleSet::read(const Skeleton& skeleton,
                                   std::span<const Quotation> quotations,
                                   RuleScratch& scratch) const {
  return Contest(*this, skeleton, quotations, scratch).run();
}

std::vector<Reading> RuleSet::all_readings(
    const Skeleton& skeleton, std::span<const Quotation> quotations,
    std::span<const Reading> readings, std::size_t index,
    RuleScratch& scratch) const {
  return Contest(*this, skeleton, quotations, scratch).all(readings, index);
}

}  // namespace quoin
