// SPDX-License-Identifier: Apache-2.0
// Printings as rows for spreadsheets and statistics, with the columns of the
// view `printing` (docs/ledger.md); report/csv_writer.h makes them safe.

#pragma once

#include <string>

#include <quoin/ledger/printing.h>
#include <quoin/report/csv_writer.h>

namespace quoin {

// The names of the columns, as a row.
std::string printing_csv_head(CsvStyle style);

void append_csv(const Printing& printing, CsvStyle style, std::string& out);

}  // namespace quoin
