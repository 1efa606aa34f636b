// SPDX-License-Identifier: Apache-2.0
// The formats that compare and verify have in common.

#pragma once

#include <cstdint>
#include <string>

#include <quoin/grade/profile.h>
#include <quoin/grade/tables.h>
#include <quoin/report/offsets.h>
#include <quoin/report/story_report.h>
#include <quoin/report/text_style.h>
#include <quoin/report/verify_report.h>

#include "arguments.h"
#include "document_files.h"

namespace quoin::cli {

enum class ReportFormat : std::uint8_t {
  kText,
  kJson,
  kCsv,
  kCsvExcel,
  kCsvRaw,
  kMarkdown,
  kAnnotations,
  kSarif,
  kJunit,
  kGithub,
  kSchemaOrg,  // these two: compare only
  kTei,
};

void add_compare_format_option(Command& command, ReportFormat& format);
void add_verify_format_option(Command& command, ReportFormat& format);

void add_profile_option(Command& command, std::string& name);

// Null, after a message with advice, when there is none of that name.
const Profile* find_profile_or_report(const GradeTables& tables,
                                      const std::string& name);

std::string format_report(const StoryReport& report, const Profile& profile,
                          const DocumentFiles& files, ReportFormat format, OffsetUnit unit,
                          const TextStyle& style);

// Requires: a format that verify has.
std::string format_report(const VerifyReport& report,
                          const DocumentFiles& files, ReportFormat format,
                          OffsetUnit unit, const TextStyle& style);

}  // namespace quoin::cli
