// SPDX-License-Identifier: Apache-2.0
// The command line: which subcommands there are, their options and their help.
// What they do is in one file each; command.h says how to add one.

#include <algorithm>
#include <cctype>
#include <csignal>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include <quoin/base/suggest.h>

#include "command.h"
#include "compare_command.h"
#include "extract_command.h"
#include "golden_command.h"
#include "grade_command.h"
#include "grammar_command.h"
#include "verify_command.h"

namespace quoin::cli {
namespace {

// The options of every subcommand, and what was run came to.
struct Invocation {
  ExtractOptions extract;
  CompareCommandOptions compare;
  GoldenOptions golden;
  GradeOptions grade;
  GrammarOptions grammar;
  VerifyCommandOptions verify;
  int exit_code = kExitFound;
};

template <class Enum>
using Choices = std::vector<std::pair<std::string, Enum>>;

// An option with a closed list of values.
template <class Enum>
void add_choice(CLI::App& command, const std::string& name, Enum& value,
                const Choices<Enum>& choices, const std::string& description,
                const std::string& type_name) {
  const auto check = [choices](const std::string& given) {
    for (const auto& one : choices) {
      if (one.first == given) return std::string();
    }
    std::vector<std::string_view> known;
    for (const auto& one : choices) known.push_back(one.first);
    return "'" + given + "' is not known, " + suggest_name(given, known);
  };
  const auto take = [choices, &value](const std::string& given) {
    for (const auto& one : choices) {
      if (one.first == given) value = one.second;
    }
  };
  command.add_option_function<std::string>(name, take, description)
      ->check(CLI::Validator(check, ""))
      ->type_name(type_name);
}

void add_offsets_option(CLI::App& command, OffsetUnit& unit) {
  add_choice<OffsetUnit>(
      command, "--offsets", unit,
      {{"codepoint", OffsetUnit::kCodePoint},
       {"bytes", OffsetUnit::kByte},
       {"utf16", OffsetUnit::kUtf16}},
      "What offsets in JSON count: codepoint (default), bytes, utf16", "UNIT");
}

// What extract, compare and verify have in common.
template <class Options>
void add_common_options(CLI::App& command, Options& options) {
  add_offsets_option(command, options.offsets);
  command
      .add_option("--lang", options.lang,
                  "Language of documents that do not name theirs (default: en)")
      ->type_name("TAG");
  command
      .add_option("--grammar", options.grammar,
                  "Folder of .grammar files instead of the built-in ones")
      ->type_name("DIR");
  command
      .add_option("--output,-o", options.output,
                  "Write there instead of to standard output")
      ->type_name("FILE");
  command
      .add_option("--threads,-j", options.threads,
                  "Documents worked on at once (default: one a core); the "
                  "output is the same for any number")
      ->check(CLI::Range(1, 1024))
      ->type_name("N");
}

void add_extract_command(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand(
      "extract", "Find every quotation, who said it and by which rule");
  ExtractOptions& options = invocation.extract;
  command
      ->add_option("FILE", options.files,
                   "Plain texts, JSON Lines or story manifests; - is standard "
                   "input")
      ->required()
      ->type_name("");
  add_choice<ExtractFormat>(
      *command, "--format", options.format,
      {{"table", ExtractFormat::kTable}, {"jsonl", ExtractFormat::kJsonl}},
      "table for people (default), jsonl for programs: one line a document",
      "FORMAT");
  add_common_options(*command, options);
  command
      ->add_option("--max-size", options.max_size_mb,
                   "Refuse documents larger than so many megabytes "
                   "(default: 64)")
      ->check(CLI::Range(1, 4000))
      ->type_name("MB");
  command->footer("Exit status: 0 found, 1 nothing found, 2 error.");
  command->callback(
      [&] { invocation.exit_code = run_extract(invocation.extract); });
}

void add_compare_command(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand(
      "compare", "The same quotations across outlets, graded word for word");
  CompareCommandOptions& options = invocation.compare;
  command
      ->add_option("FILE", options.files,
                   "A story manifest, or the documents themselves")
      ->required()
      ->type_name("");
  add_choice<CompareFormat>(
      *command, "--format", options.format,
      {{"text", CompareFormat::kText}, {"json", CompareFormat::kJson}},
      "text for people (default), json for programs", "FORMAT");
  add_common_options(*command, options);
  command->footer(
      "Without a reference differences are stated from both sides.\n"
      "Exit status: 0 compared, 1 no quotation in common, 2 error.");
  command->callback(
      [&] { invocation.exit_code = run_compare(invocation.compare); });
}

void add_grade_command(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand(
      "grade", "Grade a printed quotation against a reference, word for word");
  GradeOptions& options = invocation.grade;
  command
      ->add_option("TEXT", options.arguments,
                   "The reference and the printed text; with --format jsonl a "
                   "file of pairs, - or nothing for standard input")
      ->type_name("");
  add_choice<GradeFormat>(
      *command, "--format", options.format,
      {{"text", GradeFormat::kText}, {"jsonl", GradeFormat::kJsonl}},
      "text for people (default), jsonl: a line of id, reference "
      "and printed in, a line with the grade out",
      "FORMAT");
  add_choice<GradeMode>(*command, "--mode", options.mode,
                        {{"reference", GradeMode::kReference},
                         {"symmetric", GradeMode::kSymmetric}},
                        "reference (default): the first text is what was said; "
                        "symmetric: both are printings",
                        "MODE");
  command
      ->add_option("--profile", options.profile,
                   "How a house judges: default, ap, reuters, guardian, "
                   "written-source, transcript, legal, golden")
      ->type_name("NAME");
  command
      ->add_option("--grammar", options.grammar,
                   "Folder of .grammar files instead of the built-in ones")
      ->type_name("DIR");
  command
      ->add_option("--output,-o", options.output,
                   "Write there instead of to standard output")
      ->type_name("FILE");
  add_offsets_option(*command, options.offsets);
  command->footer(
      "Exit status: 0 the profile passes it, 1 it does not, 2 error; with "
      "jsonl 0 all answered, 2 error.");
  command->callback(
      [&] { invocation.exit_code = run_grade(invocation.grade); });
}

void add_verify_command(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand(
      "verify", "Do the quotations of a draft stand in its sources, and how?");
  VerifyCommandOptions& options = invocation.verify;
  command
      ->add_option("DRAFT", options.drafts,
                   "Plain texts or JSON Lines; - is standard input")
      ->required()
      ->type_name("");
  command
      ->add_option("--against", options.against,
                   "Transcripts, releases, reports: files, and folders with "
                   "all that is in them")
      ->required()
      ->type_name("SOURCE");
  command->add_flag("--complete", options.complete,
                    "The sources hold all that was said: what is not in them "
                    "is a finding");
  command
      ->add_option("--profile", options.profile,
                   "How a house judges: ap (default), reuters, guardian, "
                   "written-source, transcript, legal, golden, default")
      ->type_name("NAME");
  add_choice<VerifyFormat>(
      *command, "--format", options.format,
      {{"text", VerifyFormat::kText}, {"json", VerifyFormat::kJson}},
      "text for people (default), json for programs", "FORMAT");
  add_common_options(*command, options);
  command->footer(
      "In sources the words need not stand in marks.\n"
      "Exit status: 0 no findings, 1 findings, 2 error.");
  command->callback(
      [&] { invocation.exit_code = run_verify(invocation.verify); });
}

CLI::App* add_grammar_tool(CLI::App& group, Invocation& invocation,
                           std::string name, std::string what,
                           int (*run)(const GrammarOptions&)) {
  CLI::App* command = group.add_subcommand(std::move(name), std::move(what));
  command
      ->add_option("--lang", invocation.grammar.lang,
                   "The built-in grammar of this language, when no file is "
                   "named (default: en)")
      ->type_name("TAG");
  command->callback(
      [&invocation, run] { invocation.exit_code = run(invocation.grammar); });
  return command;
}

void add_grammar_command(CLI::App& app, Invocation& invocation) {
  CLI::App* group = app.add_subcommand(
      "grammar", "Check, try out and read the rules (docs/grammar.md)");
  group->require_subcommand(1);
  std::vector<std::string>& paths = invocation.grammar.paths;
  add_grammar_tool(*group, invocation, "check",
                   "Compile a grammar and run all its examples",
                   run_grammar_check)
      ->add_option("FILE|FOLDER", paths,
                   "A folder is a grammar; several files are one together")
      ->type_name("");
  add_grammar_tool(*group, invocation, "try",
                   "Print how each sentence of standard input is read, and "
                   "which rules lost",
                   run_grammar_try)
      ->add_option("FILE|FOLDER", paths, "The grammar")
      ->type_name("");
  add_grammar_tool(*group, invocation, "show",
                   "Lay a rule open: patterns, lists, expressions",
                   run_grammar_show)
      ->add_option("[FILE|FOLDER] RULE", paths, "The grammar and the rule")
      ->required()
      ->type_name("");
  add_grammar_tool(*group, invocation, "list", "Every rule, by priority",
                   run_grammar_list)
      ->add_option("FILE|FOLDER", paths, "The grammar")
      ->type_name("");
  add_grammar_tool(*group, invocation, "watch",
                   "Check again whenever a file changes", run_grammar_watch)
      ->add_option("FILE|FOLDER", paths, "The grammar")
      ->required()
      ->type_name("");
  group->footer(
      "Exit status: 0 all holds, 1 an example does not hold, 2 error.");
}

CLI::App* add_golden_part(CLI::App& golden, const char* name,
                          const char* description, GoldenOptions& options) {
  CLI::App* command = golden.add_subcommand(name, description);
  command
      ->add_option("DIR", options.folders,
                   "Folders of cases, each a folder with documents")
      ->required()
      ->type_name("");
  command
      ->add_option("--grammar", options.grammar,
                   "Folder of .grammar files instead of the built-in ones")
      ->type_name("DIR");
  command->add_flag("--moved", options.show_moved,
                    "Also list what only moved to another line");
  command
      ->add_option("--only", options.only,
                   "Only these cases, by the name of their folder")
      ->type_name("CASE");
  return command;
}

void add_golden_command(CLI::App& app, Invocation& invocation) {
  CLI::App* golden = app.add_subcommand(
      "golden", "Hold today's output against what is expected");
  golden->require_subcommand(1);
  GoldenOptions& options = invocation.golden;
  CLI::App* check =
      add_golden_part(*golden, "check", "Compare, and write nothing", options);
  check->footer("Exit status: 0 the same, 1 something differs, 2 cannot run.");
  check->callback(
      [&] { invocation.exit_code = run_golden_check(invocation.golden); });
  CLI::App* bless = add_golden_part(
      *golden, "bless", "Take today's output as expected from now on", options);
  bless
      ->add_option("--reason", options.reason,
                   "Why; kept in the blessed.md of each case that changes")
      ->type_name("TEXT");
  bless->footer("Exit status: 0 blessed, 2 cannot run.");
  bless->callback(
      [&] { invocation.exit_code = run_golden_bless(invocation.golden); });
}

const CLI::App* find_command(const CLI::App& app, const std::string& name) {
  for (const CLI::App* command : app.get_subcommands({})) {
    if (command->get_name() == name) return command;
  }
  return nullptr;
}

// "there is no option '--fromat'"; nothing when all of them are known.
bool explain_option(const CLI::App& command, const std::string& given) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      names.push_back("--" + name);
    }
  }
  if (std::find(names.begin(), names.end(), given) != names.end()) return false;
  const std::vector<std::string_view> known(names.begin(), names.end());
  const std::string_view near = nearest_name(given, known);
  report_error("there is no option '" + given + "'",
               near.empty() ? "try 'quoin " + command.get_name() + " --help'"
                            : "did you mean '" + std::string(near) + "'?");
  return true;
}

