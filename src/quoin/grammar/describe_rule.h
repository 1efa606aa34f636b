// SPDX-License-Identifier: Apache-2.0
// A rule laid open: its note, its patterns, every shape and list they are made
// of, and the expressions that PCRE2 is given.
//
//   said-name  en/attribution.grammar:45  priority 84
//       The commonest orders in English copy.
//
//       QUOTE:running ,? said SPEAKER:party
//
//   where
//       said = helper{0,3} CUE:(say | tell)     en/attribution.grammar:10
//       say: say, says, said, … (412)           en/cues.grammar:8
//   ...

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <quoin/grammar/grammar.h>

namespace quoin {

// Requires: index < grammar.rule_names().size(). Ends with a line break.
std::string describe_rule(const Grammar& grammar, std::size_t index);

// The note of a rule; empty when it has none. Valid while the grammar lives.
std::string_view note_of_rule(const Grammar& grammar, std::size_t index);

// Every rule, a line each, by priority and then as they stand: name, priority,
// place, what it does besides, note.
std::string list_rules(const Grammar& grammar);

}  // namespace quoin
