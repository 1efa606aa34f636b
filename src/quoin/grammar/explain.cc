// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/explain.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <quoin/base/display.h>
#include <quoin/quote/find_quotations.h>

namespace quoin {
namespace {

constexpr std::size_t kShownWidth = 50;

bool reads_the_same(const Reading& a, const Reading& b) {
  return a.slots == b.slots;
}

// Writes the explanation of one sentence.
class Explainer {
 public:
  Explainer(const Grammar& grammar, std::string text)
      : grammar_(grammar),
        sentence_(read_sentence(grammar, std::move(text), scratch_)) {}

  Explanation run() {
    out_.quotations = sentence_.quotations.size();
    if (out_.quotations == 0) {
      out_.text = print_labels({sentence_.document.text, {}}) +
                  "\n    no quotation in this sentence\n";
    }
    for (std::size_t q = 0; q < sentence_.quotations.size(); ++q) explain(q);
    add_limits();
    return std::move(out_);
  }

 private:
  const Rule& rule_of(const Reading& reading) const {
    return grammar_.rules().rules()[static_cast<std::size_t>(reading.rule)];
  }

  void explain(std::size_t q) {
    const Reading& winner = sentence_.readings[q];
    // One match may read several quotations; its line says it for all.
    if (q > 0 && winner.from != kNoQuotation &&
        winner.from < static_cast<int>(q) &&
        sentence_.readings[static_cast<std::size_t>(winner.from)].rule ==
            winner.rule &&
        rule_of(winner).take == Take::kNothing) {
      return;
    }
    if (winner.rule < 0) {
      ++out_.unread;
      out_.text += print_labels({sentence_.document.text, {}}) +
                   fmt::format("\n    no rule reads {}\n    words   {}\n",
                               shown(q), words());
      return;
    }
    out_.text += labelled(winner) + "\n";
    const std::vector<Reading> all = grammar_.rules().all_readings(
        sentence_.skeleton, sentence_.quotations, sentence_.readings, q,
        scratch_);
    measure_names(winner, all);
    add_line("won by", winner, what_it_does(q, winner));
    for (const Reading& loser : all) {
      if (loser.rule == winner.rule) continue;
      add_line("before", loser, why_lost(grammar_.rules(), winner, loser));
      if (!reads_the_same(winner, loser)) {
        out_.text += fmt::format("            {}\n", labelled(loser));
      }
    }
  }

  // The sentence as rules see it, parted by spaces.
  std::string words() const {
    const Skeleton& skeleton = sentence_.skeleton;
    std::string out;
    for (TokenIndex t = 0; t < skeleton.tokens.size(); ++t) {
      const Token& token = skeleton.tokens[t];
      const bool ends_quotation = std::any_of(
          skeleton.symbols.begin(), skeleton.symbols.end(),
          [t](const Skeleton::Symbols& symbols) {
            return symbols.last == t && symbols.first != t;
          });
      if (ends_quotation) continue;
      if (!out.empty()) out += ' ';
      out += token.is_quotation ? "QUOTE"
             : token.is_break   ? "¶"
                                : sentence_.document.slice(
                                    {token.text_begin, token.text_end});
    }
    return out;
  }

  std::string labelled(const Reading& reading) const {
    return print_labels(label_reading(sentence_, reading));
  }

  void measure_names(const Reading& winner, const std::vector<Reading>& all) {
    name_width_ = rule_of(winner).name.size();
    place_width_ = place_of(rule_of(winner)).size();
    for (const Reading& reading : all) {
      name_width_ = std::max(name_width_, rule_of(reading).name.size());
      place_width_ = std::max(place_width_, place_of(rule_of(reading)).size());
    }
  }

  static std::string place_of(const Rule& rule) {
    return fmt::format("{}:{}", rule.file, rule.line);
  }

