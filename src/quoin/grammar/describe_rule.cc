// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/describe_rule.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <quoin/base/display.h>
#include <quoin/grammar/print_pattern.h>
#include <quoin/grammar/rule_set.h>
#include <quoin/grammar/syntax.h>
#include <quoin/grammar/token_types.h>
#include <quoin/grammar/tokens.h>

namespace quoin {
namespace {

constexpr std::size_t kShownWords = 8;
constexpr std::size_t kListedNote = 60;

const RuleSyntax& syntax_of(const Grammar& grammar, std::size_t index) {
  auto file = grammar.files().begin();
  while (index >= file->rules.size()) index -= (file++)->rules.size();
  return file->rules[index];
}

std::string properties_of(const Rule& rule) {
  std::string out;
  if (rule.kind != QuotationKind::kSpeech) {
    out += fmt::format("  {}", to_string(rule.kind));
  }
  for (const std::string_view flag : flag_names(rule.flags)) {
    out += fmt::format("  {}", flag);
  }
  if (rule.take == Take::kSpeaker) out += "  takes the speaker";
  if (rule.take == Take::kLastButOne) out += "  takes turns";
  if (rule.take == Take::kUtterance) out += "  takes the utterance";
  if (rule.only_in_stories) out += "  only in stories";
  return out;
}

// Words that stand for every type of token, to say what a set of types is.
struct Sample {
  std::string text;
  bool is_kind = false;  // “any capital” rather than a word of a list
};

class RuleDescriber {
 public:
  RuleDescriber(const Grammar& grammar, std::size_t index)
      : grammar_(grammar),
        rule_(grammar.rules().rules()[index]),
        syntax_(syntax_of(grammar, index)) {}

  std::string run() {
    out_ = fmt::format("{}  {}:{}  priority {}{}\n", rule_.name, rule_.file,
                       rule_.line, rule_.priority, properties_of(rule_));
    if (!syntax_.note.empty()) out_ += fmt::format("    {}\n", syntax_.note);
    out_ += '\n';
    for (const Pattern& pattern : syntax_.patterns) {
      out_ += fmt::format("    {}\n", to_string(pattern));
    }
    add_names();
    sample_types();
    add_expressions();
    add_sets();
    return std::move(out_);
  }

 private:
  // Shapes and lists in the order in which a reader meets them.
  void add_names() {
    for (const Pattern& pattern : syntax_.patterns) meet(pattern);
    if (met_.empty()) return;
    out_ += "\nwhere\n";
    for (std::size_t i = 0; i < met_.size(); ++i) {
      // By copy: naming a shape meets more.
      const std::string name = met_[i];
      for (const GrammarFile& file : grammar_.files()) {
        for (const ShapeSyntax& shape : file.shapes) {
          if (shape.name != name) continue;
          out_ += fmt::format("    {} = {}\n", name, to_string(shape.pattern));
          meet(shape.pattern);
        }
        for (const WordsSyntax& words : file.words) {
          if (words.name == name) add_words(file, words);
        }
      }
    }
  }

  void meet(const Pattern& pattern) {
    for (const Sequence& sequence : pattern) {
      for (const Item& item : sequence) meet(item);
    }
  }

  void meet(const Item& item) {
    if (item.kind == AtomKind::kName && known_.insert(item.text).second) {
      met_.push_back(item.text);
    }
    meet(item.group);
    for (const Item& excepted : item.except) meet(excepted);
  }

  void add_words(const GrammarFile& file, const WordsSyntax& words) {
    std::vector<std::string_view> first;
    for (const Entry& entry : words.entries) {
      if (first.size() == kShownWords) break;
      first.push_back(entry.text);
    }
    const bool all = first.size() == words.entries.size();
    out_ += fmt::format("    {}: {}{}  {}:{}\n", words.name,
                        fmt::join(first, ", "),
                        all ? ""
                            : fmt::format(", … ({} entries)",
                                          words.entries.size()),
                        file.path, words.place.line);
  }

  // One sample for each word of the lists, and some for words of no list.
  void sample_types() {
    static constexpr std::pair<std::string_view, std::string_view> kKinds[] = {
        {"Zyxq", "any other capitalised word"},
        {"zyxq", "any other word"},
        {"zyxed", "any other word in -ed"},
        {"zyxs", "any other word in -s"},
        {"zyxing", "any other word in -ing"},
        {"739", "any number"},
        {"Q.", "any initial"},
        {"\u7530", "any word of a script without case"},
        {"\u00A7", "any other mark"}};
    for (const auto& [form, what] : kKinds) {
      add_sample(form, {std::string(what), true});
    }
    for (const GrammarFile& file : grammar_.files()) {
      for (const WordsSyntax& words : file.words) {
        for (const Entry& entry : words.entries) add_entry(entry.text);
      }
    }
    for (const std::string_view mark : {",", ".", "?", "!", ":", ";", "(", ")",
                                        "—", "…", "'s", "&", "%"}) {
      add_sample(mark, {fmt::format("'{}'", mark), false});
    }
    add_sample(kBreakForm, {"break", false});
    add_literals();
  }

  void add_entry(std::string_view entry) {
    for (const std::string& token : grammar_.tokenizer().split(entry)) {
      add_sample(token, {token, false});
    }
  }

