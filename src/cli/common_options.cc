// SPDX-License-Identifier: Apache-2.0
#include "common_options.h"

namespace quoin::cli {

void add_offsets_option(Command& command, OffsetUnit& unit) {
  command.add_choice<OffsetUnit>(
      "--offsets", unit,
      {{"codepoint", OffsetUnit::kCodePoint},
       {"bytes", OffsetUnit::kByte},
       {"utf16", OffsetUnit::kUtf16}},
      "UNIT", "What offsets in JSON count: codepoint (default), bytes, utf16");
}

void add_grammar_option(Command& command, std::string& folder) {
  command.add_text("--grammar", folder, "DIR",
                   "Folder of .grammar files instead of the built-in ones");
}

void add_output_option(Command& command, std::string& file) {
  command.add_text("--output,-o", file, "FILE",
                   "Write there instead of to standard output");
}

void add_common_options(Command& command, CommonOptions& options) {
  add_offsets_option(command, options.offsets);
  add_grammar_option(command, options.grammar);
  add_output_option(command, options.output);
  add_input_options(command, options);
}

}  // namespace quoin::cli
