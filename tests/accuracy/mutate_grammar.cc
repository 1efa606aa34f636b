// SPDX-License-Identifier: Apache-2.0
// Is every part of the grammar needed, and would we notice if it broke?
//
//   mutate_grammar grammars/en golden/en tests/grammar/readings/en.txt
//
// The third is a file of sentences, of which those without a leading blank
// count (readings_test.cc holds them to what is written below them). With a
// fourth, a file of candidate sentences, the numbers of those that would notice
// it are printed behind each mutant that nobody notices.
//
// Breaks the grammar in one place after another (a rule dropped, an
// alternative, an option, an exception, two priorities swapped) and asks
// whether any example or any golden document is read differently. What nobody
// notices is printed: it lacks an example, or it is not needed. Exit status: 0
// everything is noticed, 1 something is not.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <quoin/grammar/examples.h>
#include <quoin/grammar/explain.h>
#include <quoin/grammar/labels.h>
#include <quoin/grammar/parse.h>
#include <quoin/grammar/print_pattern.h>
#include <quoin/grammar/syntax.h>
#include <quoin/quoin.h>

namespace quoin {
namespace {

namespace fs = std::filesystem;

struct Mutant {
  std::string what;  // "en/a.grammar:12: said-name: without 'x'"
  std::vector<GrammarText> texts;
  // Of a swap of priorities: the two rules.
  std::string upper = {}, lower = {};
};

// What a document says once its rules have been heard, without their names.
std::string meaning(const std::string& text, const Grammar& grammar) {
  Document document;
  document.text = text;
  const Article article = extract(std::move(document), grammar);
  std::string out;
  const auto add = [&](const std::optional<TextSpan>& span) {
    if (span) out += article.document.slice(*span);
    out += '|';
  };
  for (std::size_t q = 0; q < article.quotations.size(); ++q) {
    const Attribution& a = article.attributions[q];
    out += to_string(article.quotations[q].kind);
    out += std::to_string(article.quotations[q].flags) + "|";
    add(a.speaker ? std::optional(a.speaker->mention) : std::nullopt);
    add(a.speaker ? a.speaker->role : std::nullopt);
    add(a.cue);
    add(a.medium);
    add(a.addressee);
    out += std::to_string(a.utterance) + "\n";
  }
  return out;
}

// Everything that would notice a mutant.
class Witnesses {
 public:
  Witnesses(const Grammar& grammar, const fs::path& golden,
            const std::vector<std::string>& sentences) {
    for (const GrammarFile& file : grammar.files()) {
      for (const RuleSyntax& rule : file.rules) {
        for (const Example& example : rule.examples) {
          texts_.push_back(parse_labels(example.text)->text);
        }
      }
    }
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(golden)) {
      if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) {
      std::ifstream in(path, std::ios::binary);
      texts_.emplace_back(std::istreambuf_iterator<char>(in),
                          std::istreambuf_iterator<char>());
    }
    texts_.insert(texts_.end(), sentences.begin(), sentences.end());
    for (const std::string& text : texts_) {
      expected_.push_back(meaning(text, grammar));
      note_meetings(text, grammar);
    }
  }

  // Whether two rules ever match at one quotation. Where they do not, the order
  // between them decides nothing, and nobody can notice that it changed.
  bool meet(const std::string& a, const std::string& b) const {
    return meetings_.contains({a, b}) || meetings_.contains({b, a});
  }

  bool notice(const Grammar& mutant) const {
    if (!check_examples(mutant).problems.empty()) return true;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (meaning(texts_[i], mutant) != expected_[i]) return true;
    }
    return false;
  }

 private:
  void note_meetings(const std::string& text, const Grammar& grammar) {
    RuleScratch scratch;
    const ReadSentence read = read_sentence(grammar, text, scratch);
    for (std::size_t q = 0; q < read.quotations.size(); ++q) {
      const std::vector<Reading> all = grammar.rules().all_readings(
          read.skeleton, read.quotations, read.readings, q, scratch);
      for (const Reading& a : all) {
        for (const Reading& b : all) {
          meetings_.insert({name_of(grammar, a), name_of(grammar, b)});
        }
      }
    }
  }

  static std::string name_of(const Grammar& grammar, const Reading& reading) {
    return grammar.rule_names()[static_cast<std::size_t>(reading.rule)].name;
  }

  std::vector<std::string> texts_;
  std::vector<std::string> expected_;
  std::set<std::pair<std::string, std::string>> meetings_;
};

