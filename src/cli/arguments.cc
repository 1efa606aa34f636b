// SPDX-License-Identifier: Apache-2.0
#include "arguments.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include <CLI/CLI.hpp>

#include <quoin/base/suggest.h>

#include "command.h"
#include "talk.h"

namespace quoin::cli {
namespace {

const CLI::App* find_command(const CLI::App& app, const std::string& name) {
  for (const CLI::App* command : app.get_subcommands({})) {
    if (command->get_name() == name) return command;
  }
  return nullptr;
}

// "try 'quoin ledger search --help'"
std::string help_of(const CLI::App& command) {
  std::string path = command.get_name();
  for (const CLI::App* at = command.get_parent(); at != nullptr;
       at = at->get_parent()) {
    path = at->get_name() + " " + path;
  }
  return "try '" + path + " --help'";
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
               near.empty() ? help_of(command)
                            : "did you mean '" + std::string(near) + "'?");
  return true;
}

void explain_command(const CLI::App& group, const std::string& given) {
  std::vector<std::string_view> known;
  for (const CLI::App* one : group.get_subcommands({})) {
    known.push_back(one->get_name());
  }
  report_error("there is no command '" + given + "'",
               suggest_name(given, known));
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
      return explain_command(*at, word);
    }
  }
  std::string message = error.what();
  // "A subcommand is required", but "FILE is required".
  const bool is_name = message.size() > 1 && std::isupper(message[1]) != 0;
  if (!message.empty() && !is_name) {
    message[0] = static_cast<char>(std::tolower(message[0]));
  }
  report_error(message, help_of(*at));
}

OptionEntry describe_option(
    const CLI::Option& option,
    const std::map<const void*, std::vector<std::string>>& words) {
  OptionEntry entry;
  for (const std::string& name : option.get_lnames()) {
    entry.names.push_back("--" + name);
  }
  for (const std::string& name : option.get_snames()) {
    entry.names.push_back("-" + name);
  }
  if (entry.names.empty()) entry.argument = option.get_name(true);
  const bool takes_value = option.get_items_expected_max() > 0;
  if (takes_value && !entry.names.empty()) entry.type = option.get_type_name();
  entry.description = option.get_description();
  const auto found = words.find(&option);
  if (found != words.end()) entry.words = found->second;
  return entry;
}

// The tree is as deep as we declared it.
void describe_command(
    const CLI::App& app, std::vector<std::string> path,
    const std::map<const void*, std::vector<std::string>>& words,
    CommandEntry& entry) {
  path.push_back(app.get_name());
  entry.path = path;
  entry.description = app.get_description();
  entry.footer = app.get_footer();
  for (const CLI::Option* option : app.get_options()) {
    entry.options.push_back(describe_option(*option, words));
  }
  for (const CLI::App* command : app.get_subcommands({})) {
    describe_command(*command, path, words, entry.commands.emplace_back());
  }
}

}  // namespace

Command Command::add_command(const std::string& name,
                             const std::string& description) {
  Command command(*app_->add_subcommand(name, description), *shared_);
  command.add_talk_options();
  return command;
}

void Command::add_talk_options() {
  add_choice<ColourChoice>("--color", talk().colour,
                           {{"auto", ColourChoice::kAuto},
                            {"always", ColourChoice::kAlways},
                            {"never", ColourChoice::kNever}},
                           "WHEN",
                           "auto (default: on terminals, and as NO_COLOR and "
                           "CLICOLOR_FORCE say), always, never");
  add_flag("--quiet,-q", talk().quiet,
           "No warnings and no progress; errors and results remain");
  add_flag("--verbose,-v", talk().verbose,
           "Say what was read, and how long it took");
}

Command Command::add_group(const std::string& name,
                           const std::string& description) {
  CLI::App* group = app_->add_subcommand(name, description);
  group->require_subcommand(1);
  return {*group, *shared_};
}

void Command::add_arguments(const std::string& name,
                            std::vector<std::string>& into,
                            const std::string& description, Need need) {
  app_->add_option(name, into, description)
      ->required(need == Need::kRequired)
      ->type_name("");
}

void Command::add_text(const std::string& names, std::string& into,
                       const std::string& type,
                       const std::string& description) {
  app_->add_option(names, into, description)->type_name(type);
}

void Command::add_text(const std::string& names,
                       std::optional<std::string>& into,
                       const std::string& type,
                       const std::string& description) {
  app_->add_option(names, into, description)->type_name(type);
}

void Command::add_texts(const std::string& names,
                        std::vector<std::string>& into, const std::string& type,
                        const std::string& description, Need need) {
  app_->add_option(names, into, description)
      ->required(need == Need::kRequired)
      ->type_name(type);
}

void Command::add_number(const std::string& names, std::size_t& into,
                         std::size_t least, std::size_t most,
                         const std::string& type,
                         const std::string& description) {
  app_->add_option(names, into, description)
      ->check(CLI::Range(least, most))
      ->type_name(type);
}

void Command::add_flag(const std::string& names, bool& into,
                       const std::string& description) {
  app_->add_flag(names, into, description);
}

void Command::add_word(const std::string& names, std::vector<std::string> words,
                       std::function<void(std::size_t)> take,
                       const std::string& type,
                       const std::string& description) {
  const auto check = [words](const std::string& given) {
    const std::vector<std::string_view> known(words.begin(), words.end());
    if (std::find(known.begin(), known.end(), given) != known.end()) {
      return std::string();
    }
    return "'" + given + "' is not known, " + suggest_name(given, known);
  };
  const auto choose = [words,
                       take = std::move(take)](const std::string& given) {
    const auto found = std::find(words.begin(), words.end(), given);
    take(static_cast<std::size_t>(found - words.begin()));
  };
  CLI::Option* option =
      app_->add_option_function<std::string>(names, choose, description)
          ->check(CLI::Validator(check, ""))
          ->type_name(type);
  shared_->words.emplace(option, std::move(words));
}

void Command::add_footer(const std::string& text) { app_->footer(text); }

CommandEntry Command::describe() const {
  CommandEntry root;
  describe_command(*app_, {}, shared_->words, root);
  return root;
}


void Command::on_run(std::function<int()> action) {
  app_->callback([shared = shared_, action = std::move(action)] {
    shared->exit_code = action();
  });
}

CommandLine::CommandLine(const std::string& name, const std::string& version,
                         const std::string& description)
    : app_(std::make_unique<CLI::App>(description, name)) {
  app_->set_version_flag("--version", version);
  app_->require_subcommand(1);
}

CommandLine::~CommandLine() = default;

Command CommandLine::root() { return {*app_, shared_}; }

int CommandLine::run(int argc, char** argv) {
  try {
    app_->parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // --help and --version come here too; CLI11's own codes begin at 100.
    if (error.get_exit_code() == 0) return app_->exit(error);
    explain(*app_, error, argc, argv);
    return kExitError;
  }
  return shared_.exit_code;
}

}  // namespace quoin::cli
