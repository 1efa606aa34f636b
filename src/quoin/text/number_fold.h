// SPDX-License-Identifier: Apache-2.0
// Numbers of equal value as equal keys: nine, 9; $5m, five million dollars.
//
// Part of fold_words (text/units.h).

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <quoin/text/fold_tables.h>
#include <quoin/text/scan_words.h>

namespace quoin {

struct NumberFold {
  std::vector<std::string> keys;  // "#5000000", "dollar"
  std::size_t tokens = 0;         // how many words it was printed in
  bool plain = false;   // printed just as the key has it, so nothing folded
  bool digits = false;  // printed in figures
};

// The number that begins at words[at], with its currency before it and its
// magnitude and unit grown on to it; nothing when there is none.
std::optional<NumberFold> read_number(const std::vector<WordToken>& words,
                                      std::size_t at,
                                      const FoldTables& tables);

}  // namespace quoin
