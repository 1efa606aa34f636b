// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/extract_json.h>

#include <string_view>
#include <unordered_map>

#include <quoin/base/sha256.h>
#include <quoin/grammar/describe_rule.h>
#include <quoin/report/json_writer.h>
#include <quoin/text/positions.h>

namespace quoin {
namespace {

// A quotation deeper than this is given without its words, which stand in each
// of those around it: a hostile page of marks alone, two megabytes of them,
// would make a hundred gigabytes. No text that people wrote nests ten deep.
constexpr int kDeepestText = 16;

class ArticleWriter {
 public:
  ArticleWriter(const Article& article, const Grammar& grammar, OffsetUnit unit,
                const std::vector<AttributionExplanation>* why,
                std::string& out)
      : article_(article),
        grammar_(grammar),
        unit_(unit),
        why_(why),
        positions_(article.document.text),
        json_(out) {}

  void write();

 private:
  void write_document();
  void write_quotation(std::size_t index);
  void write_marks(const Quotation& quotation);
  void write_segments(const Quotation& quotation, std::size_t start,
                      std::size_t end);
  void write_attribution(const Attribution& attribution);
  void write_speaker(const std::optional<Speaker>& speaker);
  void write_rule(int rule);
  void write_explanation(std::size_t index);
  void write_diagnostics();

  void write_span_fields(TextSpan span);
  void write_span(std::string_view name, const std::optional<TextSpan>& span);
  void write_mark(std::string_view name, TextSpan mark);
  std::size_t offset(std::size_t byte) const {
    return offset_of(positions_, byte, unit_);
  }
  std::size_t utterance_number(std::uint32_t utterance);

