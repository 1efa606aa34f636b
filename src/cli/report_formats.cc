// SPDX-License-Identifier: Apache-2.0
#include "report_formats.h"

#include <cassert>
#include <optional>
#include <string_view>
#include <vector>

#include <quoin/base/suggest.h>
#include <quoin/grammar/grammar.h>
#include <quoin/report/assessment.h>
#include <quoin/report/compare_json.h>
#include <quoin/report/compare_text.h>
#include <quoin/report/csv.h>
#include <quoin/report/github.h>
#include <quoin/report/junit.h>
#include <quoin/report/markdown.h>
#include <quoin/report/sarif.h>
#include <quoin/report/schema_org.h>
#include <quoin/report/tei.h>
#include <quoin/report/verify_json.h>
#include <quoin/report/verify_text.h>
#include <quoin/report/web_annotation.h>

#include "command.h"

namespace quoin::cli {
namespace {

Choices<ReportFormat> shared_formats() {
  return {{"text", ReportFormat::kText},
          {"json", ReportFormat::kJson},
          {"csv", ReportFormat::kCsv},
          {"csv-excel", ReportFormat::kCsvExcel},
          {"csv-raw", ReportFormat::kCsvRaw},
          {"markdown", ReportFormat::kMarkdown},
          {"annotations", ReportFormat::kAnnotations},
          {"sarif", ReportFormat::kSarif},
          {"junit", ReportFormat::kJunit},
          {"github", ReportFormat::kGithub}};
}

std::string format_assessed(Assessed all, const DocumentFiles& files,
                            ReportFormat format, OffsetUnit unit) {
  all.files = files;
  switch (format) {
    case ReportFormat::kCsv: return assessment_csv(all, CsvStyle::kSafe, unit);
    case ReportFormat::kCsvExcel:
      return assessment_csv(all, CsvStyle::kExcel, unit);
    case ReportFormat::kCsvRaw:
      return assessment_csv(all, CsvStyle::kRaw, unit);
    case ReportFormat::kMarkdown: return assessment_markdown(all);
    case ReportFormat::kAnnotations: return assessment_annotations(all);
    case ReportFormat::kSarif: return assessment_sarif(all, QUOIN_VERSION);
    case ReportFormat::kJunit: return assessment_junit(all);
    case ReportFormat::kGithub: return assessment_github(all);
    default: assert(!"this command has no such format");
  }
  return {};
}

}  // namespace

void add_compare_format_option(Command& command, ReportFormat& format) {
  Choices<ReportFormat> formats = shared_formats();
  formats.push_back({"schema-org", ReportFormat::kSchemaOrg});
  formats.push_back({"tei", ReportFormat::kTei});
  command.add_choice<ReportFormat>(
      "--format", format, formats, "FORMAT",
      "text for people (default); for programs json, csv, csv-excel, csv-raw, "
      "markdown, annotations (W3C), sarif, junit, github, schema-org, tei");
}

void add_verify_format_option(Command& command, ReportFormat& format) {
  command.add_choice<ReportFormat>(
      "--format", format, shared_formats(), "FORMAT",
      "text for people (default); for programs json, csv, csv-excel, csv-raw, "
      "markdown, annotations (W3C), sarif, junit, github");
}

void add_profile_option(Command& command, std::string& name) {
  command.add_text("--profile", name, "NAME",
                   "How a house judges: ap (default), reuters, guardian, "
                   "written-source, transcript, legal, golden, default");
}

const Profile* find_profile_or_report(const GradeTables& tables,
                                      const std::string& name) {
  const Profile* profile = find_profile(tables, name);
  if (profile != nullptr) return profile;
  // Houses judge alike in every language; what is known of them stands in the
  // grammar of theirs, built in.
  static const std::optional<GradeTables> houses =
      []() -> std::optional<GradeTables> {
    const Result<Grammar> english = load_built_in_grammar("en");
    if (!english) return std::nullopt;
    return compile_grade_tables(english->lexicon());
  }();
  if (houses) profile = find_profile(*houses, name);
  if (profile != nullptr) return profile;
  std::vector<std::string_view> known;
  for (const Profile& each : tables.profiles) known.push_back(each.name);
  if (houses) {
    for (const Profile& each : houses->profiles) known.push_back(each.name);
  }
  report_error("there is no profile '" + name + "'", suggest_name(name, known));
  return nullptr;
}

std::string format_report(const StoryReport& report, const Profile& profile,
                          const DocumentFiles& files, ReportFormat format, OffsetUnit unit,
                          const TextStyle& style) {
  switch (format) {
    case ReportFormat::kText: return compare_text(report, style);
    case ReportFormat::kJson: return compare_json(report, unit);
    case ReportFormat::kSchemaOrg: return story_schema_org(report);
    case ReportFormat::kTei: return story_tei(report);
    default: return format_assessed(assess(report, profile), files, format, unit);
  }
}

std::string format_report(const VerifyReport& report,
                          const DocumentFiles& files, ReportFormat format,
                          OffsetUnit unit, const TextStyle& style) {
  switch (format) {
    case ReportFormat::kText: return verify_text(report, style);
    case ReportFormat::kJson: return verify_json(report, unit);
    default: return format_assessed(assess(report), files, format, unit);
  }
}

}  // namespace quoin::cli
