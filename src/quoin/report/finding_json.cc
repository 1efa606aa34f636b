// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/finding_json.h>

#include <quoin/text/positions.h>

namespace quoin {
namespace {

template <class Span>
void write_span(JsonWriter& json, const PositionIndex& positions, Span span,
                OffsetUnit unit) {
  json.begin_array();
  json.number(offset_of(positions.at(span.begin), unit));
  json.number(offset_of(positions.at(span.end), unit));
  json.end_array();
}

void write_flags(JsonWriter& json, const std::vector<std::string>& flags) {
  json.key("flags").begin_array();
  for (const std::string& flag : flags) json.string(flag);
  json.end_array();
}

}  // namespace

void append_finding_line(std::string_view id, std::string_view reference,
                         std::string_view printed, const Finding& finding,
                         OffsetUnit unit, std::string& out) {
  const PositionIndex in_reference(reference);
  const PositionIndex in_printed(printed);
  JsonWriter json(out);
  json.begin_object();
  json.field("id", id);
  json.field("grade", to_string(finding.grade));
  json.field("extent", to_string(finding.extent));
  json.field("rule", finding.rule);
  write_flags(json, finding.flags);
  json.key("operations").begin_array();
  for (const Operation& operation : finding.operations) {
    json.begin_object();
    json.field("kind", to_string(operation.kind));
    json.field("grade", to_string(operation.grade));
    write_span(json.key("reference"), in_reference, operation.reference, unit);
    write_span(json.key("printed"), in_printed, operation.printed, unit);
    write_flags(json, operation.flags);
    json.field("words", operation.words);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  out += '\n';
}

void write_finding_keys(JsonWriter& json, const Finding& finding,
                        const FindingPlaces& places) {
  json.field("id", finding.id);
  json.field("grade", to_string(finding.grade));
  json.field("extent", to_string(finding.extent));
  json.field("mode", finding.mode == GradeMode::kReference ? "reference"
                                                           : "symmetric");
  json.field("rule", finding.rule);
  json.field("flags", finding.flags);
  json.key("reference_words").number(finding.reference_words);
  json.key("printed_words").number(finding.printed_words);
  json.key("word_edits").number(finding.word_edits);
  json.key("operations").begin_array();
  for (const Operation& operation : finding.operations) {
    json.begin_object();
    json.field("kind", to_string(operation.kind));
    json.field("grade", to_string(operation.grade));
    json.key("reference");
    places.reference(operation.reference);
    json.key("printed");
    places.printed(operation.printed);
    json.field("flags", operation.flags);
    json.field("words", operation.words);
    json.end_object();
  }
  json.end_array();
}

}  // namespace quoin
