// SPDX-License-Identifier: Apache-2.0
// Flat rows for spreadsheets and statistics: a quotation, or a printing, a row.
//
// docs/report.md describes every column; csv_writer.h what makes it safe.

#pragma once

#include <string>

#include <quoin/report/assessment.h>
#include <quoin/report/csv_writer.h>
#include <quoin/report/extract_view.h>
#include <quoin/report/offsets.h>

namespace quoin {

ExtractView extract_csv(CsvStyle style, OffsetUnit unit);

std::string assessment_csv(const Assessed& all, CsvStyle style,
                           OffsetUnit unit);

}  // namespace quoin
