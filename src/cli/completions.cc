// SPDX-License-Identifier: Apache-2.0
#include "completions.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace quoin::cli {
namespace {

// Every command of the tree, outer before inner.
void flatten(const CommandEntry& at, std::vector<const CommandEntry*>& out) {
  out.push_back(&at);
  for (const CommandEntry& inner : at.commands) flatten(inner, out);
}

std::vector<const CommandEntry*> all_commands(const CommandEntry& root) {
  std::vector<const CommandEntry*> out;
  flatten(root, out);
  return out;
}

std::string path_of(const CommandEntry& command) {
  return fmt::format("{}", fmt::join(command.path, " "));
}

std::vector<std::string> names_of(const CommandEntry& command) {
  std::vector<std::string> names;
  for (const CommandEntry& inner : command.commands) {
    names.push_back(inner.path.back());
  }
  for (const OptionEntry& option : command.options) {
    names.insert(names.end(), option.names.begin(), option.names.end());
  }
  return names;
}

// For single quotes of a shell.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

// "[" and "]" end a description in zsh, and ":" a part.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_action(const OptionEntry& option) {
  if (!option.words.empty()) {
    return fmt::format(":{}:({})", zsh_text(option.type),
                       fmt::join(option.words, " "));
  }
  return option.type.empty() ? "" : ":" + zsh_text(option.type) + ":_files";
}

std::string zsh_function(const CommandEntry& command) {
  std::string name = "_" + command.path.front();
  for (std::size_t i = 1; i < command.path.size(); ++i) {
    name += "_" + command.path[i];
  }
  return name;
}

std::string zsh_command(const CommandEntry& command) {
  std::string out = zsh_function(command) + "() {\n  local state\n";
  out += "  _arguments -C";
  for (const OptionEntry& option : command.options) {
    for (const std::string& name : option.names) {
      out += fmt::format(" \\\n    {}",
                         quoted(fmt::format("*{}[{}]{}", name,
                                            zsh_text(option.description),
                                            zsh_action(option))));
    }
  }
  if (command.commands.empty()) {
    return out + " \\\n    '*:file:_files'\n}\n\n";
  }
  out += " \\\n    '1: :->command' \\\n    '*:: :->rest'\n";
  out += "  case $state in\n    command)\n      local -a commands=(\n";
  for (const CommandEntry& inner : command.commands) {
    out += fmt::format("        {}\n",
                       quoted(zsh_text(inner.path.back()) + ":" +
                              zsh_text(inner.description)));
  }
  out += "      )\n      _describe command commands ;;\n    rest)\n";
  out += "      case $words[1] in\n";
  for (const CommandEntry& inner : command.commands) {
    out += fmt::format("        {}) {} ;;\n", inner.path.back(),
                       zsh_function(inner));
  }
  return out + "      esac ;;\n  esac\n}\n\n";
}

}  // namespace

std::string bash_completion(const CommandEntry& root) {
  std::string out = "# bash completion for quoin; written by quoin gen bash\n";
  out += "_quoin() {\n";
  out +=
      "  local word=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD-1]}"
      " path=quoin i\n";
  out += "  for ((i = 1; i < COMP_CWORD; i++)); do\n";
  out += "    case \"$path ${COMP_WORDS[i]}\" in\n";
  for (const CommandEntry* command : all_commands(root)) {
    if (command->path.size() == 1) continue;
    out += fmt::format("      '{0}') path='{0}' ;;\n", path_of(*command));
  }
  out += "    esac\n  done\n  case \"$path $last\" in\n";
  for (const CommandEntry* command : all_commands(root)) {
    for (const OptionEntry& option : command->options) {
      for (const std::string& name : option.names) {
        if (option.type.empty()) continue;
        const std::string what =
            option.words.empty()
                ? "compgen -f -- \"$word\""
                : fmt::format("compgen -W '{}' -- \"$word\"",
                              fmt::join(option.words, " "));
        out += fmt::format("    '{} {}') mapfile -t COMPREPLY < <({}); return "
                           ";;\n",
                           path_of(*command), name, what);
      }
    }
  }
  out += "  esac\n  case $path in\n";
  for (const CommandEntry* command : all_commands(root)) {
    const bool takes_files = command->commands.empty();
    out += fmt::format("    '{}') mapfile -t COMPREPLY < <(compgen -W '{}' -- "
                       "\"$word\"{}) ;;\n",
                       path_of(*command), fmt::join(names_of(*command), " "),
                       takes_files ? "; compgen -f -- \"$word\"" : "");
  }
  return out + "  esac\n}\ncomplete -o filenames -F _quoin quoin\n";
}

std::string zsh_completion(const CommandEntry& root) {
  std::string out =
      "#compdef quoin\n# zsh completion for quoin; written by quoin gen zsh\n\n";
  std::vector<const CommandEntry*> commands = all_commands(root);
  std::reverse(commands.begin(), commands.end());
  for (const CommandEntry* command : commands) out += zsh_command(*command);
  // Loaded from $fpath it is the function; sourced it registers itself.
  return out +
         "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n"
         "  _quoin \"$@\"\nelse\n  compdef _quoin quoin\nfi\n";
}

std::string fish_completion(const CommandEntry& root) {
  std::string out =
      "# fish completion for quoin; written by quoin gen fish\n"
      "# The commands named so far, options left out.\n"
      "function __quoin_at\n"
      "  set -l named (commandline -opc | string match -rv '^-')\n"
      "  set -l size (count $argv)\n"
      "  test (count $named) -ge $size; or return 1\n"
      "  test \"$named[1..$size]\" = \"$argv\"\n"
      "end\n"
      "function __quoin_in\n"
      "  __quoin_at $argv; and test (count (commandline -opc | string match -rv "
      "'^-')) -eq (count $argv)\n"
      "end\n";
  for (const CommandEntry* command : all_commands(root)) {
    const std::string path = path_of(*command);
    for (const CommandEntry& inner : command->commands) {
      out += fmt::format("complete -c quoin -f -n '__quoin_in {}' -a {} -d {}\n",
                         path, inner.path.back(), quoted(inner.description));
    }
    for (const OptionEntry& option : command->options) {
      if (option.names.empty()) continue;
      std::string line = fmt::format("complete -c quoin -n '__quoin_at {}'",
                                     path);
      for (const std::string& name : option.names) {
        line += name.starts_with("--") ? " -l " + name.substr(2)
                                       : " -s " + name.substr(1);
      }
      if (!option.words.empty()) {
        line += fmt::format(" -x -a '{}'", fmt::join(option.words, " "));
      } else if (!option.type.empty()) {
        line += " -r -F";
      }
      out += line + " -d " + quoted(option.description) + "\n";
    }
  }
  return out;
}

}  // namespace quoin::cli
