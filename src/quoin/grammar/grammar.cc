// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/grammar.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <quoin/grammar/compile.h>
#include <quoin/grammar/embedded.h>
#include <quoin/grammar/includes.h>
#include <quoin/grammar/parse.h>
#include <quoin/grammar/rule_set.h>
#include <quoin/grammar/tokens.h>
#include <quoin/grammar/token_types.h>
#include <quoin/text/language.h>

namespace quoin {

Grammar::Grammar() = default;
Grammar::Grammar(Grammar&&) noexcept = default;
Grammar& Grammar::operator=(Grammar&&) noexcept = default;
Grammar::~Grammar() = default;

// From trees to a grammar, collecting what is in error on the way.
class GrammarBuilder {
 public:
  GrammarBuilder(std::vector<GrammarFile> files,
                 std::vector<Diagnostic> problems, GrammarEngine engine)
      : problems_(std::move(problems)), engine_(engine) {
    grammar_.files_ = std::move(files);
  }

  Result<Grammar> build() {
    for (const GrammarFile& file : grammar_.files_) add_lexicon(file);
    borrow_marks();
    grammar_.phrases_ = BlockPhrases(grammar_.lexicon_);
    grammar_.credits_ = CreditPhrases(grammar_.lexicon_);
    if (Result<MarkConventions> marks = compile_marks(grammar_.lexicon_)) {
      grammar_.marks_ = *std::move(marks);
    } else {
      add_problems(std::move(marks).error());
    }
    grammar_.tokenizer_ = std::make_unique<Tokenizer>(grammar_.lexicon_);
    compile_rules();
    if (has_errors()) return sorted_problems();
    return std::move(grammar_);
  }

 private:
  void add_problems(std::vector<Diagnostic>&& more) {
    std::move(more.begin(), more.end(), std::back_inserter(problems_));
  }

  void add_lexicon(const GrammarFile& file) {
    Lexicon& lexicon = grammar_.lexicon_;
    if (lexicon.lang.empty()) lexicon.lang = file.lang;
    if (lexicon.lang != file.lang && !file.lang.empty()) {
      problems_.push_back(diagnose(
          file, {1, 1, 1},
          fmt::format("this file is of '{}', the grammar of '{}'", file.lang,
                      lexicon.lang)));
    }
    for (const WordsSyntax& words : file.words) {
      std::vector<std::string>& list = lexicon.words[words.name];
      for (const Entry& entry : words.entries) list.push_back(entry.text);
    }
    for (const PairsSyntax& pairs : file.pairs) {
      std::vector<LexiconPair>& list = lexicon.pairs[pairs.name];
      for (const PairSyntax& pair : pairs.lines) {
        LexiconPair& added = list.emplace_back();
        for (const Entry& entry : pair.left) added.left.push_back(entry.text);
        for (const Entry& entry : pair.right) added.right.push_back(entry.text);
        added.at = fmt::format("{}:{}", file.path, pair.place.line);
      }
    }
  }

  // An author's own file of rules need not repeat the marks of the language.
  void borrow_marks() {
    if (!grammar_.lexicon_.pairs_of("double-marks").empty()) return;
    std::vector<Diagnostic> ignored;
    for (const GrammarText& text : built_in_grammar(grammar_.lexicon_.lang)) {
      if (!text.path.ends_with("/marks.grammar")) continue;
      const GrammarFile file = parse_grammar(text.path, text.text, ignored);
      Lexicon& lexicon = grammar_.lexicon_;
      const std::string lang = std::exchange(lexicon.lang, file.lang);
      add_lexicon(file);
      lexicon.lang = lang;
    }
  }

  // In two steps: all rules are expanded before any is compiled, because the
  // types of tokens depend on what all of them ask for.
  void compile_rules() {
    Expander expander(grammar_.files_, *grammar_.tokenizer_, problems_);
    std::vector<std::vector<VariantSource>> sources;
    std::set<std::string, std::less<>> names;
    for (const GrammarFile& file : grammar_.files_) {
      for (const RuleSyntax& syntax : file.rules) {
        if (!names.insert(syntax.name).second && !syntax.name.empty()) {
          problems_.push_back(
              diagnose(file, syntax.place,
                       fmt::format("there is a rule '{}' already",
                                   syntax.name)));
        }
        sources.push_back(expander.compile(file, syntax));
        grammar_.rule_names_.push_back(
            {syntax.name,
             fmt::format("{}:{}", file.path, syntax.place.line)});
      }
    }
    grammar_.token_types_ =
        std::make_unique<TokenTypes>(expander.build_types());
    // The sets of expressions in error may have no types.
    if (has_errors()) return;
    PrefilterBuilder prefilter(*grammar_.token_types_);
    for (const std::vector<VariantSource>& variants : sources) {
      for (const VariantSource& variant : variants) {
        prefilter.expect(variant.left.regex);
        prefilter.expect(variant.right.regex);
      }
    }
    std::vector<Rule> rules;
    auto source = sources.begin();
    for (const GrammarFile& file : grammar_.files_) {
      for (const RuleSyntax& syntax : file.rules) {
        rules.push_back(compile_rule(file, syntax, *source++, prefilter));
      }
    }
    grammar_.rules_ =
        std::make_unique<RuleSet>(std::move(rules), prefilter.build());
  }

