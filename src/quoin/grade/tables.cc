// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/tables.h>

#include <algorithm>
#include <array>
#include <optional>

#include <quoin/text/units.h>

namespace quoin {
namespace {

constexpr std::array<std::string_view, kProtectedCount> kClassNames = {
    "negation", "number",     "modal",  "quantifier", "condition",
    "hedge",    "connective", "person", "name",       "antonym"};

bool has_capital(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return c >= 'A' && c <= 'Z'; });
}

class Compiler {
 public:
  explicit Compiler(const Lexicon& lexicon) : lexicon_(lexicon) {}

  GradeTables run() {
    tables_.folds = compile_fold_tables(lexicon_);
    read_protected();
    read_words();
    read_forms();
    read_profiles();
    return std::move(tables_);
  }

 private:
  // An entry as the keys that fold_words gives for it in a text.
  std::vector<std::string> keys_of(const std::string& entry) const {
    std::vector<std::string> keys;
    for (Unit& unit : fold_words(entry, tables_.folds).units) {
      keys.push_back(std::move(unit.key));
    }
    return keys;
  }
  std::string key_of(const std::string& entry) const {
    const std::vector<std::string> keys = keys_of(entry);
    return keys.size() == 1 ? keys.front() : entry;
  }

  void read_protected() {
    std::unordered_set<std::string> before_number;
    for (const auto& word : lexicon_.words_of("before-number-only")) {
      before_number.insert(word);
    }
    for (std::size_t i = 0; i < kProtectedCount; ++i) {
      const auto which = static_cast<Protected>(i);
      const std::string name = "protected-" + std::string(kClassNames[i]);
      read_class(which, name, false, before_number);
      read_class(which, name + "-swapped", true, before_number);
    }
    for (auto& [first, phrases] : tables_.protected_phrases) {
      std::stable_sort(phrases.begin(), phrases.end(),
                       [](const ClassPhrase& a, const ClassPhrase& b) {
                         return a.words.size() > b.words.size();
                       });
    }
    read_key_pairs("antonym", tables_.antonyms);
    read_key_pairs("connective-swap", tables_.connective_swaps);
    read_key_pairs("distinct-name", tables_.distinct_names);
    for (const auto& [word, unit] : tables_.folds.units) {
      tables_.unit_keys.insert(unit);
    }
    for (const auto& [word, unit] : tables_.folds.currencies) {
      tables_.unit_keys.insert(unit);
    }
  }

  void read_class(Protected which, const std::string& name, bool only_swapped,
                  const std::unordered_set<std::string>& before_number) {
    for (const LexiconPair& pair : lexicon_.pairs_of(name)) {
      for (const std::string& entry : pair.right) {
        ClassPhrase phrase;
        phrase.words = keys_of(entry);
        if (phrase.words.empty()) continue;
        phrase.which = which;
        phrase.value = pair.left.front();
        phrase.only_swapped = only_swapped;
        phrase.capital = phrase.words.size() == 1 && has_capital(entry);
        phrase.before_number = before_number.contains(entry);
        tables_.protected_phrases[phrase.words.front()].push_back(
            std::move(phrase));
      }
    }
  }

  void read_key_pairs(std::string_view name, KeyPairs& into) {
    for (const LexiconPair& pair : lexicon_.pairs_of(name)) {
      for (const auto& left : pair.left) {
        for (const auto& right : pair.right) {
          into.insert(key_of(left), key_of(right));
        }
      }
    }
  }

  void read_set(std::string_view name, std::unordered_set<std::string>& into) {
    for (const auto& word : lexicon_.words_of(name)) into.insert(key_of(word));
  }

