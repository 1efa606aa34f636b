// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/parse.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include <quoin/base/suggest.h>
#include <quoin/grammar/line_reader.h>
#include <quoin/grammar/pattern_parser.h>
#include <quoin/text/decode.h>

namespace quoin {
namespace {

constexpr std::string_view kVersion = "1";
constexpr int kHighestPriority = 99;

bool is_space(char c) { return c == ' ' || c == '\t'; }
bool is_not_space(char c) { return !is_space(c); }
// What may stand unquoted in a list: words, not marks.
bool is_bare_entry(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0x80) != 0 ||
           (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || c == '\'' || c == '-' || c == '.';
  });
}

constexpr std::array<std::string_view, 6> kKindNames = {
    "speech", "title", "term", "nickname", "inscription", "thought"};

std::optional<QuotationKind> kind_named(std::string_view name) {
  const auto found = std::find(kKindNames.begin(), kKindNames.end(), name);
  if (found == kKindNames.end()) return std::nullopt;
  return static_cast<QuotationKind>(found - kKindNames.begin());
}

// Block by block: a word in column 1 opens a block, indented lines belong to
// it, so that an error cannot spread past the next block.
class Parser {
 public:
  Parser(GrammarFile& file, std::vector<Diagnostic>& problems)
      : file_(file), problems_(problems) {}

  void parse() {
    for (std::size_t i = 0; i < file_.lines.size(); ++i) {
      const std::string_view line = file_.lines[i];
      const std::size_t content = line.find_first_not_of(" \t");
      if (content == std::string_view::npos || line[content] == '#') continue;
      LineReader reader(line, i + 1);
      if (content == 0) {
        open_block(reader);
      } else {
        reader.skip_space();
        (this->*body_)(reader);
      }
    }
    if (file_.lang.empty()) {
      error({1, 1, 1}, "a grammar begins with its language",
            "write 'grammar en 1' on the first line");
    }
    for (const RuleSyntax& rule : file_.rules) check_complete(rule);
  }

 private:
  using Body = void (Parser::*)(LineReader&);

  void error(Place place, std::string message, std::string hint = "") {
    problems_.push_back(
        diagnose(file_, place, std::move(message), std::move(hint)));
  }

  void open_block(LineReader& reader) {
    const std::size_t from = reader.mark();
    const std::string_view keyword = reader.take_while(is_not_space);
    const Place place = reader.place_since(from);
    body_ = &Parser::stray_line;
    if (keyword == "grammar") {
      header(reader, place);
    } else if (keyword == "include") {
      include(reader);
    } else if (keyword == "words") {
      words_header(reader);
    } else if (keyword == "pairs") {
      pairs_header(reader);
    } else if (keyword == "shape") {
      shape_header(reader);
    } else if (keyword == "rule") {
      rule_header(reader);
    } else {
      constexpr std::array<std::string_view, 6> kBlocks = {
          "grammar", "include", "words", "pairs", "shape", "rule"};
      error(place, fmt::format("unknown block '{}'", keyword),
            suggest_name(keyword, kBlocks));
      body_ = &Parser::skipped_line;
    }
  }

  void header(LineReader& reader, Place place) {
    reader.skip_space();
    file_.lang = reader.take_while(is_not_space);
    reader.skip_space();
    const std::string_view version = reader.take_while(is_not_space);
    if (file_.lang.empty() || version != kVersion) {
      error(place, fmt::format("expected 'grammar', a language and version {}",
                               kVersion));
    }
    expect_end(reader);
  }

  // Another file, beside this one, or a built-in grammar: includes.h reads it.
  void include(LineReader& reader) {
    reader.skip_space();
    const std::size_t from = reader.mark();
    Entry entry;
    bool closed = false;
    if (reader.peek() == '"') {
      reader.take();
      entry.text = unescape(reader.take_through('"', closed));
    }
    entry.place = reader.place_since(from);
    if (!closed || entry.text.empty()) {
      return error(entry.place, "expected a file or a language between \"…\"",
                   "as include \"names.grammar\" or include \"en\"");
    }
    file_.includes.push_back(std::move(entry));
    expect_end(reader);
  }

  std::string block_name(LineReader& reader, Place& place) {
    reader.skip_space();
    const std::size_t from = reader.mark();
    bool is_name = false;
    std::string name(reader.take_name(is_name));
    place = reader.place_since(from);
    if (name.empty()) {
      error(place, "expected a name", "lower case letters, digits and '-'");
    } else if (!is_name) {
      error(place, fmt::format("'{}' is no name", name),
            std::string(kNameAdvice));
    }
    return name;
  }

  void expect_end(LineReader& reader) {
    reader.skip_space();
    if (reader.at_end()) return;
    const std::size_t from = reader.mark();
    reader.take_while([](char) { return true; });
    error(reader.place_since(from), "nothing more was expected on this line");
  }

  void words_header(LineReader& reader) {
    WordsSyntax block;
    block.name = block_name(reader, block.place);
    expect_end(reader);
    file_.words.push_back(std::move(block));
    body_ = &Parser::words_line;
  }

