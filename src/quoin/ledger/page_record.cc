// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/page_record.h>

#include <unordered_map>

#include <fmt/format.h>

#include <quoin/base/sha256.h>
#include <quoin/report/json_writer.h>
#include <quoin/text/positions.h>

namespace quoin {
namespace {

class Recorder {
 public:
  Recorder(const Article& article, const Grammar& grammar)
      : article_(article),
        grammar_(grammar),
        positions_(article.document.text) {}

  // Requires: called for every quotation, in order: utterances are numbered
  // by first appearance, in furniture too, as `quoin extract` numbers them.
  QuotationRecord record(std::size_t index);

 private:
  std::string text(TextSpan span) const {
    return std::string(article_.document.slice(span));
  }
  std::optional<std::string> text(const std::optional<TextSpan>& span) const {
    if (!span) return std::nullopt;
    return text(*span);
  }
  std::optional<std::string> mark(TextSpan span) const {
    if (span.empty()) return std::nullopt;
    return text(span);
  }
  std::size_t offset(std::size_t byte) const {
    return positions_.at(byte).code_point;
  }
  void record_attribution(const Attribution& attribution,
                          QuotationRecord& record);

  const Article& article_;
  const Grammar& grammar_;
  PositionIndex positions_;
  std::unordered_map<std::uint32_t, std::size_t> utterances_;
};

QuotationRecord Recorder::record(std::size_t index) {
  const Quotation& quotation = article_.quotations[index];
  const Attribution& attribution = article_.attributions[index];
  const Position begin = positions_.at(quotation.span.begin);
  QuotationRecord record;
  record.number = index + 1;
  record.utterance =
      utterances_.emplace(attribution.utterance, utterances_.size() + 1)
          .first->second;
  record.start = begin.code_point;
  record.end = offset(quotation.span.end);
  record.line = begin.line;
  for (const TextSpan segment : quotation.segments) {
    record.segments.emplace_back(offset(segment.begin), offset(segment.end));
  }
  record.open = mark(quotation.open);
  record.close = mark(quotation.close);
  record.words = text(quotation.span);
  record.kind = to_string(quotation.kind);
  record.block = to_string(quotation.block);
  record.depth = quotation.depth;
  for (const std::string_view flag : flag_names(quotation.flags)) {
    record.flags.emplace_back(flag);
  }
  record_attribution(attribution, record);
  return record;
}

void Recorder::record_attribution(const Attribution& attribution,
                                  QuotationRecord& record) {
  if (attribution.speaker) {
    record.speaker = attribution.speaker->name;
    record.mention = text(attribution.speaker->mention);
    record.candidates = attribution.speaker->candidates;
    record.role = text(attribution.speaker->role);
  }
  record.cue = text(attribution.cue);
  record.medium = text(attribution.medium);
  record.addressee = text(attribution.addressee);
  if (attribution.rule == kNoRule) return;
  const RuleName& rule =
      grammar_.rule_names()[static_cast<std::size_t>(attribution.rule)];
  record.rule = rule.name;
  record.at = rule.at;
}

void write_quotation(const QuotationRecord& record, JsonWriter& json) {
  json.begin_object();
  json.key("number").number(record.number);
  json.key("utterance").number(record.utterance);
  json.key("start").number(record.start).key("end").number(record.end);
  json.key("line").number(record.line);
  json.key("segments").begin_array();
  for (const auto& [start, end] : record.segments) {
    json.begin_array().number(start).number(end).end_array();
  }
  json.end_array();
  json.key("open").string_or_null(record.open);
  json.key("close").string_or_null(record.close);
  json.field("words", record.words);
  json.field("kind", record.kind).field("block", record.block);
  json.key("depth").number(record.depth);
  json.key("speaker").string_or_null(record.speaker);
  json.key("mention").string_or_null(record.mention);
  json.field("candidates", record.candidates);
  json.key("role").string_or_null(record.role);
  json.key("cue").string_or_null(record.cue);
  json.key("medium").string_or_null(record.medium);
  json.key("addressee").string_or_null(record.addressee);
  json.key("rule").string_or_null(record.rule);
  json.key("at").string_or_null(record.at);
  json.field("flags", record.flags);
  json.end_object();
}

}  // namespace

PageRecord record_page(const Article& article, const Grammar& grammar,
                       std::optional<ReferenceType> reference) {
  const Document& document = article.document;
  PageRecord page;
  page.id = document.id;
  page.url = document.url;
  page.outlet = document.outlet;
  page.title = document.title;
  page.byline = document.byline;
  page.published = document.published;
  page.modified = document.modified;
  page.lang = document.lang ? *document.lang : grammar.lexicon().lang;
  page.wire = document.wire;
  page.sha256 = sha256_hex(document.text);
  if (reference) {
    page.reference = to_string(*reference);
    return page;
  }
  Recorder recorder(article, grammar);
  for (std::size_t i = 0; i < article.quotations.size(); ++i) {
    QuotationRecord record = recorder.record(i);
    if (article.quotations[i].block == BlockRole::kFurniture) continue;
    page.quotations.push_back(std::move(record));
  }
  return page;
}

std::string key_of(const PageRecord& page) {
  if (page.url) return *page.url;
  // Parted by what names do not hold, so that no two pages meet.
  return page.outlet ? *page.outlet + "\n" + page.id : page.id;
}

std::string canonical_json(const PageRecord& page) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("ledger").number(1);
  json.field("key", key_of(page));
  json.key("outlet").string_or_null(page.outlet);
  json.key("title").string_or_null(page.title);
  json.key("byline").string_or_null(page.byline);
  json.key("published").string_or_null(page.published);
  json.key("modified").string_or_null(page.modified);
  json.key("lang").string_or_null(page.lang);
  json.key("wire").string_or_null(page.wire);
  json.field("sha256", page.sha256);
  json.key("reference").string_or_null(page.reference);
  json.key("quotations").begin_array();
  for (const QuotationRecord& record : page.quotations) {
    write_quotation(record, json);
  }
  json.end_array().end_object();
  return out;
}

std::string address_of(const PageRecord& page) {
  return sha256_hex(canonical_json(page));
}

std::string canonical_json(const GradingRecord& grading) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("ledger").number(1);
  json.field("page", grading.page);
  json.key("number").number(grading.number);
  json.field("reference", grading.reference).field("type", grading.type);
  json.key("start").number(grading.start).key("end").number(grading.end);
  json.field("words", grading.words).field("reason", grading.reason);
  json.field("grade", grading.grade).field("extent", grading.extent);
  json.field("rule", grading.rule).field("flags", grading.flags);
  json.field("differences", grading.differences);
  json.key("reference_words").number(grading.reference_words);
  json.key("printed_words").number(grading.printed_words);
  json.key("word_edits").number(grading.word_edits);
  json.end_object();
  return out;
}

std::string address_of(const GradingRecord& grading) {
  return sha256_hex(canonical_json(grading));
}

}  // namespace quoin
