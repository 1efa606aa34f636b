// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/examples.h>

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include <quoin/grammar/explain.h>
#include <quoin/grammar/labels.h>
#include <quoin/grammar/line_reader.h>
#include <quoin/grammar/parse.h>
#include <quoin/grammar/rule_set.h>

namespace quoin {
namespace {

std::string in_quotes(std::string_view text) {
  return fmt::format("\"{}\"", text);
}

// Executes the examples of one grammar.
class ExampleRunner {
 public:
  explicit ExampleRunner(const Grammar& grammar) : grammar_(grammar) {}

  ExampleReport run() {
    int rule = 0;
    for (const GrammarFile& file : grammar_.files()) {
      file_ = &file;
      for (const RuleSyntax& syntax : file.rules) {
        exercised_.clear();
        for (const Example& example : syntax.examples) {
          run_example(rule, syntax, example);
        }
        warn_of_idle_patterns(syntax);
        for (const Example& never : syntax.nevers) {
          run_never(rule, syntax, never);
        }
        ++rule;
      }
    }
    return std::move(report_);
  }

 private:
  void fail(Place place, std::string message, std::string hint = "") {
    report_.problems.push_back(
        diagnose(*file_, place, std::move(message), std::move(hint)));
  }

  // False when the sentence cannot be read.
  bool read(const Example& example, const RuleSyntax& syntax) {
    ++report_.examples;
    Result<LabelledText> labelled = parse_labels(example.text);
    if (!labelled) {
      const Diagnostic& problem = labelled.error().front();
      Place place = example.place;
      place.column += problem.column - 1;
      place.width = 1;
      fail(place, problem.message, problem.hint);
      return false;
    }
    labelled_ = *std::move(labelled);
    scratch_.gave_up.clear();
    sentence_ = read_sentence(grammar_, labelled_.text, scratch_,
                              syntax.only_in_stories);
    for (std::size_t r = 0; r < scratch_.gave_up.size(); ++r) {
      if (scratch_.gave_up[r] == 0) continue;
      fail(example.place,
           fmt::format("rule '{}' gave up on this example of '{}'",
                       grammar_.rule_names()[r].name, syntax.name),
           "too many ways to try: bound its repeats more tightly");
    }
    return true;
  }

  void run_example(int rule, const RuleSyntax& syntax,
                   const Example& example) {
    if (!read(example, syntax)) return;
    if (sentence_.quotations.empty()) {
      return fail(example.place, "there is no quotation in this example");
    }
    const auto won = std::find_if(
        sentence_.readings.begin(), sentence_.readings.end(),
        [rule](const Reading& reading) { return reading.rule == rule; });
    if (won == sentence_.readings.end()) {
      return report_loss(rule, syntax, example);
    }
    for (const Reading& reading : sentence_.readings) {
      if (reading.rule == rule) exercised_.insert(reading.variant);
    }
    compare_slots(*won, syntax, example);
    if (won->from == kNoQuotation) {
      warn_of_equals(
          static_cast<std::size_t>(won - sentence_.readings.begin()), example);
    }
  }

  void report_loss(int rule, const RuleSyntax& syntax,
                   const Example& example) {
    for (std::size_t q = 0; q < sentence_.quotations.size(); ++q) {
      for (const Reading& reading : all_at(q)) {
        if (reading.rule != rule || sentence_.readings[q].rule < 0) continue;
        const RuleName& winner = name_of(sentence_.readings[q]);
        return fail(example.place,
                    fmt::format("rule '{}' wins this example of '{}'",
                                winner.name, syntax.name),
                    fmt::format("it stands at {}", winner.at));
      }
    }
    fail(example.place,
         fmt::format("rule '{}' does not match this example", syntax.name),
         who_reads_it());
  }

  // What the first quotation of the example is read as instead.
  std::string who_reads_it() const {
    for (const Reading& reading : sentence_.readings) {
      if (reading.rule < 0) continue;
      return fmt::format("'{}' reads {}", name_of(reading).name,
                         print_labels(label_reading(sentence_, reading)));
    }
    return "no rule does; 'quoin grammar try' shows its words";
  }