  void words_line(LineReader& reader) {
    entries(reader, file_.words.back().entries);
  }

  void pairs_header(LineReader& reader) {
    PairsSyntax block;
    block.name = block_name(reader, block.place);
    expect_end(reader);
    file_.pairs.push_back(std::move(block));
    body_ = &Parser::pairs_line;
  }

  void pairs_line(LineReader& reader) {
    PairSyntax pair;
    const std::size_t from = reader.mark();
    entries(reader, pair.left);
    if (reader.peek() != '=') {
      error(reader.place_since(from), "expected '=' between the two sides");
      return;
    }
    reader.take();
    entries(reader, pair.right);
    pair.place = reader.place_since(from);
    if (pair.left.empty() || pair.right.empty()) {
      error(pair.place, "one side of the '=' is empty");
      return;
    }
    file_.pairs.back().lines.push_back(std::move(pair));
  }

  // Entries up to a "=" or the end of the line.
  void entries(LineReader& reader, std::vector<Entry>& into) {
    for (;;) {
      reader.skip_space();
      if (reader.at_end() || reader.peek() == '=') return;
      const std::size_t from = reader.mark();
      Entry entry;
      if (reader.peek() == '"') {
        reader.take();
        bool closed = false;
        entry.text = unescape(reader.take_through('"', closed));
        entry.place = reader.place_since(from);
        if (!closed) return error(entry.place, "no closing '\"'");
        if (entry.text.empty()) return error(entry.place, "an empty entry");
      } else {
        entry.text = reader.take_while(is_not_space);
        entry.place = reader.place_since(from);
        if (!is_bare_entry(entry.text)) {
          error(entry.place,
                fmt::format("'{}' holds a mark or a sign", entry.text),
                "write it between \"…\"");
          continue;
        }
      }
      into.push_back(std::move(entry));
    }
  }

  void shape_header(LineReader& reader) {
    ShapeSyntax block;
    block.name = block_name(reader, block.place);
    reader.skip_space();
    if (reader.peek() != '=') {
      if (!block.name.empty()) {
        error(block.place, "expected '=' after the name of a shape");
      }
      body_ = &Parser::skipped_line;
      return;
    }
    reader.take();
    body_ = &Parser::shape_line;
    pattern(reader, block.pattern);
    file_.shapes.push_back(std::move(block));
  }

  // "| more alternatives" below a shape.
  void shape_line(LineReader& reader) {
    const std::size_t from = reader.mark();
    if (reader.peek() != '|') {
      reader.take();
      error(reader.place_since(from),
            "expected '|' and further alternatives of the shape");
      return;
    }
    reader.take();
    Pattern more;
    pattern(reader, more);
    Pattern& all = file_.shapes.back().pattern;
    std::move(more.begin(), more.end(), std::back_inserter(all));
  }

  bool pattern(LineReader& reader, Pattern& into) {
    std::optional<PatternError> problem = parse_pattern(reader, into);
    if (!problem) return true;
    error(problem->place, std::move(problem->message),
          std::move(problem->hint));
    return false;
  }

  void rule_header(LineReader& reader) {
    RuleSyntax block;
    block.name = block_name(reader, block.place);
    expect_end(reader);
    file_.rules.push_back(std::move(block));
    body_ = &Parser::rule_line;
  }

  void rule_line(LineReader& reader) {
    struct Field {
      std::string_view keyword;
      void (Parser::*read)(LineReader&, RuleSyntax&);
    };
    static constexpr std::array<Field, 9> kFields = {{
        {"note", &Parser::note},
        {"priority", &Parser::priority},
        {"kind", &Parser::kind},
        {"flag", &Parser::flag},
        {"take", &Parser::take},
        {"only", &Parser::only},
        {"pattern", &Parser::rule_pattern},
        {"example", &Parser::example},
        {"never", &Parser::never},
    }};
    const std::size_t from = reader.mark();
    const std::string_view keyword = reader.take_while(is_not_space);
    const Place place = reader.place_since(from);
    reader.skip_space();
    for (const Field& field : kFields) {
      if (field.keyword == keyword) {
        return (this->*field.read)(reader, file_.rules.back());
      }
    }
    std::array<std::string_view, kFields.size()> known;
    std::transform(kFields.begin(), kFields.end(), known.begin(),
                   [](const Field& field) { return field.keyword; });
    error(place, fmt::format("unknown field '{}' in a rule", keyword),
          suggest_name(keyword, known));
  }

  void note(LineReader& reader, RuleSyntax& rule) {
    if (!rule.note.empty()) rule.note += ' ';
    rule.note += reader.rest();
  }

  void priority(LineReader& reader, RuleSyntax& rule) {
    const std::size_t from = reader.mark();
    const std::string_view digits = reader.take_while(is_not_space);
    const Place place = reader.place_since(from);
    const auto [end, problem] = std::from_chars(
        digits.data(), digits.data() + digits.size(), rule.priority);
    if (problem != std::errc() || end != digits.data() + digits.size() ||
        rule.priority < 1 || rule.priority > kHighestPriority) {
      error(place, fmt::format("a priority is a number from 1 to {}",
                               kHighestPriority));
    }
    expect_end(reader);
  }