// Applies the mutation number `left` of those that a pattern allows, counting
// down; false when there are not so many.
class PatternMutator {
 public:
  explicit PatternMutator(std::size_t number) : left_(number) {}

  bool mutate(Pattern& pattern) {
    if (pattern.size() > 1) {
      for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (!is_next()) continue;
        what_ = "without '" + to_string(Pattern{pattern[i]}) + "'";
        pattern.erase(pattern.begin() + static_cast<std::ptrdiff_t>(i));
        return true;
      }
    }
    for (Sequence& sequence : pattern) {
      for (std::size_t i = 0; i < sequence.size(); ++i) {
        if (mutate_item(sequence, i)) return true;
      }
    }
    return false;
  }

  const std::string& what() const { return what_; }

 private:
  bool is_next() { return left_-- == 0; }

  bool mutate_item(Sequence& sequence, std::size_t i) {
    Item& item = sequence[i];
    if ((item.is_not || item.min == 0) && sequence.size() > 1 && is_next()) {
      what_ = "without '" + to_string(item) + "'";
      sequence.erase(sequence.begin() + static_cast<std::ptrdiff_t>(i));
      return true;
    }
    if (!item.except.empty() && is_next()) {
      what_ = "without the exception in '" + to_string(item) + "'";
      item.except.clear();
      return true;
    }
    return mutate(item.group);
  }

  std::size_t left_;
  std::string what_;
};

class Mutator {
 public:
  explicit Mutator(std::vector<GrammarText> texts) : texts_(std::move(texts)) {
    std::vector<Diagnostic> ignored;
    for (const GrammarText& text : texts_) {
      files_.push_back(parse_grammar(text.path, text.text, ignored));
    }
  }

  std::vector<Mutant> run() {
    for (file_ = 0; file_ < files_.size(); ++file_) {
      for (const ShapeSyntax& shape : files_[file_].shapes) break_shape(shape);
      for (const RuleSyntax& rule : files_[file_].rules) break_rule(rule);
    }
    swap_priorities();
    return std::move(mutants_);
  }

 private:
  using Lines = std::vector<std::string>;

  void add(std::size_t line, const std::string& name, const std::string& what,
           const Lines& lines) {
    Mutant& mutant = mutants_.emplace_back();
    mutant.what = files_[file_].path + ":" + std::to_string(line) + ": " +
                  name + ": " + what;
    mutant.texts = texts_;
    std::string& text = mutant.texts[file_].text;
    text.clear();
    for (const std::string& each : lines) text += each + "\n";
  }

  void break_shape(const ShapeSyntax& shape) {
    for (std::size_t n = 0;; ++n) {
      Pattern pattern = shape.pattern;
      PatternMutator mutator(n);
      if (!mutator.mutate(pattern)) return;
      Lines lines = files_[file_].lines;
      const std::size_t line = shape.place.line;
      lines[line - 1] = "shape " + shape.name + " = " + to_string(pattern);
      for (std::size_t i = line; i < lines.size() && is_more(lines[i]); ++i) {
        lines[i].clear();
      }
      add(line, shape.name, mutator.what(), lines);
    }
  }

  // The further lines of a shape.
  static bool is_more(const std::string& line) {
    const std::size_t first = line.find_first_not_of(" \t");
    return first != std::string::npos && first > 0 &&
           (line[first] == '|' || line[first] == '#');
  }

  void break_rule(const RuleSyntax& rule) {
    drop_rule(rule);
    for (const Pattern& whole : rule.patterns) {
      const std::size_t line = whole.front().front().place.line;
      if (rule.patterns.size() > 1) {
        Lines lines = files_[file_].lines;
        lines[line - 1].clear();
        add(line, rule.name, "without '" + to_string(whole) + "'", lines);
      }
      for (std::size_t n = 0;; ++n) {
        Pattern pattern = whole;
        PatternMutator mutator(n);
        if (!mutator.mutate(pattern)) break;
        Lines lines = files_[file_].lines;
        lines[line - 1] = "    pattern " + to_string(pattern);
        add(line, rule.name, mutator.what(), lines);
      }
    }
  }

  void drop_rule(const RuleSyntax& rule) {
    Lines lines = files_[file_].lines;
    std::size_t i = rule.place.line - 1;
    do {
      lines[i++].clear();
    } while (i < lines.size() && (lines[i].empty() || lines[i][0] == ' ' ||
                                  lines[i][0] == '\t'));
    add(rule.place.line, rule.name, "the rule dropped", lines);
  }