  const RuleName& name_of(const Reading& reading) const {
    return grammar_.rule_names()[static_cast<std::size_t>(reading.rule)];
  }

  std::vector<Reading> all_at(std::size_t q) {
    return grammar_.rules().all_readings(sentence_.skeleton,
                                         sentence_.quotations,
                                         sentence_.readings, q, scratch_);
  }

  void compare_slots(const Reading& reading, const RuleSyntax& syntax,
                     const Example& example) {
    for (std::size_t s = 1; s < kSlotCount; ++s) {
      const auto slot = static_cast<Slot>(s);
      if (slot == Slot::kQuote) continue;
      const auto label = std::find_if(
          labelled_.labels.begin(), labelled_.labels.end(),
          [slot](const Label& entry) { return entry.slot == slot; });
      const bool expected = label != labelled_.labels.end();
      const TokenRange range = reading.slot(slot);
      if (!expected && range.empty()) continue;
      const TextSpan found =
          range.empty() ? TextSpan{} : text_span(sentence_.skeleton, range);
      if (expected && !range.empty() && found == label->span) continue;
      fail(expected ? place_of(*label, example) : example.place,
           fmt::format("rule '{}' reads this example differently",
                       syntax.name),
           fmt::format("expected {} {}, found {}", to_string(slot),
                       expected ? words(label->span) : "nothing",
                       range.empty() ? "nothing" : words(found)));
    }
  }

  std::string words(TextSpan span) const {
    return in_quotes(sentence_.document.slice(span));
  }

  // Where the labelled words stand in the grammar file.
  Place place_of(const Label& label, const Example& example) const {
    return {example.place.line, example.place.column + label.column - 1,
            count_code_points(sentence_.document.slice(label.span))};
  }

  // A way of matching that no example needs can be wrong for ever. When the
  // examples themselves are in error that comes first.
  void warn_of_idle_patterns(const RuleSyntax& syntax) {
    int variant = 0;
    for (const Pattern& pattern : syntax.patterns) {
      for (const Sequence& sequence : pattern) {
        if (exercised_.contains(variant++) || exercised_.empty()) continue;
        Diagnostic warning = diagnose(
            *file_, sequence.front().place,
            fmt::format("no example of rule '{}' is read by this way of "
                        "matching",
                        syntax.name),
            "add one, or take it out");
        warning.severity = Severity::kWarning;
        report_.warnings.push_back(std::move(warning));
      }
    }
  }

  void warn_of_equals(std::size_t q, const Example& example) {
    const Reading& winner = sentence_.readings[q];
    const std::vector<Rule>& rules = grammar_.rules().rules();
    for (const Reading& other : all_at(q)) {
      if (other.rule == winner.rule || other.slots == winner.slots ||
          rules[static_cast<std::size_t>(other.rule)].priority !=
              rules[static_cast<std::size_t>(winner.rule)].priority) {
        continue;
      }
      Diagnostic warning = diagnose(
          *file_, example.place,
          fmt::format("rules '{}' and '{}' have one priority and read this "
                      "example differently",
                      name_of(winner).name, name_of(other).name),
          fmt::format("'{}' reads {}", name_of(other).name,
                      print_labels(label_reading(sentence_, other))));
      warning.severity = Severity::kWarning;
      report_.warnings.push_back(std::move(warning));
    }
  }

  void run_never(int rule, const RuleSyntax& syntax, const Example& never) {
    if (!read(never, syntax)) return;
    for (std::size_t q = 0; q < sentence_.quotations.size(); ++q) {
      for (const Reading& reading : all_at(q)) {
        if (reading.rule == rule) {
          return fail(never.place,
                      fmt::format("rule '{}' matches this sentence, and must "
                                  "never",
                                  syntax.name));
        }
      }
    }
  }

  const Grammar& grammar_;
  const GrammarFile* file_ = nullptr;
  ExampleReport report_;
  RuleScratch scratch_;
  // Of the example at hand:
  LabelledText labelled_;
  ReadSentence sentence_;
  // Of the rule at hand: which of its ways of matching an example was read by.
  std::set<int> exercised_;
};

}  // namespace

ExampleReport check_examples(const Grammar& grammar) {
  return ExampleRunner(grammar).run();
}

}  // namespace quoin
