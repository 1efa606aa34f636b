// SPDX-License-Identifier: Apache-2.0
// The subcommands of quoin; each declares its options in its own file, and
// command.h says how to add one.

#include <csignal>
#include <string>

#include "arguments.h"
#include "compare_command.h"
#include "doctor_command.h"
#include "extract_command.h"
#include "gen_command.h"
#include "golden_command.h"
#include "grade_command.h"
#include "grammar_command.h"
#include "ledger_command.h"
#include "read_command.h"
#include "verify_command.h"

int main(int argc, char** argv) {
  using namespace quoin::cli;
  std::signal(SIGPIPE, SIG_IGN);  // a broken pipe is seen by Output instead
  CommandLine line(
      "quoin", std::string("quoin ") + QUOIN_VERSION,
      "Finds every quotation, says who said it and by which rule, and who "
      "printed it faithfully.");
  Command quoin = line.root();
  quoin.add_footer("Exit status: 0 found, 1 nothing found, 2 error.");
  declare_doctor(quoin);
  declare_extract(quoin);
  declare_compare(quoin);
  declare_gen(quoin);
  declare_golden(quoin);
  declare_grade(quoin);
  declare_grammar(quoin);
  declare_ledger(quoin);
  declare_read(quoin);
  declare_verify(quoin);
  return line.run(argc, argv);
}
