// SPDX-License-Identifier: Apache-2.0
// What a shell completes: commands, options, closed lists of values, files.

#pragma once

#include <string>

#include "command_tree.h"

namespace quoin::cli {

std::string bash_completion(const CommandEntry& root);
std::string zsh_completion(const CommandEntry& root);
std::string fish_completion(const CommandEntry& root);

}  // namespace quoin::cli
