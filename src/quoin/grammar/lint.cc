// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/lint.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include <fmt/format.h>

#include <quoin/grammar/parse.h>
#include <quoin/grammar/syntax.h>
#include <quoin/grammar/token_types.h>

namespace quoin {
namespace {

// Two columns would hide what was forgotten: one list, sorted.
constexpr auto kNamesOfStages = std::to_array<std::string_view>({
    "abbreviation", "abbreviation-before-number", "answer-labels", "antonym",
    "apostrophes", "before-number-only", "byline-starts", "caption-ends",
    "caption-parts", "caption-starts", "clipped-ending", "closing-cues",
    "connective-swap", "contraction", "contraction-ending", "cue-auxiliaries",
    "cue-goes-on", "currency", "decimal-mark", "dialogue-cues",
    "dialogue-dashes", "distinct-name", "double-marks", "elisions", "enclitic",
    "filler", "filler-between-commas", "fraction", "fraction-after-joint",
    "fraction-joint", "furniture-ends", "furniture-lines", "furniture-parts",
    "furniture-starts", "head-conjunction", "inflection", "informal",
    "inner-breaks", "inner-goes-on", "kept-dashes", "leading-apostrophe",
    "lemma", "light-word", "limiter", "list-conjunction", "loose-letter",
    "magnitude", "minor-word", "narration-endings", "narration-words",
    "negative-prefix", "not-labels", "not-negative", "nouns-are-capital",
    "number", "number-article", "number-joint", "ordinal", "ordinal-ending",
    "page-word", "proclitic", "profile-", "protected-", "question-labels",
    "relative", "single-marks", "spaced-thousands", "speaker-title",
    "speech-starts", "spelling", "spelling-prefix", "spelling-suffix",
    "summary-starts", "teaser-heads", "teaser-tails", "translation-sign",
    "transliteration", "unit", "wire-after", "wire-agencies", "wire-before",
    "wire-datelines",
});

bool is_of_a_stage(std::string_view name) {
  // What attribute/ asks tokens about.
  for (std::size_t i = 0; i < kNamedSetCount; ++i) {
    if (list_name(static_cast<NamedSet>(i)) == name) return true;
  }
  return std::any_of(kNamesOfStages.begin(), kNamesOfStages.end(),
                     [name](std::string_view known) {
                       return known.ends_with('-') ? name.starts_with(known)
                                                   : name == known;
                     });
}

// Follows names from the rules to all they are made of.
class UseFinder {
 public:
  explicit UseFinder(const Grammar& grammar) : grammar_(grammar) {
    for (const GrammarFile& file : grammar.files()) {
      for (const ShapeSyntax& shape : file.shapes) {
        shapes_.emplace(shape.name, &shape);
      }
    }
  }

  std::vector<Diagnostic> run() {
    for (const GrammarFile& file : grammar_.files()) {
      for (const RuleSyntax& rule : file.rules) {
        for (const Pattern& pattern : rule.patterns) follow(pattern);
      }
    }
    for (const GrammarFile& file : grammar_.files()) {
      for (const WordsSyntax& words : file.words) {
        check(file, "list", words.name, words.place);
      }
      for (const PairsSyntax& pairs : file.pairs) {
        check(file, "list of pairs", pairs.name, pairs.place);
      }
      for (const ShapeSyntax& shape : file.shapes) {
        check(file, "shape", shape.name, shape.place);
      }
    }
    std::stable_sort(warnings_.begin(), warnings_.end(),
                     [](const Diagnostic& a, const Diagnostic& b) {
                       return std::pair(a.file, a.line) <
                              std::pair(b.file, b.line);
                     });
    return std::move(warnings_);
  }

 private:
  void follow(const Pattern& pattern) {
    for (const Sequence& sequence : pattern) {
      for (const Item& item : sequence) follow(item);
    }
  }

  void follow(const Item& item) {
    follow(item.group);
    for (const Item& excepted : item.except) follow(excepted);
    if (item.kind != AtomKind::kName) return;
    if (!used_.insert(item.text).second) return;
    const auto shape = shapes_.find(item.text);
    if (shape != shapes_.end()) follow(shape->second->pattern);
  }

  void check(const GrammarFile& file, std::string_view what,
             const std::string& name, const Place& place) {
    if (is_of_a_stage(name) || used_.contains(name)) return;
    Diagnostic warning =
        diagnose(file, place, fmt::format("nothing uses the {} '{}'", what, name));
    warning.severity = Severity::kWarning;
    warnings_.push_back(std::move(warning));
  }

  const Grammar& grammar_;
  std::map<std::string, const ShapeSyntax*, std::less<>> shapes_;
  std::set<std::string, std::less<>> used_;
  std::vector<Diagnostic> warnings_;
};

}  // namespace

std::vector<Diagnostic> unused_names(const Grammar& grammar) {
  return UseFinder(grammar).run();
}

std::span<const std::string_view> names_of_stages() { return kNamesOfStages; }

}  // namespace quoin
