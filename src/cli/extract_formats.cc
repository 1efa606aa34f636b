// SPDX-License-Identifier: Apache-2.0
#include "extract_formats.h"

#include <cassert>

#include <quoin/attribute/explanation.h>
#include <quoin/report/csv.h>
#include <quoin/report/extract_json.h>
#include <quoin/report/markdown.h>
#include <quoin/report/schema_org.h>
#include <quoin/report/tei.h>
#include <quoin/report/web_annotation.h>

namespace quoin::cli {
namespace {

ExtractView json_lines(OffsetUnit unit, bool explain) {
  ExtractView view;
  view.append = [unit, explain](const Article& article, const Grammar& grammar,
                                std::string& out) {
    if (explain) {
      const auto why = explain_article(article, grammar);
      append_json_line(article, grammar, unit, out, &why);
    } else {
      append_json_line(article, grammar, unit, out);
    }
  };
  return view;
}

}  // namespace

void add_format_option(Command& command, ExtractFormat& format) {
  command.add_choice<ExtractFormat>(
      "--format", format,
      {{"table", ExtractFormat::kTable},
       {"jsonl", ExtractFormat::kJsonl},
       {"csv", ExtractFormat::kCsv},
       {"csv-excel", ExtractFormat::kCsvExcel},
       {"csv-raw", ExtractFormat::kCsvRaw},
       {"markdown", ExtractFormat::kMarkdown},
       {"annotations", ExtractFormat::kAnnotations},
       {"schema-org", ExtractFormat::kSchemaOrg},
       {"tei", ExtractFormat::kTei}},
      "FORMAT",
      "table for people (default); for programs jsonl, a line a document, or "
      "csv, csv-excel, csv-raw, markdown, annotations (W3C), schema-org, tei");
}

ExtractView view_of(ExtractFormat format, OffsetUnit unit, bool explain) {
  switch (format) {
    case ExtractFormat::kCsv: return extract_csv(CsvStyle::kSafe, unit);
    case ExtractFormat::kCsvExcel: return extract_csv(CsvStyle::kExcel, unit);
    case ExtractFormat::kCsvRaw: return extract_csv(CsvStyle::kRaw, unit);
    case ExtractFormat::kMarkdown: return extract_markdown();
    case ExtractFormat::kAnnotations: return extract_annotations();
    case ExtractFormat::kSchemaOrg: return extract_schema_org();
    case ExtractFormat::kTei: return extract_tei();
    case ExtractFormat::kTable: assert(!"the table depends on the terminal");
    case ExtractFormat::kJsonl: break;
  }
  return json_lines(unit, explain);
}

}  // namespace quoin::cli
