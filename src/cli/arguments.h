// SPDX-License-Identifier: Apache-2.0
// The command line: subcommands with their options, and what to run.
//
//   CommandLine line("quoin", "quoin 1.2", "Finds every quotation.");
//   Command hello = line.root().add_command("hello", "Greet somebody");
//   auto name = std::make_shared<std::string>();
//   hello.add_text("--name", *name, "NAME", "Who is greeted");
//   hello.on_run([name] { return greet(*name); });
//   return line.run(argc, argv);
//
// It stands before CLI11, which costs seven seconds a translation unit: only
// arguments.cc includes it, and every subcommand declares itself in its own
// file. What options are stored in must live until run() returns, so it
// belongs to the function given to on_run().

#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "command_tree.h"

namespace CLI {
class App;
}

namespace quoin::cli {

enum class Need { kOptional, kRequired };

template <class Enum>
using Choices = std::vector<std::pair<std::string, Enum>>;

// One command of the tree; a handle, cheap to copy.
//
// `names` of an option are like "--output,-o"; `type` is what stands for its
// value in the help, "FILE".
class Command {
 public:
  // What all commands of a line share.
  struct Shared {
    int exit_code = 0;
    // The closed lists of values, by their option, which CLI11 does not keep.
    std::map<const void*, std::vector<std::string>> words;
  };
  Command(CLI::App& app, Shared& shared) : app_(&app), shared_(&shared) {}

  // A command with options of its own and those of talk.h.
  Command add_command(const std::string& name, const std::string& description);
  // A command of which one subcommand must be named.
  Command add_group(const std::string& name, const std::string& description);

  // The arguments without an option, as many as there are.
  void add_arguments(const std::string& name, std::vector<std::string>& into,
                     const std::string& description,
                     Need need = Need::kRequired);

  void add_text(const std::string& names, std::string& into,
                const std::string& type, const std::string& description);
  void add_text(const std::string& names, std::optional<std::string>& into,
                const std::string& type, const std::string& description);
  // An option that may be given several times, or with several values.
  void add_texts(const std::string& names, std::vector<std::string>& into,
                 const std::string& type, const std::string& description,
                 Need need = Need::kOptional);
  // Anything outside [least, most] is refused.
  void add_number(const std::string& names, std::size_t& into,
                  std::size_t least, std::size_t most, const std::string& type,
                  const std::string& description);
  void add_flag(const std::string& names, bool& into,
                const std::string& description);

  // One of a closed list of values.
  template <class Enum>
  void add_choice(const std::string& names, Enum& into,
                  const Choices<Enum>& choices, const std::string& type,
                  const std::string& description) {
    std::vector<std::string> words;
    for (const auto& [word, value] : choices) words.push_back(word);
    add_word(names, std::move(words),
             [&into, choices](std::size_t at) { into = choices[at].second; },
             type, description);
  }

  void add_footer(const std::string& text);

  // This command and all below it, with every option (command_tree.h).
  CommandEntry describe() const;

  // What the command does; its result is the exit status.
  void on_run(std::function<int()> action);

 private:
  void add_talk_options();
  void add_word(const std::string& names, std::vector<std::string> words,
                std::function<void(std::size_t)> take, const std::string& type,
                const std::string& description);

  CLI::App* app_;
  Shared* shared_;
};

class CommandLine {
 public:
  CommandLine(const std::string& name, const std::string& version,
              const std::string& description);
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;
  ~CommandLine();

  Command root();

  // Parses, runs what was named, and gives the exit status: kExitError, after
  // a message with advice, when the command line cannot be understood.
  int run(int argc, char** argv);

 private:
  std::unique_ptr<CLI::App> app_;
  Command::Shared shared_;
};

}  // namespace quoin::cli
