// SPDX-License-Identifier: Apache-2.0
// The tables of the built-in English grammar, loaded once.

#pragma once

#include <quoin/grade/tables.h>
#include <quoin/grammar/grammar.h>

namespace quoin {

inline const GradeTables& english_tables() {
  static const GradeTables tables = [] {
    Result<Grammar> grammar = load_built_in_grammar("en");
    return compile_grade_tables(grammar->lexicon());
  }();
  return tables;
}

}  // namespace quoin
