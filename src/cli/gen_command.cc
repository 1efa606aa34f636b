// SPDX-License-Identifier: Apache-2.0
#include "gen_command.h"

#include <string>

#include "command.h"
#include "completions.h"
#include "man_page.h"

namespace quoin::cli {
namespace {

int print(const std::string& text) {
  Output output;
  output.write(text);
  return output.finish() ? kExitFound : kExitError;
}

}  // namespace

void declare_gen(Command& quoin) {
  Command gen = quoin.add_group(
      "gen", "Write the manual page, or completions for a shell");
  gen.add_command("man", "The manual page, for man -l")
      .on_run([quoin] { return print(man_page(quoin.describe(), QUOIN_VERSION)); });
  gen.add_command("bash", "Completions: source <(quoin gen bash)")
      .on_run([quoin] { return print(bash_completion(quoin.describe())); });
  gen.add_command("zsh", "Completions: as _quoin in a folder of $fpath")
      .on_run([quoin] { return print(zsh_completion(quoin.describe())); });
  gen.add_command("fish", "Completions: quoin gen fish | source")
      .on_run([quoin] { return print(fish_completion(quoin.describe())); });
}

}  // namespace quoin::cli
