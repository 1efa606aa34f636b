// SPDX-License-Identifier: Apache-2.0
// The formats of `quoin extract`, but for the table for people.

#pragma once

#include <cstdint>

#include <quoin/report/extract_view.h>
#include <quoin/report/offsets.h>

#include "arguments.h"

namespace quoin::cli {

enum class ExtractFormat : std::uint8_t {
  kTable,
  kJsonl,
  kCsv,
  kCsvExcel,
  kCsvRaw,
  kMarkdown,
  kAnnotations,
  kSchemaOrg,
  kTei,
};

void add_format_option(Command& command, ExtractFormat& format);

// `explain`: JSON Lines also say why. Requires: not kTable, which depends on the
// terminal.
ExtractView view_of(ExtractFormat format, OffsetUnit unit, bool explain);

}  // namespace quoin::cli