  Rule compile_rule(const GrammarFile& file, const RuleSyntax& syntax,
                    std::vector<VariantSource>& sources,
                    PrefilterBuilder& prefilter) {
    Rule rule;
    rule.name = syntax.name;
    rule.file = file.path;
    rule.line = syntax.place.line;
    rule.priority = syntax.priority;
    rule.kind = syntax.kind.value_or(QuotationKind::kSpeech);
    rule.flags = syntax.flags;
    rule.take = syntax.take;
    rule.only_in_stories = syntax.only_in_stories;
    // What is in error already would only be in error twice.
    if (has_errors()) return rule;
    for (VariantSource& source : sources) {
      Rule::Variant& variant = rule.variants.emplace_back();
      variant.letters = letters_allowed(source.letters);
      variant.needs = {prefilter.need_of(source.left.regex),
                       prefilter.need_of(source.right.regex)};
      variant.left = compile_side(file, syntax, std::move(source.left));
      variant.right = compile_side(file, syntax, std::move(source.right));
    }
    return rule;
  }

  Rule::Side compile_side(const GrammarFile& file, const RuleSyntax& syntax,
                          SideSource&& source) {
    Rule::Side side;
    side.slots = std::move(source.slots);
    side.source = Expander::with_types(source.regex, *grammar_.token_types_);
    if (side.source.empty()) return side;
    Result<Regex> regex = Regex::compile(
        side.source, engine_ == GrammarEngine::kJit
                         ? Regex::Engine::kJit
                         : Regex::Engine::kInterpreter);
    if (regex) {
      side.regex = *std::move(regex);
    } else {
      problems_.push_back(diagnose(
          file, syntax.place,
          fmt::format("rule '{}' cannot be compiled: {}", syntax.name,
                      regex.error().front().message),
          "too many repeats inside repeats, perhaps"));
    }
    return side;
  }

  bool has_errors() const {
    return std::any_of(problems_.begin(), problems_.end(),
                       [](const Diagnostic& problem) {
                         return problem.severity == Severity::kError;
                       });
  }

  std::vector<Diagnostic> sorted_problems() {
    std::stable_sort(problems_.begin(), problems_.end(),
                     [](const Diagnostic& a, const Diagnostic& b) {
                       return std::tie(a.file, a.line, a.column) <
                              std::tie(b.file, b.line, b.column);
                     });
    return std::move(problems_);
  }

  Grammar grammar_;
  std::vector<Diagnostic> problems_;
  GrammarEngine engine_;
};

Result<Grammar> compile_grammar(const std::vector<GrammarText>& texts,
                                GrammarEngine engine,
                                const std::vector<std::string>& without) {
  std::vector<Diagnostic> problems;
  std::vector<GrammarFile> files = parse_with_includes(texts, problems);
  for (GrammarFile& file : files) {
    std::erase_if(file.rules, [&](const RuleSyntax& rule) {
      return std::find(without.begin(), without.end(), rule.name) !=
             without.end();
    });
  }
  return GrammarBuilder(std::move(files), std::move(problems), engine).build();
}

namespace {

Diagnostic cannot_read(const std::filesystem::path& path,
                       std::string message) {
  Diagnostic problem;
  problem.file = path.string();
  problem.message = std::move(message);
  return problem;
}

Result<GrammarText> read_one(const std::filesystem::path& path,
                             std::string name) {
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) return cannot_read(path, "cannot be read");
  return GrammarText{std::move(name), std::move(text), path};
}

}  // namespace

Result<std::vector<GrammarText>> read_grammar(
    const std::filesystem::path& path) {
  std::error_code problem;
  std::vector<std::filesystem::path> found;
  const bool is_folder = std::filesystem::is_directory(path, problem);
  if (!is_folder) {
    found.push_back(path);
  } else {
    for (const auto& entry :
         std::filesystem::directory_iterator(path, problem)) {
      if (entry.path().extension() == ".grammar") found.push_back(entry);
    }
    std::sort(found.begin(), found.end());
    if (found.empty()) {
      return cannot_read(path, "no '.grammar' files in this folder");
    }
  }
  std::vector<GrammarText> texts;
  for (const std::filesystem::path& file : found) {
    // "en/marks.grammar" wherever the folder lies, so that results do not
    // depend on it; a single file is named as the user named it.
    std::string name = file.string();
    if (is_folder) {
      const std::filesystem::path full = std::filesystem::absolute(file);
      name = (full.parent_path().filename() / full.filename()).string();
    }
    Result<GrammarText> text = read_one(file, std::move(name));
    if (!text) return std::move(text).error();
    texts.push_back(*std::move(text));
  }
  return texts;
}

Result<Grammar> load_grammar(const std::filesystem::path& path,
                             GrammarEngine engine,
                             const std::vector<std::string>& without) {
  Result<std::vector<GrammarText>> texts = read_grammar(path);
  if (!texts) return std::move(texts).error();
  return compile_grammar(*texts, engine, without);
}

std::vector<GrammarText> built_in_grammar(std::string_view lang) {
  std::vector<std::string> folders = language_fallbacks(lang);
  folders.emplace_back("en");
  for (const std::string& folder : folders) {
    std::vector<GrammarText> texts;
    for (const EmbeddedFile& file : embedded_grammars()) {
      if (file.path.substr(0, file.path.find('/')) == folder) {
        texts.push_back({std::string(file.path), std::string(file.text)});
      }
    }
    if (!texts.empty()) return texts;
  }
  return {};
}

Result<Grammar> load_built_in_grammar(std::string_view lang,
                                      GrammarEngine engine,
                                      const std::vector<std::string>& without) {
  return compile_grammar(built_in_grammar(lang), engine, without);
}

std::vector<std::string> built_in_rule_names() {
  std::set<std::string> names;
  std::vector<Diagnostic> ignored;
  for (const EmbeddedFile& embedded : embedded_grammars()) {
    const GrammarFile file = parse_grammar(
        std::string(embedded.path), std::string(embedded.text), ignored);
    for (const RuleSyntax& rule : file.rules) names.insert(rule.name);
  }
  return {names.begin(), names.end()};
}

}  // namespace quoin
