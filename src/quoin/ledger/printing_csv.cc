// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/printing_csv.h>

namespace quoin {

std::string printing_csv_head(CsvStyle style) {
  return csv_head(style, {"id",
                          "outlet",
                          "document",
                          "version",
                          "latest",
                          "repeated",
                          "url",
                          "title",
                          "published",
                          "recorded",
                          "lang",
                          "start",
                          "end",
                          "line",
                          "open",
                          "words",
                          "close",
                          "kind",
                          "block",
                          "depth",
                          "speaker",
                          "mention",
                          "candidates",
                          "role",
                          "cue",
                          "medium",
                          "addressee",
                          "rule",
                          "at",
                          "flags",
                          "grade",
                          "extent",
                          "differences",
                          "reference",
                          "reference_type",
                          "reference_words"});
}

void append_csv(const Printing& printing, CsvStyle style, std::string& out) {
  CsvWriter csv(style, out);
  csv.cell(printing.id).optional(printing.outlet).cell(printing.document);
  csv.number(printing.version).number(printing.latest ? 1 : 0);
  csv.number(printing.repeated ? 1 : 0).optional(printing.url);
  csv.optional(printing.title).optional(printing.published);
  csv.cell(printing.recorded).optional(printing.lang);
  csv.number(printing.start).number(printing.end).number(printing.line);
  csv.optional(printing.open).cell(printing.words).optional(printing.close);
  csv.cell(printing.kind).cell(printing.block).number(printing.depth);
  csv.optional(printing.speaker).optional(printing.mention);
  csv.list(printing.candidates).optional(printing.role);
  csv.optional(printing.cue).optional(printing.medium);
  csv.optional(printing.addressee).optional(printing.rule);
  csv.optional(printing.at).list(printing.flags).optional(printing.grade);
  csv.optional(printing.extent).list(printing.differences);
  csv.optional(printing.reference).optional(printing.reference_type);
  csv.optional(printing.reference_words).end_row();
}

}  // namespace quoin
