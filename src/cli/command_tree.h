// SPDX-License-Identifier: Apache-2.0
// The option tree as data: what man pages and completions are written from, so
// that neither can forget an option.

#pragma once

#include <string>
#include <vector>

namespace quoin::cli {

struct OptionEntry {
  std::vector<std::string> names;  // "--output", "-o"; none for an argument
  std::string argument;            // "FILE", of an argument without a name
  std::string type;                // "FILE", of its value; empty for a flag
  std::string description;
  std::vector<std::string> words;  // the closed list of values, if it has one
};

struct CommandEntry {
  std::vector<std::string> path;  // "quoin", "golden", "check"
  std::string description;
  std::string footer;
  std::vector<OptionEntry> options;
  std::vector<CommandEntry> commands;
};

}  // namespace quoin::cli