  // Each with the next lower one.
  void swap_priorities() {
    struct Place {
      const RuleSyntax* rule;
      std::size_t file;
    };
    std::vector<Place> rules;
    for (std::size_t f = 0; f < files_.size(); ++f) {
      for (const RuleSyntax& rule : files_[f].rules) rules.push_back({&rule, f});
    }
    std::stable_sort(rules.begin(), rules.end(),
                     [](const Place& a, const Place& b) {
                       return a.rule->priority > b.rule->priority;
                     });
    for (std::size_t i = 0; i + 1 < rules.size(); ++i) {
      const auto& [upper, upper_file] = rules[i];
      const auto& [lower, lower_file] = rules[i + 1];
      if (upper->priority == lower->priority) continue;
      Mutant mutant;
      mutant.what = upper->name + " and " + lower->name + ": priorities swapped";
      mutant.upper = upper->name;
      mutant.lower = lower->name;
      mutant.texts = texts_;
      set_priority(mutant.texts[upper_file], *upper, lower->priority);
      set_priority(mutant.texts[lower_file], *lower, upper->priority);
      mutants_.push_back(std::move(mutant));
    }
  }

  static void set_priority(GrammarText& text, const RuleSyntax& rule,
                           int priority) {
    std::size_t at = 0;
    for (std::size_t line = 1; line < rule.place.line; ++line) {
      at = text.text.find('\n', at) + 1;
    }
    at = text.text.find("priority", at);
    const std::size_t end = text.text.find('\n', at);
    text.text.replace(at, end - at, "priority " + std::to_string(priority));
  }

  std::vector<GrammarText> texts_;
  std::vector<GrammarFile> files_;
  std::size_t file_ = 0;
  std::vector<Mutant> mutants_;
};

// Lines of a file of sentences that do not begin with a blank; ¶ parts
// paragraphs.
std::vector<std::string> read_sentences(const std::string& path) {
  std::vector<std::string> sentences;
  std::ifstream in(path, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == ' ' || line[0] == '#') continue;
    sentences.push_back(parse_labels(line)->text);
  }
  return sentences;
}

// Sentences that might be added, for whoever has to find some.
class Candidates {
 public:
  Candidates(const Grammar& grammar, const std::string& path)
      : sentences_(read_sentences(path)) {
    for (const std::string& sentence : sentences_) {
      expected_.push_back(meaning(sentence, grammar));
    }
  }

  // " 3 17": the lines that would notice the mutant.
  std::string that_notice(const Grammar& mutant) const {
    std::string lines;
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      if (meaning(sentences_[i], mutant) != expected_[i]) {
        lines += " " + std::to_string(i + 1);
      }
    }
    return lines;
  }

 private:
  std::vector<std::string> sentences_;
  std::vector<std::string> expected_;
};

int run(const std::string& folder, const std::string& golden,
        const std::string& sentences, const std::string& candidate_path) {
  Result<std::vector<GrammarText>> texts = read_grammar(folder);
  if (!texts) {
    std::fprintf(stderr, "%s\n", render(texts.error().front()).c_str());
    return 2;
  }
  const Result<Grammar> grammar = compile_grammar(*texts);
  if (!grammar) {
    std::fprintf(stderr, "%s\n", render(grammar.error().front()).c_str());
    return 2;
  }
  const Witnesses witnesses(*grammar, golden, read_sentences(sentences));
  const Candidates candidates(*grammar, candidate_path);
  const std::vector<Mutant> mutants = Mutator(*std::move(texts)).run();
  std::size_t survivors = 0;
  std::size_t stillborn = 0;
  std::size_t strangers = 0;
  for (const Mutant& mutant : mutants) {
    const Result<Grammar> broken = compile_grammar(mutant.texts);
    if (!broken) {
      ++stillborn;
      continue;
    }
    if (witnesses.notice(*broken)) continue;
    if (!mutant.upper.empty() && !witnesses.meet(mutant.upper, mutant.lower)) {
      ++strangers;
      continue;
    }
    ++survivors;
    std::printf("%s%s\n", mutant.what.c_str(),
                candidates.that_notice(*broken).c_str());
  }
  std::printf(
      "%zu mutants, %zu do not load, %zu swap rules that never meet, "
      "%zu unnoticed\n",
      mutants.size(), stillborn, strangers, survivors);
  return survivors == 0 ? 0 : 1;
}

}  // namespace
}  // namespace quoin

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr,
                 "mutate_grammar GRAMMAR-FOLDER GOLDEN-FOLDER SENTENCES "
                 "[CANDIDATES]\n");
    return 2;
  }
  return quoin::run(argv[1], argv[2], argv[3], argc > 4 ? argv[4] : "");
}