  void add_literals() {
    for (const GrammarFile& file : grammar_.files()) {
      for (const ShapeSyntax& shape : file.shapes) add_literals(shape.pattern);
      for (const RuleSyntax& rule : file.rules) {
        for (const Pattern& pattern : rule.patterns) add_literals(pattern);
      }
    }
  }

  void add_literals(const Pattern& pattern) {
    for (const Sequence& sequence : pattern) {
      for (const Item& item : sequence) {
        if (item.kind == AtomKind::kLiteral) add_entry(item.text);
        add_literals(item.group);
      }
    }
  }

  void add_sample(std::string_view form, Sample sample) {
    if (form.empty() || !sampled_.emplace(form).second) return;
    const TypeSymbol type =
        grammar_.token_types().type_of(form, class_of_form(form));
    samples_[type].push_back(std::move(sample));
  }

  void add_expressions() {
    out_ += "\nPCRE2, away from the quotation\n";
    for (const Rule::Variant& variant : rule_.variants) {
      add_side("left", variant.left);
      add_side("right", variant.right);
    }
  }

  void add_side(std::string_view name, const Rule::Side& side) {
    if (side.source.empty()) return;
    std::string numbered;
    for (std::size_t at = 0; at < side.source.size();) {
      if (side.source[at] != '[') {
        numbered += side.source[at++];
        continue;
      }
      const std::size_t end = side.source.find(']', at) + 1;
      numbered += name_of_set(side.source.substr(at, end - at));
      at = end;
    }
    out_ += fmt::format("    {:<5}  {}\n", name, numbered);
  }

  std::string name_of_set(const std::string& set) {
    const auto known = std::find(sets_.begin(), sets_.end(), set);
    const auto index = static_cast<std::size_t>(known - sets_.begin());
    if (known == sets_.end()) sets_.push_back(set);
    return fmt::format("<{}>", index + 1);
  }

  void add_sets() {
    if (sets_.empty()) return;
    out_ += "\nsets of tokens\n";
    for (std::size_t i = 0; i < sets_.size(); ++i) {
      out_ += fmt::format("    <{}>  {}\n", i + 1, describe_set(sets_[i]));
    }
  }

  std::string describe_set(const std::string& set) const {
    std::vector<std::string> kinds, words;
    bool quotations = false;
    for (const TypeSymbol type : types_in(set)) {
      const auto found = samples_.find(type);
      // Only a quotation has no word to show for it.
      if (found == samples_.end()) {
        quotations = true;
        continue;
      }
      for (const Sample& sample : found->second) {
        (sample.is_kind ? kinds : words).push_back(sample.text);
      }
    }
    if (quotations && kinds.empty() && words.empty()) {
      kinds.emplace_back("a quotation");
    }
    const std::size_t count = words.size();
    if (count > kShownWords) {
      words.resize(kShownWords);
      words.push_back(fmt::format("… ({} words and marks)", count));
    }
    kinds.insert(kinds.end(), words.begin(), words.end());
    return fmt::format("{}", fmt::join(kinds, ", "));
  }

  // "[\x{1}-\x{3}\x{8}]"
  static std::vector<TypeSymbol> types_in(const std::string& set) {
    std::vector<TypeSymbol> types;
    bool range = false;
    for (std::size_t at = set.find('{'); at != std::string::npos;
         at = set.find('{', at)) {
      unsigned value = 0;
      ++at;
      std::from_chars(set.data() + at, set.data() + set.size(), value, 16);
      unsigned from = value;
      if (range) from = types.back() + 1U;
      for (unsigned type = from; type <= value; ++type) {
        types.push_back(static_cast<TypeSymbol>(type));
      }
      range = set[set.find('}', at) + 1] == '-';
    }
    return types;
  }

  const Grammar& grammar_;
  const Rule& rule_;
  const RuleSyntax& syntax_;
  std::string out_;
  std::vector<std::string> met_;
  std::set<std::string> known_;
  std::map<TypeSymbol, std::vector<Sample>> samples_;
  std::set<std::string, std::less<>> sampled_;
  std::vector<std::string> sets_;
};

}  // namespace

std::string_view note_of_rule(const Grammar& grammar, std::size_t index) {
  return syntax_of(grammar, index).note;
}

std::string describe_rule(const Grammar& grammar, std::size_t index) {
  return RuleDescriber(grammar, index).run();
}

std::string list_rules(const Grammar& grammar) {
  const std::vector<Rule>& rules = grammar.rules().rules();
  std::vector<std::size_t> order(rules.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) {
                     return rules[a].priority > rules[b].priority;
                   });
  std::size_t names = 0, places = 0;
  const auto place_of = [&](const Rule& rule) {
    return fmt::format("{}:{}", rule.file, rule.line);
  };
  for (const Rule& rule : rules) {
    names = std::max(names, rule.name.size());
    places = std::max(places, place_of(rule).size());
  }
  std::string out;
  for (const std::size_t index : order) {
    const Rule& rule = rules[index];
    std::string note = properties_of(rule);
    const std::string& text = syntax_of(grammar, index).note;
    if (!text.empty()) note += "  " + clip_to_width(text, kListedNote);
    out += fmt::format("{:>2}  {:<{}}  {:<{}}", rule.priority, rule.name,
                       names, place_of(rule), places);
    out += note;
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
  }
  return out;
}

}  // namespace quoin
