// SPDX-License-Identifier: Apache-2.0
// The command line: which subcommands there are, their options and their help.
// What they do is in one file each; command.h says how to add one.

#include <csignal>
#include <string>

#include <CLI/CLI.hpp>

#include "command.h"

namespace quoin::cli {
namespace {

// What was asked for on the command line, and what it came to.
struct Invocation {
  int exit_code = kExitFound;
};

int run(int argc, char** argv) {
  CLI::App app{
      "Finds every quotation, says who said it and by which rule, and who "
      "printed it faithfully."};
  app.name("quoin");
  app.set_version_flag("--version", std::string("quoin ") + QUOIN_VERSION);
  app.require_subcommand(1);
  app.footer("Exit status: 0 found, 1 nothing found, 2 error.");
  Invocation invocation;

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // CLI11's own codes begin at 100; --help and --version come here with 0.
    return app.exit(error) == 0 ? kExitFound : kExitError;
  }
  return invocation.exit_code;
}

}  // namespace
}  // namespace quoin::cli

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a broken pipe is seen by Output instead
  return quoin::cli::run(argc, argv);
}
