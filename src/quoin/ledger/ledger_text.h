// SPDX-License-Identifier: Apache-2.0
// What the ledger answers, for people.
//
//   2031-03-05  The Daily Tide  tide.txt:7  Harbour Board
//       “We ask the residents of Upper Street to be patient …”
//       substitution, held against statement.txt (release)
//       8ad02c11f0e9-q2

#pragma once

#include <string>

#include <quoin/ledger/check.h>
#include <quoin/ledger/history.h>
#include <quoin/ledger/pages.h>
#include <quoin/ledger/printing.h>
#include <quoin/report/text_style.h>

namespace quoin {

// Append lines to `out`.
void append_text(const Printing& printing, const TextStyle& style,
                 std::string& out);
void append_text(const History& history, const TextStyle& style,
                 std::string& out);
void append_text(const OutletCard& card, const TextStyle& style,
                 std::string& out);
void append_text(const SpeakerRow& row, const TextStyle& style,
                 std::string& out);
void append_text(const SpeakerPage& page, const TextStyle& style,
                 std::string& out);
void append_text(const DocumentRow& row, const TextStyle& style,
                 std::string& out);
void append_text(const DocumentPage& page, const TextStyle& style,
                 std::string& out);
void append_text(const LedgerCheck& check, const TextStyle& style,
                 std::string& out);

}  // namespace quoin