  void read_words() {
    for (const auto& entry : lexicon_.words_of("filler")) {
      tables_.fillers.push_back(keys_of(entry));
    }
    std::stable_sort(
        tables_.fillers.begin(), tables_.fillers.end(),
        [](const auto& a, const auto& b) { return a.size() > b.size(); });
    read_set("filler-between-commas", tables_.comma_fillers);
    read_set("minor-word", tables_.function_words);
    read_set("light-word", tables_.light_words);
    read_set("relative", tables_.relatives);
    read_set("list-conjunction", tables_.list_conjunctions);
    read_set("head-conjunction", tables_.head_conjunctions);
    read_set("page-word", tables_.page_words);
    read_set("male-name", tables_.given_names);
    read_set("female-name", tables_.given_names);
    tables_.nouns_are_capital =
        !lexicon_.words_of("nouns-are-capital").empty();
    read_set("not-negative", tables_.not_negative);
    for (const auto& entry : lexicon_.words_of("translation-sign")) {
      std::vector<std::string> keys = keys_of(entry);
      if (keys.empty()) continue;
      const std::string first = keys.front();
      tables_.translation_signs[first].push_back(std::move(keys));
    }
    for (const auto& word : lexicon_.words_of("limiter")) {
      tables_.limiters.insert(word);
    }
    for (const auto& letter : lexicon_.words_of("loose-letter")) {
      tables_.loose_letters += letter;
    }
    tables_.negative_prefixes = lexicon_.words_of("negative-prefix");
  }

  void read_forms() {
    for (const LexiconPair& pair : lexicon_.pairs_of("contraction")) {
      for (const auto& left : pair.left) {
        auto& full = tables_.contractions[key_of(left)];
        for (const auto& right : pair.right) full.push_back(keys_of(right));
      }
    }
    for (const LexiconPair& pair : lexicon_.pairs_of("contraction-ending")) {
      tables_.contraction_endings.emplace_back(pair.left.front(), pair.right);
    }
    for (const LexiconPair& pair : lexicon_.pairs_of("lemma")) {
      const std::string lemma = key_of(pair.left.front());
      tables_.lemmas[lemma] = lemma;
      for (const auto& form : pair.right) tables_.lemmas[key_of(form)] = lemma;
    }
    for (const LexiconPair& pair : lexicon_.pairs_of("inflection")) {
      const std::string& put = pair.right.front();
      for (const auto& ending : pair.left) {
        tables_.inflections.emplace_back(ending, put == "0" ? "" : put);
      }
    }
  }

  // A grammar without profiles still has the default of the specification.
  void read_profiles() {
    Profile base;
    base.name = "default";
    for (std::size_t i = 0; i < kGradeCount; ++i) {
      const auto grade = static_cast<Grade>(i);
      base.of_grade[i] = grade >= Grade::kNotFound
                             ? FindingSeverity::kCannotCheck
                         : grade >= Grade::kReordered ? FindingSeverity::kSerious
                         : grade >= Grade::kMinorWording
                             ? FindingSeverity::kReview
                         : grade >= Grade::kPunctuation ? FindingSeverity::kNote
                         : grade == Grade::kExcerpt ? FindingSeverity::kInfo
                                                    : FindingSeverity::kPass;
    }
    read_profile("profile-default", base);
    tables_.profiles.push_back(base);
    for (const auto& [name, pairs] : lexicon_.pairs) {
      constexpr std::string_view kPrefix = "profile-";
      if (name.compare(0, kPrefix.size(), kPrefix) != 0) continue;
      Profile profile = base;
      profile.name = name.substr(kPrefix.size());
      if (profile.name == "default") continue;
      read_profile(name, profile);
      tables_.profiles.push_back(std::move(profile));
    }
  }

  void read_profile(const std::string& name, Profile& profile) {
    for (const LexiconPair& pair : lexicon_.pairs_of(name)) {
      const auto severity = severity_named(pair.right.front());
      if (!severity) continue;
      for (const auto& left : pair.left) {
        if (const auto grade = grade_named(left)) {
          profile.of_grade[static_cast<std::size_t>(*grade)] = *severity;
        }
      }
    }
  }

  static std::optional<FindingSeverity> severity_named(std::string_view name) {
    for (int i = 0; i <= static_cast<int>(FindingSeverity::kCannotCheck); ++i) {
      const auto severity = static_cast<FindingSeverity>(i);
      if (to_string(severity) == name) return severity;
    }
    return std::nullopt;
  }

  const Lexicon& lexicon_;
  GradeTables tables_;
};

}  // namespace

std::string_view to_string(Protected which) {
  return kClassNames[static_cast<std::size_t>(which)];
}

GradeTables compile_grade_tables(const Lexicon& lexicon) {
  return Compiler(lexicon).run();
}

}  // namespace quoin