  const Article& article_;
  const Grammar& grammar_;
  OffsetUnit unit_;
  const std::vector<AttributionExplanation>* why_;
  PositionIndex positions_;
  JsonWriter json_;
  std::unordered_map<std::uint32_t, std::size_t> utterances_;
};

void ArticleWriter::write() {
  json_.begin_object();
  write_document();
  json_.key("quotations").begin_array();
  for (std::size_t i = 0; i < article_.quotations.size(); ++i) {
    write_quotation(i);
  }
  json_.end_array();
  write_diagnostics();
  json_.end_object();
}

void ArticleWriter::write_document() {
  const Document& document = article_.document;
  json_.key("quoin").number(1);
  json_.field("id", document.id);
  json_.key("outlet").string_or_null(document.outlet);
  json_.key("title").string_or_null(document.title);
  json_.key("url").string_or_null(document.url);
  json_.key("published").string_or_null(document.published);
  json_.field("lang", document.lang ? *document.lang : grammar_.lexicon().lang);
  json_.field("sha256", sha256_hex(document.text));
}

void ArticleWriter::write_quotation(std::size_t index) {
  const Quotation& quotation = article_.quotations[index];
  const Attribution& attribution = article_.attributions[index];
  json_.begin_object();
  json_.key("id").numbered('q', index + 1);
  const std::size_t start = offset(quotation.span.begin);
  const std::size_t end = offset(quotation.span.end);
  json_.key("start").number(start);
  json_.key("end").number(end);
  json_.key("text");
  if (quotation.depth <= kDeepestText) {
    json_.string(article_.document.slice(quotation.span));
  } else {
    json_.null();
  }
  json_.key("line").number(positions_.line_at(quotation.span.begin));
  write_marks(quotation);
  json_.field("kind", to_string(quotation.kind));
  json_.key("depth").number(quotation.depth);
  write_segments(quotation, start, end);
  json_.key("utterance").numbered('u', utterance_number(attribution.utterance));
  json_.field("block", to_string(quotation.block));
  write_attribution(attribution);
  json_.key("flags").begin_array();
  for (const std::string_view flag : flag_names(quotation.flags)) {
    json_.string(flag);
  }
  json_.end_array();
  if (why_ != nullptr) write_explanation(index);
  json_.end_object();
}

// Only when asked for: it is as long as all the rest.
void ArticleWriter::write_explanation(std::size_t index) {
  const Attribution& attribution = article_.attributions[index];
  const AttributionExplanation& why = (*why_)[index];
  json_.key("explanation").begin_object();
  json_.key("priority");
  if (attribution.rule == kNoRule) {
    json_.null().key("note").null();
  } else {
    json_.number(static_cast<std::size_t>(why.priority));
    json_.field("note", note_of_rule(
        grammar_, static_cast<std::size_t>(attribution.rule)));
  }
  json_.key("goes_on_with");
  if (why.from < 0) {
    json_.null();
  } else {
    json_.numbered('q', static_cast<std::size_t>(why.from) + 1);
  }
  json_.key("name_step");
  if (attribution.speaker) {
    json_.string(to_string(attribution.speaker->source.step));
  } else {
    json_.null();
  }
  std::optional<TextSpan> from;
  if (attribution.speaker && !attribution.speaker->source.from.empty()) {
    from = attribution.speaker->source.from;
  }
  write_span("name_from", from);
  json_.key("lost").begin_array();
  for (const LostRule& lost : why.lost) {
    json_.begin_object();
    write_rule(lost.rule);
    json_.key("priority").number(static_cast<std::size_t>(lost.priority));
    json_.field("why", lost.why);
    json_.end_object();
  }
  json_.end_array().end_object();
}

void ArticleWriter::write_marks(const Quotation& quotation) {
  write_mark("open", quotation.open);
  write_mark("close", quotation.close);
}

void ArticleWriter::write_segments(const Quotation& quotation,
                                   std::size_t start, std::size_t end) {
  json_.key("segments").begin_array();
  const auto write_segment = [&](std::size_t from, std::size_t to) {
    json_.begin_array().number(from).number(to).end_array();
  };
  if (quotation.segments.empty()) write_segment(start, end);
  for (const TextSpan segment : quotation.segments) {
    write_segment(offset(segment.begin), offset(segment.end));
  }
  json_.end_array();
}

void ArticleWriter::write_attribution(const Attribution& attribution) {
  write_speaker(attribution.speaker);
  write_span("cue", attribution.cue);
  write_span("medium", attribution.medium);
  write_span("addressee", attribution.addressee);
  write_rule(attribution.rule);
}

void ArticleWriter::write_speaker(const std::optional<Speaker>& speaker) {
  json_.key("speaker");
  if (!speaker) {
    json_.null();
    return;
  }
  json_.begin_object();
  write_span_fields(speaker->mention);
  json_.key("name").string_or_null(speaker->name);
  if (!speaker->names.empty()) {
    json_.key("names").begin_array();
    for (const std::string& name : speaker->names) json_.string(name);
    json_.end_array();
  }
  write_span("role", speaker->role);
  json_.key("candidates").begin_array();
  for (const std::string& candidate : speaker->candidates) {
    json_.string(candidate);
  }
  json_.end_array().end_object();
}

void ArticleWriter::write_rule(int rule) {
  if (rule == kNoRule) {
    json_.key("rule").null().key("at").null();
    return;
  }
  const RuleName& name = grammar_.rule_names()[static_cast<std::size_t>(rule)];
  json_.field("rule", name.name);
  json_.field("at", name.at);
}

void ArticleWriter::write_diagnostics() {
  json_.key("diagnostics").begin_array();
  for (const std::string& flag : article_.document.flags) json_.string(flag);
  for (const std::string& said : article_.diagnostics) json_.string(said);
  json_.end_array();
}

void ArticleWriter::write_span_fields(TextSpan span) {
  json_.key("start").number(offset(span.begin));
  json_.key("end").number(offset(span.end));
  json_.field("text", article_.document.slice(span));
}

void ArticleWriter::write_span(std::string_view name,
                               const std::optional<TextSpan>& span) {
  json_.key(name);
  if (!span) {
    json_.null();
    return;
  }
  json_.begin_object();
  write_span_fields(*span);
  json_.end_object();
}

void ArticleWriter::write_mark(std::string_view name, TextSpan mark) {
  json_.key(name);
  if (mark.empty()) {
    json_.null();
  } else {
    json_.string(article_.document.slice(mark));
  }
}

// The stages number utterances as they like; readers see u1, u2, … in order.
std::size_t ArticleWriter::utterance_number(std::uint32_t utterance) {
  return utterances_.emplace(utterance, utterances_.size() + 1).first->second;
}

}  // namespace

void append_json_line(const Article& article, const Grammar& grammar,
                      OffsetUnit unit, std::string& out,
                      const std::vector<AttributionExplanation>* why) {
  ArticleWriter(article, grammar, unit, why, out).write();
  out += '\n';
}

}  // namespace quoin
