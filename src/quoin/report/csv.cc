// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/csv.h>

#include <algorithm>

#include <fmt/format.h>

namespace quoin {
namespace {

const std::vector<std::string_view> kExtractColumns = {
    "document", "outlet", "title",     "url",       "published", "quotation",
    "start",    "end",    "line",      "column",    "text",      "open",
    "close",    "kind",   "depth",     "segments",  "block",     "speaker",
    "name",     "role",   "candidates", "cue",      "medium",    "addressee",
    "rule",     "at",     "flags"};

const std::vector<std::string_view> kAssessmentColumns = {
    "outcome",      "document",         "outlet",        "published",
    "cluster",      "quotation",        "start",         "end",
    "line",         "column",           "text",          "speaker",
    "grade",        "severity",         "misattributed", "extent",
    "rule",         "flags",            "differences",   "note",
    "against",      "against_start",    "against_end",   "against_line",
    "against_text", "against_nearest",  "finding"};

void append_quotation(const Article& article, const Grammar& grammar,
                      std::size_t index, const PositionIndex& positions,
                      OffsetUnit unit, CsvWriter& csv) {
  const Document& document = article.document;
  const Quotation& quotation = article.quotations[index];
  const Attribution& attribution = article.attributions[index];
  const auto words = [&](const std::optional<TextSpan>& span) {
    csv.cell(span ? document.slice(*span) : std::string_view());
  };
  const Position begin = positions.at(quotation.span.begin);
  csv.cell(document.id).optional(document.outlet).optional(document.title);
  csv.optional(document.url).optional(document.published);
  csv.cell(fmt::format("q{}", index + 1));
  csv.number(offset_of(begin, unit));
  csv.number(offset_of(positions.at(quotation.span.end), unit));
  csv.number(begin.line).number(begin.column);
  words(quotation.span);
  words(quotation.open);
  words(quotation.close);
  csv.cell(to_string(quotation.kind)).number(quotation.depth);
  csv.number(std::max<std::size_t>(quotation.segments.size(), 1));
  csv.cell(to_string(quotation.block));
  const std::optional<Speaker>& speaker = attribution.speaker;
  words(speaker ? std::optional(speaker->mention) : std::nullopt);
  csv.optional(speaker ? speaker->name : std::nullopt);
  words(speaker ? speaker->role : std::nullopt);
  csv.list(speaker ? speaker->candidates : std::vector<std::string>());
  words(attribution.cue);
  words(attribution.medium);
  words(attribution.addressee);
  if (attribution.rule == kNoRule) {
    csv.cell("").cell("");
  } else {
    const RuleName& rule =
        grammar.rule_names()[static_cast<std::size_t>(attribution.rule)];
    csv.cell(rule.name).cell(rule.at);
  }
  std::vector<std::string> flags;
  for (const std::string_view flag : flag_names(quotation.flags)) {
    flags.emplace_back(flag);
  }
  csv.list(flags).end_row();
}

// Empty cells where there is no passage.
void append_place(const std::optional<Passage>& passage, OffsetUnit unit,
                  CsvWriter& csv) {
  if (!passage) {
    csv.cell("").cell("").cell("");
    return;
  }
  csv.number(offset_of(passage->begin, unit));
  csv.number(offset_of(passage->end, unit));
  csv.number(passage->begin.line);
}

void append_assessment(const Assessment& one, OffsetUnit unit, CsvWriter& csv) {
  csv.cell(to_string(one.outcome));
  csv.cell(one.document->id).optional(one.document->outlet);
  csv.optional(one.document->published).cell(one.cluster).cell(one.quotation);
  append_place(one.printed, unit, csv);
  csv.cell(one.printed ? std::to_string(one.printed->begin.column) : "");
  csv.cell(one.printed ? one.printed->text() : std::string_view());
  csv.optional(one.speaker);
  csv.cell(one.grade ? to_string(*one.grade) : std::string_view());
  csv.cell(one.grade ? to_string(one.severity) : std::string_view());
  csv.cell(one.misattributed ? "true" : "false");
  csv.cell(one.extent ? to_string(*one.extent) : std::string_view());
  csv.cell(one.rule).list(one.flags).list(one.differences).cell(one.note);
  csv.cell(one.against ? std::string_view(one.against->document->id)
                       : std::string_view());
  append_place(one.against, unit, csv);
  csv.cell(one.against ? one.against->text() : std::string_view());
  csv.cell(one.is_nearest ? "true" : "false").cell(one.id).end_row();
}

}  // namespace

ExtractView extract_csv(CsvStyle style, OffsetUnit unit) {
  ExtractView view;
  view.head = csv_head(style, kExtractColumns);
  view.append = [style, unit](const Article& article, const Grammar& grammar,
                              std::string& out) {
    const PositionIndex positions(article.document.text);
    CsvWriter csv(style, out);
    for (std::size_t i = 0; i < article.quotations.size(); ++i) {
      append_quotation(article, grammar, i, positions, unit, csv);
    }
  };
  return view;
}

std::string assessment_csv(const Assessed& all, CsvStyle style,
                           OffsetUnit unit) {
  std::string out = csv_head(style, kAssessmentColumns);
  CsvWriter csv(style, out);
  for (const Assessment& one : all.items) append_assessment(one, unit, csv);
  return out;
}

}  // namespace quoin
