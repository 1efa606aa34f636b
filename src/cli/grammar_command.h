// SPDX-License-Identifier: Apache-2.0
// quoin grammar check | try | show | list | watch: the tools of those who
// write grammars.

#pragma once

#include <string>
#include <vector>

namespace quoin::cli {

struct GrammarOptions {
  // Files, which together are one grammar, and folders, each of which is one;
  // none: the built-in grammar of `lang`.
  std::vector<std::string> paths;
  std::string lang = "en";
};

// Everything wrong with the grammars. Exit status: 0 clean, 1 an example does
// not hold, 2 a grammar cannot be loaded.
int run_grammar_check(const GrammarOptions& options);

// Reads sentences from standard input and prints how each is read. Exit
// status: 0 some quotation was read by a rule, 1 none, 2 error.
int run_grammar_try(const GrammarOptions& options);

// Lays a rule open. The last of `paths` is its name.
int run_grammar_show(const GrammarOptions& options);

int run_grammar_list(const GrammarOptions& options);

// Checks again whenever a file of the grammar changes, until interrupted.
int run_grammar_watch(const GrammarOptions& options);

}  // namespace quoin::cli
