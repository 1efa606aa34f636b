// SPDX-License-Identifier: Apache-2.0
// What the ledger answers, as data: one object a line (docs/ledger.md).

#pragma once

#include <string>

#include <quoin/ledger/check.h>
#include <quoin/ledger/history.h>
#include <quoin/ledger/pages.h>
#include <quoin/ledger/printing.h>

namespace quoin {

// Append a line, with its line break, to `out`.
void append_json(const Printing& printing, std::string& out);
void append_json(const HistoryEntry& entry, std::string& out);
void append_json(const OutletCard& card, std::string& out);
void append_json(const SpeakerRow& row, std::string& out);
void append_json(const SpeakerPage& page, std::string& out);
void append_json(const DocumentRow& row, std::string& out);
void append_json(const DocumentPage& page, std::string& out);
void append_json(const LedgerCheck& check, std::string& out);

}  // namespace quoin
