// SPDX-License-Identifier: Apache-2.0
#include "grammar_command.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include <quoin/base/suggest.h>
#include <quoin/grammar/describe_rule.h>
#include <quoin/grammar/examples.h>
#include <quoin/grammar/explain.h>
#include <quoin/grammar/grammar.h>
#include <quoin/grammar/lint.h>
#include <quoin/text/decode.h>

#include "command.h"

namespace quoin::cli {
namespace {

struct GrammarOptions {
  // Files, which together are one grammar, and folders, each of which is one;
  // none: the built-in grammar of `lang`.
  std::vector<std::string> paths;
  std::string lang = "en";
};

namespace fs = std::filesystem;

// One grammar as the user named it.
struct Named {
  std::string name;
  std::vector<std::string> paths;  // none: built in
};

bool is_folder(const std::string& path) {
  std::error_code problem;
  return fs::is_directory(path, problem);
}

std::vector<Named> group_paths(const GrammarOptions& options) {
  std::vector<Named> grammars;
  Named files;
  for (const std::string& path : options.paths) {
    if (is_folder(path)) {
      grammars.push_back({path, {path}});
    } else {
      files.name += (files.name.empty() ? "" : " ") + path;
      files.paths.push_back(path);
    }
  }
  if (!files.paths.empty()) grammars.insert(grammars.begin(), std::move(files));
  if (grammars.empty()) grammars.push_back({options.lang, {}});
  return grammars;
}

Result<Grammar> load(const Named& named, const std::string& lang) {
  if (named.paths.empty()) return load_built_in_grammar(lang);
  std::vector<GrammarText> texts;
  std::vector<Diagnostic> problems;
  for (const std::string& path : named.paths) {
    Result<std::vector<GrammarText>> read = read_grammar(path);
    if (read) {
      std::move(read->begin(), read->end(), std::back_inserter(texts));
    } else {
      problems.push_back(std::move(read).error().front());
    }
  }
  if (!problems.empty()) return problems;
  return compile_grammar(texts);
}

// A file of a folder, checked alone, does not know the names of the others.
void advise_on_names(const Named& named,
                     const std::vector<Diagnostic>& problems) {
  const bool unknown = std::any_of(
      problems.begin(), problems.end(), [](const Diagnostic& problem) {
        return problem.message.starts_with("unknown shape");
      });
  if (!unknown || named.paths.empty() || is_folder(named.paths.front())) return;
  Diagnostic advice;
  advice.severity = Severity::kWarning;
  advice.file = named.name;
  advice.message = "a file alone knows no names of other files";
  advice.hint =
      "check its folder, or write include \"other.grammar\", or "
      "include \"en\" for the built-in names";
  report(advice);
}

void report_problems(const Named& named,
                     const std::vector<Diagnostic>& problems) {
  report(problems);
  advise_on_names(named, problems);
}

std::string count(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

// Of what an author's files include, errors alone concern the author.
std::vector<Diagnostic> own(const Named& named,
                            std::vector<Diagnostic> warnings) {
  if (named.paths.empty() || is_folder(named.paths.front())) return warnings;
  std::erase_if(warnings, [&](const Diagnostic& warning) {
    return std::find(named.paths.begin(), named.paths.end(), warning.file) ==
           named.paths.end();
  });
  return warnings;
}

int check(const Named& named, const std::string& lang, Output& output) {
  const Result<Grammar> grammar = load(named, lang);
  if (!grammar) {
    report_problems(named, grammar.error());
    return kExitError;
  }
  const ExampleReport examples = check_examples(*grammar);
  report(own(named, unused_names(*grammar)));
  report(own(named, examples.warnings));
  report(examples.problems);
  if (!examples.problems.empty()) {
    output.write(fmt::format("{}: {} in {}\n", named.name,
                             count(examples.problems.size(), "problem"),
                             count(examples.examples, "example")));
    return kExitNothing;
  }
  output.write(fmt::format("{}: {} and {}: all hold\n", named.name,
                           count(grammar->rule_names().size(), "rule"),
                           count(examples.examples, "example")));
  return kExitFound;
}

int check_all(const GrammarOptions& options) {
  Output output;
  int worst = kExitFound;
  for (const Named& named : group_paths(options)) {
    worst = std::max(worst, check(named, options.lang, output));
  }
  return output.finish() ? worst : kExitError;
}

// The one grammar that a command other than check works with.
Result<Grammar> load_one(const GrammarOptions& options) {
  const std::vector<Named> named = group_paths(options);
  if (named.size() > 1) {
    Diagnostic problem;
    problem.file = "quoin";
    problem.message = "more than one grammar";
    problem.hint = "one folder, or the files of one grammar";
    return problem;
  }
  Result<Grammar> grammar = load(named.front(), options.lang);
  if (!grammar) advise_on_names(named.front(), grammar.error());
  return grammar;
}

// What must change for a check to say something else.
using Times = std::map<std::string, fs::file_time_type>;

Times times_of(const std::vector<std::string>& paths) {
  Times times;
  std::error_code problem;
  for (const std::string& path : paths) {
    times[path] = fs::last_write_time(path, problem);
    // What a file includes lies beside it, most often.
    const fs::path folder =
        is_folder(path) ? fs::path(path) : fs::path(path).parent_path();
    for (const auto& entry : fs::directory_iterator(
             folder.empty() ? fs::path(".") : folder, problem)) {
      if (entry.path().extension() != ".grammar") continue;
      times[entry.path().string()] = entry.last_write_time(problem);
    }
  }
  return times;
}

// Everything wrong with the grammars. Exit status: 0 clean, 1 an example does
// not hold, 2 a grammar cannot be loaded.
int run_grammar_check(const GrammarOptions& options) {
  return check_all(options);
}

// Reads sentences from standard input and prints how each is read. Exit
// status: 0 some quotation was read by a rule, 1 none, 2 error.
int run_grammar_try(const GrammarOptions& options) {
  const Result<Grammar> grammar = load_one(options);
  if (!grammar) {
    report(grammar.error());
    return kExitError;
  }
  Output output;
  const bool prompts = ::isatty(STDIN_FILENO) == 1 && output.is_terminal();
  bool any_read = false;
  bool failed = false;
  std::string line;
  std::size_t number = 0;
  while (output.wanted()) {
    if (prompts) std::fputs("> ", stderr);
    if (!std::getline(std::cin, line)) break;
    ++number;
    line = decode_utf8(std::move(line)).text;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const Result<Explanation> explained = explain_sentence(*grammar, line);
    if (explained) {
      any_read = any_read || explained->quotations > explained->unread;
      output.write(explained->text + "\n");
      if (prompts && !output.finish()) return kExitError;
      continue;
    }
    Diagnostic problem = explained.error().front();
    problem.file = "standard input";
    problem.line = number;
    problem.source_line = line;
    report(problem);
    failed = true;
  }
  if (!output.finish() || failed) return kExitError;
  return any_read ? kExitFound : kExitNothing;
}

// Lays a rule open. The last of `paths` is its name.
int run_grammar_show(const GrammarOptions& options) {
  GrammarOptions where = options;
  const std::string rule = where.paths.back();
  where.paths.pop_back();
  const Result<Grammar> grammar = load_one(where);
  if (!grammar) {
    report(grammar.error());
    return kExitError;
  }
  const std::span<const RuleName> rules = grammar->rule_names();
  std::vector<std::string_view> known;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    known.push_back(rules[i].name);
    if (rules[i].name != rule) continue;
    Output output;
    output.write(describe_rule(*grammar, i));
    return output.finish() ? kExitFound : kExitError;
  }
  report_error(fmt::format("there is no rule '{}'", rule),
               suggest_name(rule, known));
  return kExitError;
}

int run_grammar_list(const GrammarOptions& options) {
  const Result<Grammar> grammar = load_one(options);
  if (!grammar) {
    report(grammar.error());
    return kExitError;
  }
  Output output;
  output.write(list_rules(*grammar));
  return output.finish() ? kExitFound : kExitError;
}

// Checks again whenever a file of the grammar changes, until interrupted.
int run_grammar_watch(const GrammarOptions& options) {
  using namespace std::chrono_literals;
  Times seen;
  for (;;) {
    Times now = times_of(options.paths);
    if (now != seen) {
      seen = std::move(now);
      check_all(options);
    }
    std::this_thread::sleep_for(300ms);
  }
}

}  // namespace

void declare_grammar(Command& quoin) {
  const auto options = std::make_shared<GrammarOptions>();
  Command group = quoin.add_group(
      "grammar", "Check, try out and read the rules (docs/grammar.md)");
  const auto add_tool =
      [&](const char* name, const char* what, int (*run)(const GrammarOptions&),
          const char* arguments, const char* meaning, Need need) {
        Command tool = group.add_command(name, what);
        tool.add_text("--lang", options->lang, "TAG",
                      "The built-in grammar of this language, when no file is "
                      "named (default: en)");
        tool.add_arguments(arguments, options->paths, meaning, need);
        tool.on_run([options, run] { return run(*options); });
      };
  add_tool("check", "Compile a grammar and run all its examples",
           run_grammar_check, "FILE|FOLDER",
           "A folder is a grammar; several files are one together",
           Need::kOptional);
  add_tool("try",
           "Print how each sentence of standard input is read, and which "
           "rules lost",
           run_grammar_try, "FILE|FOLDER", "The grammar", Need::kOptional);
  add_tool("show", "Lay a rule open: patterns, lists, expressions",
           run_grammar_show, "[FILE|FOLDER] RULE", "The grammar and the rule",
           Need::kRequired);
  add_tool("list", "Every rule, by priority", run_grammar_list, "FILE|FOLDER",
           "The grammar", Need::kOptional);
  add_tool("watch", "Check again whenever a file changes", run_grammar_watch,
           "FILE|FOLDER", "The grammar", Need::kRequired);
  group.add_footer(
      "Exit status: 0 all holds, 1 an example does not hold, 2 error.");
}

}  // namespace quoin::cli