  void kind(LineReader& reader, RuleSyntax& rule) {
    const std::size_t from = reader.mark();
    const std::string_view name = reader.take_while(is_not_space);
    rule.kind = kind_named(name);
    if (!rule.kind) {
      error(reader.place_since(from), fmt::format("unknown kind '{}'", name),
            suggest_name(name, kKindNames));
    }
    expect_end(reader);
  }

  void flag(LineReader& reader, RuleSyntax& rule) {
    constexpr std::array<std::pair<std::string_view, QuotationFlag>, 3>
        kFlags = {{{"negated", kNegated},
                   {"hypothetical", kHypothetical},
                   {"relayed", kRelayed}}};
    const std::size_t from = reader.mark();
    const std::string_view name = reader.take_while(is_not_space);
    for (const auto& [known, flag] : kFlags) {
      if (known == name) {
        rule.flags |= flag;
        return expect_end(reader);
      }
    }
    error(reader.place_since(from), fmt::format("unknown flag '{}'", name),
          "expected 'negated', 'hypothetical' or 'relayed'");
  }

  void take(LineReader& reader, RuleSyntax& rule) {
    const std::size_t from = reader.mark();
    const std::string_view what = reader.rest();
    reader.take_while([](char) { return true; });
    if (what == "SPEAKER from previous") {
      rule.take = Take::kSpeaker;
    } else if (what == "UTTERANCE from previous") {
      rule.take = Take::kUtterance;
    } else if (what == "SPEAKER from last but one") {
      rule.take = Take::kLastButOne;
    } else {
      error(reader.place_since(from),
            "expected 'SPEAKER from previous', 'UTTERANCE from previous' or "
            "'SPEAKER from last but one'");
    }
  }

  void only(LineReader& reader, RuleSyntax& rule) {
    const std::size_t from = reader.mark();
    rule.only_in_stories = reader.rest() == "in stories";
    reader.take_while([](char) { return true; });
    if (!rule.only_in_stories) {
      error(reader.place_since(from), "expected 'in stories'");
    }
  }

  void rule_pattern(LineReader& reader, RuleSyntax& rule) {
    Pattern read;
    // A rule whose pattern is in error is not also one without a pattern.
    pattern(reader, read);
    rule.patterns.push_back(std::move(read));
  }

  void example(LineReader& reader, RuleSyntax& rule) {
    rule.examples.push_back(sentence(reader));
  }
  void never(LineReader& reader, RuleSyntax& rule) {
    rule.nevers.push_back(sentence(reader));
  }
  Example sentence(LineReader& reader) {
    const std::size_t from = reader.mark();
    Example read{std::string(reader.rest()), {}};
    reader.take_while([](char) { return true; });
    read.place = reader.place_since(from);
    if (read.text.empty()) error(read.place, "a sentence is missing here");
    return read;
  }

  void check_complete(const RuleSyntax& rule) {
    if (rule.name.empty()) return;  // in error already
    if (rule.patterns.empty()) {
      error(rule.place, fmt::format("rule '{}' has no pattern", rule.name));
    }
    if (rule.examples.empty()) {
      error(rule.place, fmt::format("rule '{}' has no example", rule.name),
            "a rule without an example does not load");
    }
    if (rule.priority == 0) {
      error(rule.place, fmt::format("rule '{}' has no priority", rule.name),
            "see the bands at the top of en/attribution.grammar");
    }
  }

  void stray_line(LineReader& reader) {
    const std::size_t from = reader.mark();
    reader.take_while([](char) { return true; });
    error(reader.place_since(from), "this line belongs to no block",
          "a block opens in column 1");
  }
  void skipped_line(LineReader&) {}

  GrammarFile& file_;
  std::vector<Diagnostic>& problems_;
  Body body_ = &Parser::stray_line;
};

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
    lines.emplace_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

Diagnostic diagnose(const GrammarFile& file, const Place& place,
                    std::string message, std::string hint) {
  Diagnostic problem;
  problem.file = file.path;
  problem.line = place.line;
  problem.column = place.column;
  problem.width = place.width;
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  if (place.line >= 1 && place.line <= file.lines.size()) {
    problem.source_line = file.lines[place.line - 1];
  }
  return problem;
}

GrammarFile parse_grammar(std::string path, std::string_view text,
                          std::vector<Diagnostic>& problems) {
  GrammarFile file;
  file.path = std::move(path);
  const DecodedText decoded = decode_utf8(std::string(text));
  file.lines = split_lines(decoded.text);
  if (decoded.first_fault) {
    const Position& fault = *decoded.first_fault;
    problems.push_back(diagnose(file, {fault.line, fault.column, 1},
                                decoded.ill_formed > 0
                                    ? "this is not valid UTF-8"
                                    : "a character that stands for nothing"));
  }
  Parser(file, problems).parse();
  return file;
}

}  // namespace quoin