  void add_line(std::string_view what, const Reading& reading,
                const std::string& why) {
    const Rule& rule = rule_of(reading);
    std::string line = fmt::format(
        "    {}  {:<{}}  {:>2}  {:<{}}  {}", what, rule.name, name_width_,
        rule.priority, place_of(rule), place_width_, why);
    line.erase(line.find_last_not_of(' ') + 1);
    out_.text += line + "\n";
  }

  std::string what_it_does(std::size_t q, const Reading& reading) const {
    const Rule& rule = rule_of(reading);
    std::string out;
    if (sentence_.quotations.size() > 1) out = shown(q);
    if (rule.kind != QuotationKind::kSpeech) {
      out += fmt::format("{}a {}", out.empty() ? "" : ", ",
                         to_string(rule.kind));
    }
    if (rule.take != Take::kNothing) {
      out += fmt::format("{}takes the {} of {}", out.empty() ? "" : ", ",
                         rule.take == Take::kUtterance ? "utterance" : "speaker",
                         shown(static_cast<std::size_t>(reading.from)));
    }
    return out;
  }

  std::string shown(std::size_t q) const {
    const std::string words = single_line(
        sentence_.document.slice(sentence_.quotations[q].span));
    return fmt::format("“{}”", clip_to_width(words, kShownWidth));
  }

  void add_limits() {
    for (std::size_t rule = 0; rule < scratch_.gave_up.size(); ++rule) {
      if (scratch_.gave_up[rule] == 0) continue;
      out_.text += fmt::format("    rule '{}' gave up: too many ways to try\n",
                               grammar_.rule_names()[rule].name);
    }
  }

  const Grammar& grammar_;
  RuleScratch scratch_;
  ReadSentence sentence_;
  Explanation out_;
  std::size_t name_width_ = 0;
  std::size_t place_width_ = 0;
};

}  // namespace

ReadSentence read_sentence(const Grammar& grammar, std::string text,
                           RuleScratch& scratch, bool in_story) {
  ReadSentence read;
  read.document.text = std::move(text);
  read.quotations = find_quotations(read.document, grammar.marks());
  read.skeleton = build_skeleton(read.document, read.quotations,
                                 grammar.tokenizer(), grammar.token_types());
  read.skeleton.is_story |= in_story;
  read.readings = grammar.rules().read(read.skeleton, read.quotations, scratch);
  return read;
}

std::string why_lost(const RuleSet& rules, const Reading& winner,
                     const Reading& loser) {
  const auto priority_of = [&](const Reading& reading) {
    return rules.rules()[static_cast<std::size_t>(reading.rule)].priority;
  };
  if (priority_of(winner) > priority_of(loser)) return "lower priority";
  if (winner.length > loser.length) {
    return fmt::format("shorter match: {} words and marks to {}", loser.length,
                       winner.length);
  }
  return "stands later";
}

TextSpan text_span(const Skeleton& skeleton, TokenRange range) {
  return {skeleton.tokens[range.begin].text_begin,
          skeleton.tokens[range.end - 1].text_end};
}

LabelledText label_reading(const ReadSentence& sentence,
                           const Reading& reading) {
  LabelledText labelled{sentence.document.text, {}};
  for (std::size_t s = 1; s < kSlotCount; ++s) {
    const auto slot = static_cast<Slot>(s);
    const TokenRange range = reading.slot(slot);
    if (slot == Slot::kQuote || range.empty()) continue;
    labelled.labels.push_back({slot, text_span(sentence.skeleton, range)});
  }
  std::sort(labelled.labels.begin(), labelled.labels.end(),
            [](const Label& a, const Label& b) {
              return std::tuple(a.span.begin, b.span.end, a.slot) <
                     std::tuple(b.span.begin, a.span.end, b.slot);
            });
  return labelled;
}

Result<Explanation> explain_sentence(const Grammar& grammar,
                                     std::string_view sentence) {
  Result<LabelledText> labelled = parse_labels(sentence);
  if (!labelled) return std::move(labelled).error();
  return Explainer(grammar, std::move(labelled->text)).run();
}

}  // namespace quoin