// What is wrong with the command line, in our own form of messages.
void explain(const CLI::App& app, const CLI::ParseError& error, int argc,
             char** argv) {
  const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  const CLI::App* at = &app;  // the innermost command that was named
  for (const std::string& word : words) {
    if (word.starts_with("--")) {
      if (explain_option(*at, word.substr(0, word.find('=')))) return;
    } else if (const CLI::App* command = find_command(*at, word)) {
      at = command;
    } else if (!at->get_subcommands({}).empty() && !word.starts_with('-')) {
      std::vector<std::string_view> known;
      for (const CLI::App* one : at->get_subcommands({})) {
        known.push_back(one->get_name());
      }
      report_error("there is no command '" + word + "'",
                   suggest_name(word, known));
      return;
    }
  }
  std::string message = error.what();
  // "A subcommand is required", but "FILE is required".
  const bool is_name = message.size() > 1 && std::isupper(message[1]) != 0;
  if (!message.empty() && !is_name) {
    message[0] = static_cast<char>(std::tolower(message[0]));
  }
  std::string help = "try 'quoin";
  if (at != &app) help += " " + at->get_name();
  report_error(message, help + " --help'");
}

int run(int argc, char** argv) {
  CLI::App app{
      "Finds every quotation, says who said it and by which rule, and who "
      "printed it faithfully."};
  app.name("quoin");
  app.set_version_flag("--version", std::string("quoin ") + QUOIN_VERSION);
  app.require_subcommand(1);
  app.footer("Exit status: 0 found, 1 nothing found, 2 error.");
  Invocation invocation;
  add_extract_command(app, invocation);
  add_compare_command(app, invocation);
  add_golden_command(app, invocation);
  add_grade_command(app, invocation);
  add_grammar_command(app, invocation);
  add_verify_command(app, invocation);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // --help and --version come here too; CLI11's own codes begin at 100.
    if (error.get_exit_code() == 0) return app.exit(error);
    explain(app, error, argc, argv);
    return kExitError;
  }
  return invocation.exit_code;
}

}  // namespace
}  // namespace quoin::cli

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a broken pipe is seen by Output instead
  return quoin::cli::run(argc, argv);
}
