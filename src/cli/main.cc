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
#include "extract_command.h"
#include "grade_command.h"
#include "grammar_command.h"

namespace quoin::cli {
namespace {

// The options of every subcommand, and what was run came to.
struct Invocation {
  ExtractOptions extract;
  GradeOptions grade;
  GrammarOptions grammar;
  int exit_code = kExitFound;
};

template <class Enum>
CLI::CheckedTransformer one_of(
    std::vector<std::pair<std::string, Enum>> names) {
  return CLI::CheckedTransformer(std::move(names));
}

void add_offsets_option(CLI::App& command, OffsetUnit& unit) {
  command
      .add_option("--offsets", unit,
                  "What offsets in JSON count: codepoint (default), bytes, "
                  "utf16")
      ->transform(one_of<OffsetUnit>({{"codepoint", OffsetUnit::kCodePoint},
                                      {"bytes", OffsetUnit::kByte},
                                      {"utf16", OffsetUnit::kUtf16}}))
      ->type_name("UNIT");
}

// What extract and compare have in common.
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
  command
      ->add_option("--format", options.format,
                   "table for people (default), jsonl for programs: one line a "
                   "document")
      ->transform(one_of<ExtractFormat>(
          {{"table", ExtractFormat::kTable}, {"jsonl", ExtractFormat::kJsonl}}))
      ->type_name("FORMAT");
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

void add_grade_command(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand(
      "grade", "Grade a printed quotation against a reference, word for word");
  GradeOptions& options = invocation.grade;
  command
      ->add_option("TEXT", options.arguments,
                   "The reference and the printed text; with --format jsonl a "
                   "file of pairs, - or nothing for standard input")
      ->type_name("");
  command
      ->add_option("--format", options.format,
                   "text for people (default), jsonl: a line of id, reference "
                   "and printed in, a line with the grade out")
      ->transform(one_of<GradeFormat>(
          {{"text", GradeFormat::kText}, {"jsonl", GradeFormat::kJsonl}}))
      ->type_name("FORMAT");
  command
      ->add_option("--mode", options.mode,
                   "reference (default): the first text is what was said; "
                   "symmetric: both are printings")
      ->transform(
          one_of<GradeMode>({{"reference", GradeMode::kReference},
                             {"symmetric", GradeMode::kSymmetric}}))
      ->type_name("MODE");
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

CLI::App* add_grammar_tool(CLI::App& group, Invocation& invocation,
                           std::string name, std::string what,
                           int (*run)(const GrammarOptions&)) {
  CLI::App* command = group.add_subcommand(std::move(name), std::move(what));
  command->add_option("--lang", invocation.grammar.lang,
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

// What is wrong with the command line, in our own form of messages.
void explain(const CLI::App& app, const CLI::ParseError& error, int argc,
             char** argv) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) {
    names.push_back(command->get_name());
  }
  const std::string first = argc > 1 ? argv[1] : "";
  const bool is_word = !first.empty() && first[0] != '-';
  if (is_word && std::find(names.begin(), names.end(), first) == names.end()) {
    const std::vector<std::string_view> known(names.begin(), names.end());
    report_error("there is no command '" + first + "'",
                 suggest_name(first, known));
    return;
  }
  std::string message = error.what();
  if (!message.empty()) {
    message[0] = static_cast<char>(std::tolower(message[0]));
  }
  report_error(message, first.empty() ? "try 'quoin --help'"
                                      : "try 'quoin " + first + " --help'");
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
  add_grade_command(app, invocation);
  add_grammar_command(app, invocation);

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
