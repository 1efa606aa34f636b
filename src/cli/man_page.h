// SPDX-License-Identifier: Apache-2.0
// The manual in the form of man(7): one page with every command and option.

#pragma once

#include <string>
#include <string_view>

#include "command_tree.h"

namespace quoin::cli {

// Without a date: the same program writes the same bytes.
std::string man_page(const CommandEntry& root, std::string_view version);

}  // namespace quoin::cli
