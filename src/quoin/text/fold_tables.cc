// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/fold_tables.h>

#include <algorithm>
#include <charconv>

#include <quoin/text/units.h>

namespace quoin {
namespace {

bool has_capital(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

double to_number(const std::string& text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

class Compiler {
 public:
  explicit Compiler(const Lexicon& lexicon) : lexicon_(lexicon) {}

  FoldTables run() {
    read_dots();
    read_affixes("spelling-prefix", tables_.prefixes);
    read_affixes("spelling-suffix", tables_.suffixes);
    // The longest first, so that -isations is not read as -s.
    for (auto* affixes : {&tables_.prefixes, &tables_.suffixes}) {
      std::stable_sort(affixes->begin(), affixes->end(),
                       [](const auto& a, const auto& b) {
                         return a.first.size() > b.first.size();
                       });
    }
    for (const LexiconPair& pair : lexicon_.pairs_of("clipped-ending")) {
      for (const auto& clipped : pair.right) {
        tables_.clipped_endings.emplace_back(clipped, pair.left.front());
      }
    }
    read_numbers();
    read_phrases("spelling", FoldKind::kSpelling);
    read_phrases("abbreviation", FoldKind::kAbbreviation);
    read_phrases("informal", FoldKind::kInformal);
    read_phrases("transliteration", FoldKind::kTransliteration);
    read_unit_phrases();
    for (const auto& word : lexicon_.words_of("speaker-title")) {
      for (Unit& unit : fold_words(word, tables_).units) {
        tables_.speaker_titles.insert(std::move(unit.key));
      }
    }
    return std::move(tables_);
  }

 private:
  void read_dots() {
    for (const LexiconPair& pair : lexicon_.pairs_of("abbreviation")) {
      for (const auto* side : {&pair.left, &pair.right}) {
        for (const std::string& entry : *side) {
          if (!entry.empty() && entry.back() == '.') {
            tables_.dotted.insert(fold_case(entry));
          }
        }
      }
    }
    for (const auto& word : lexicon_.words_of("abbreviation-before-number")) {
      tables_.dotted.erase(fold_case(word));
      tables_.dotted_before_number.insert(fold_case(word));
    }
    const auto copy = [&](std::string_view name, auto& into) {
      for (const auto& word : lexicon_.words_of(name)) into.insert(word);
    };
    copy("leading-apostrophe", tables_.leading_apostrophe);
    copy("number-article", tables_.number_articles);
    copy("number-joint", tables_.number_joints);
    copy("ordinal-ending", tables_.ordinal_endings);
    copy("fraction-joint", tables_.fraction_joints);
    copy("fraction-after-joint", tables_.fractions_after_joint);
    tables_.spaced_thousands = !lexicon_.words_of("spaced-thousands").empty();
    for (const auto& mark : lexicon_.words_of("decimal-mark")) {
      tables_.decimal_comma = tables_.decimal_comma || mark == ",";
    }
  }

  // pairs spelling-suffix: ise = ize, folds the left to the right.
  void read_affixes(std::string_view name,
                    std::vector<std::pair<std::string, std::string>>& into) {
    for (const LexiconPair& pair : lexicon_.pairs_of(name)) {
      for (const std::string& from : pair.left) {
        into.emplace_back(from, pair.right.front());
      }
    }
  }

  void read_numbers() {
    for (const LexiconPair& pair : lexicon_.pairs_of("number")) {
      for (const auto& word : pair.left) {
        tables_.numbers[fold_case(word)] = to_number(pair.right.front());
      }
    }
    for (const LexiconPair& pair : lexicon_.pairs_of("magnitude")) {
      for (const auto& word : pair.left) {
        tables_.magnitudes[fold_case(word)] = to_number(pair.right.front());
      }
    }
    for (const LexiconPair& pair : lexicon_.pairs_of("ordinal")) {
      for (const auto& word : pair.left) {
        tables_.ordinals[fold_case(word)] =
            static_cast<int>(to_number(pair.right.front()));
      }
    }
    for (const LexiconPair& pair : lexicon_.pairs_of("fraction")) {
      const double parts = to_number(pair.right.front());
      if (parts < 1) continue;
      for (const auto& word : pair.left) {
        tables_.fractions[fold_case(word)] = 1 / parts;
      }
    }
    read_names("unit", tables_.units);
    read_names("currency", tables_.currencies);
  }

  void read_names(std::string_view name,
                  std::unordered_map<std::string, std::string>& into) {
    for (const LexiconPair& pair : lexicon_.pairs_of(name)) {
      const std::string& canonical = pair.left.front();
      into[canonical] = canonical;
      for (const auto& word : pair.right) {
        if (word.find(' ') == std::string::npos) {
          into[fold_case(word)] = canonical;
        }
      }
    }
  }

  // "miles per hour" = mph: units of several words.
  void read_unit_phrases() {
    for (const LexiconPair& pair : lexicon_.pairs_of("unit")) {
      for (const auto& entry : pair.right) {
        if (entry.find(' ') != std::string::npos) {
          add({split(entry), {pair.left.front()}, FoldKind::kNumber});
        }
      }
    }
  }

  void read_phrases(std::string_view name, FoldKind kind) {
    for (const LexiconPair& pair : lexicon_.pairs_of(name)) {
      const std::string& canonical = pair.left.front();
      const std::vector<std::string> words = split(canonical);
      std::vector<std::string> keys;
      for (const std::string& word : words) {
        keys.push_back(has_capital(word) ? word : fold_case(word));
      }
      // The canonical form itself, lest another fold should change it.
      if (words.size() == 1) add({words, keys, FoldKind::kNone});
      for (std::size_t i = 1; i < pair.left.size(); ++i) {
        add({split(pair.left[i]), keys, kind});
      }
      for (const std::string& entry : pair.right) {
        add({split(entry), keys, kind});
      }
    }
  }

  void add(PhraseFold fold) {
    if (fold.from.empty() || fold.to.empty()) return;
    auto& list = tables_.phrases[fold.from.front()];
    list.push_back(std::move(fold));
    std::stable_sort(list.begin(), list.end(),
                     [](const PhraseFold& a, const PhraseFold& b) {
                       return a.from.size() > b.from.size();
                     });
  }

  const Lexicon& lexicon_;
  FoldTables tables_;
};

}  // namespace

FoldTables compile_fold_tables(const Lexicon& lexicon) {
  return Compiler(lexicon).run();
}

}  // namespace quoin
