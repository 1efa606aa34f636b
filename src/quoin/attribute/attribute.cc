// SPDX-License-Identifier: Apache-2.0
#include <quoin/attribute/attribute.h>

#include <optional>

#include <fmt/format.h>

#include <quoin/attribute/resolve.h>
#include <quoin/grammar/rule_set.h>
#include <quoin/grammar/skeleton.h>

namespace quoin {
namespace {

std::optional<TextSpan> text_span(const Skeleton& skeleton, TokenRange range) {
  if (range.empty()) return std::nullopt;
  return TextSpan{skeleton.tokens[range.begin].text_begin,
                  skeleton.tokens[range.end - 1].text_end};
}

// Turns readings into attributions, in the order of the quotations: what a
// quotation takes from an earlier one is there already.
class Attributor {
 public:
  Attributor(const Skeleton& skeleton, std::vector<Quotation>& quotations,
             const Grammar& grammar, const std::vector<Reading>& readings)
      : skeleton_(skeleton),
        quotations_(quotations),
        rules_(grammar.rules().rules()),
        readings_(readings),
        attributions_(quotations.size()) {}

  std::vector<Attribution> run() {
    for (std::size_t q = 0; q < quotations_.size(); ++q) {
      if (readings_[q].rule >= 0) apply(q);
      if (attributions_[q].utterance == 0) {
        attributions_[q].utterance = ++utterances_;
      }
    }
    return std::move(attributions_);
  }

 private:
  void apply(std::size_t q) {
    const Reading& reading = readings_[q];
    const Rule& rule = rules_[static_cast<std::size_t>(reading.rule)];
    Attribution& attribution = attributions_[q];
    attribution.rule = reading.rule;
    quotations_[q].kind = rule.kind;
    quotations_[q].flags |= rule.flags;
    if (rule.take != Take::kNothing) {
      take(attribution, rule, attributions_[index(reading.from)]);
      return;
    }
    if (const auto mention =
            text_span(skeleton_, reading.slot(Slot::kSpeaker))) {
      Speaker& speaker = attribution.speaker.emplace();
      speaker.mention = *mention;
      speaker.role = text_span(skeleton_, reading.slot(Slot::kRole));
    }
    attribution.cue = text_span(skeleton_, reading.slot(Slot::kCue));
    attribution.medium = text_span(skeleton_, reading.slot(Slot::kMedium));
    attribution.addressee =
        text_span(skeleton_, reading.slot(Slot::kAddressee));
    if (reading.from != kNoQuotation) {
      attribution.utterance = attributions_[index(reading.from)].utterance;
    }
  }

  static void take(Attribution& attribution, const Rule& rule,
                   const Attribution& previous) {
    attribution.speaker = previous.speaker;
    attribution.cue = previous.cue;
    attribution.medium = previous.medium;
    attribution.addressee = previous.addressee;
    if (rule.take == Take::kUtterance) {
      attribution.utterance = previous.utterance;
    }
  }

  static std::size_t index(int quotation) {
    return static_cast<std::size_t>(quotation);
  }

  const Skeleton& skeleton_;
  std::vector<Quotation>& quotations_;
  const std::vector<Rule>& rules_;
  const std::vector<Reading>& readings_;
  std::vector<Attribution> attributions_;
  std::uint32_t utterances_ = 0;
};

std::vector<std::string> name_limits(const RuleScratch& scratch,
                                     const Grammar& grammar) {
  std::vector<std::string> diagnostics;
  for (std::size_t rule = 0; rule < scratch.gave_up.size(); ++rule) {
    if (scratch.gave_up[rule] == 0) continue;
    diagnostics.push_back(fmt::format("rule '{}' gave up in {} {}",
                                      grammar.rule_names()[rule].name,
                                      scratch.gave_up[rule],
                                      scratch.gave_up[rule] == 1 ? "place"
                                                                 : "places"));
  }
  return diagnostics;
}

}  // namespace

Attributed attribute(const Document& document,
                     std::vector<Quotation>& quotations,
                     const Grammar& grammar) {
  Attributed result;
  if (quotations.empty()) return result;
  const Skeleton skeleton =
      build_skeleton(document, quotations, grammar.tokenizer(),
                     grammar.token_types());
  // One a thread: its stack for PCRE2 is mapped memory, and to map it anew for
  // every document took longer than to read some of them.
  thread_local RuleScratch scratch;
  scratch.gave_up.clear();
  const std::vector<Reading> readings =
      grammar.rules().read(skeleton, quotations, scratch);
  result.attributions =
      Attributor(skeleton, quotations, grammar, readings).run();
  resolve_speakers(document, skeleton, grammar, readings,
                   result.attributions);
  result.diagnostics = name_limits(scratch, grammar);
  return result;
}

}  // namespace quoin
