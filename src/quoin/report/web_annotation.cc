// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/web_annotation.h>

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include <quoin/base/sha256.h>
#include <quoin/report/evidence.h>
#include <quoin/report/extract_table.h>
#include <quoin/report/json_writer.h>
#include <quoin/report/locator.h>

namespace quoin {
namespace {

constexpr std::size_t kContext = 32;  // code points on each side

constexpr std::string_view kHead =
    "{\"@context\": [\"http://www.w3.org/ns/anno.jsonld\", {\"schema\": "
    "\"https://schema.org/\"}], \"type\": \"AnnotationPage\", \"items\": [\n";
constexpr std::string_view kTail = "\n]}\n";

bool is_continuation(char c) { return (c & 0xC0) == 0x80; }

std::string_view before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  for (std::size_t n = 0; n < kContext && begin > 0; ++n) {
    do {
      --begin;
    } while (begin > 0 && is_continuation(text[begin]));
  }
  return text.substr(begin, at - begin);
}

std::string_view behind(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (std::size_t n = 0; n < kContext && end < text.size(); ++n) {
    do {
      ++end;
    } while (end < text.size() && is_continuation(text[end]));
  }
  return text.substr(at, end - at);
}

class AnnotationWriter {
 public:
  explicit AnnotationWriter(std::string& out) : json_(out) {}

  void begin(const std::string& id, std::string_view motivation) {
    json_.begin_object().field("id", id).field("type", "Annotation");
    json_.field("motivation", motivation);
    json_.key("body").begin_array();
  }
  void body(std::string_view purpose, std::string_view value) {
    json_.begin_object().field("type", "TextualBody");
    json_.field("purpose", purpose).field("format", "text/plain");
    json_.field("value", value).end_object();
  }
  void begin_target() { json_.end_array().key("target").begin_array(); }
  void end() { json_.end_array().end_object(); }

  // A passage, as a target or, with a purpose, as a body.
  void resource(const Document& document, const std::string& sha256,
                TextSpan span, const Position& begin, const Position& end,
                std::string_view purpose = {});

 private:
  JsonWriter json_;
};

void AnnotationWriter::resource(const Document& document,
                                const std::string& sha256, TextSpan span,
                                const Position& begin, const Position& end,
                                std::string_view purpose) {
  json_.begin_object().field("type", "SpecificResource");
  if (!purpose.empty()) json_.field("purpose", purpose);
  json_.key("source").begin_object();
  json_.field("id", page_uri(document)).field("type", "Text");
  json_.field("format", "text/plain").field("schema:sha256", sha256);
  json_.end_object();
  json_.key("selector").begin_array();
  json_.begin_object().field("type", "TextQuoteSelector");
  json_.field("exact", document.slice(span));
  json_.field("prefix", before(document.text, span.begin));
  json_.field("suffix", behind(document.text, span.end)).end_object();
  json_.begin_object().field("type", "TextPositionSelector");
  json_.key("start").number(begin.code_point);
  json_.key("end").number(end.code_point).end_object();
  json_.end_array().end_object();
}

void append_article(const Article& article, std::string& out) {
  const Document& document = article.document;
  const std::string sha256 = sha256_hex(document.text);
  const PositionIndex positions(document.text);
  for (std::size_t i = 0; i < article.quotations.size(); ++i) {
    const Quotation& quotation = article.quotations[i];
    if (i > 0) out += ",\n";
    AnnotationWriter writer(out);
    const std::string key =
        fmt::format("{} {} {}", document.id, sha256, quotation.span.begin);
    writer.begin(content_urn(key), "identifying");
    if (article.attributions[i].speaker) {
      writer.body("identifying", speaker_label(article, i));
    }
    writer.body("classifying", to_string(quotation.kind));
    writer.begin_target();
    std::vector<TextSpan> segments = quotation.segments;
    if (segments.empty()) segments.push_back(quotation.span);
    for (const TextSpan segment : segments) {
      writer.resource(document, sha256, segment, positions.at(segment.begin),
                      positions.at(segment.end));
    }
    writer.end();
  }
}

}  // namespace

ExtractView extract_annotations() {
  return {std::string(kHead), ",\n", std::string(kTail),
          [](const Article& article, const Grammar&, std::string& out) {
            append_article(article, out);
          }};
}

std::string assessment_annotations(const Assessed& all) {
  std::map<const Document*, std::string> digests;
  const auto digest = [&](const Document& document) -> const std::string& {
    std::string& known = digests[&document];
    if (known.empty()) known = sha256_hex(document.text);
    return known;
  };
  std::string out(kHead);
  bool is_first = true;
  for (const Assessment& one : all.items) {
    if (!one.printed || !one.grade) continue;
    if (!is_first) out += ",\n";
    is_first = false;
    AnnotationWriter writer(out);
    writer.begin(content_urn(one.id), "assessing");
    writer.body("classifying", category_of(one));
    writer.body("assessing", to_string(one.severity));
    writer.body("commenting", evidence_line(one));
    const auto passage = [&](const Passage& of, std::string_view purpose) {
      writer.resource(*of.document, digest(*of.document), of.span, of.begin,
                      of.end, purpose);
    };
    if (one.against) passage(*one.against, "linking");
    writer.begin_target();
    passage(*one.printed, "");
    writer.end();
  }
  return out.append(kTail);
}

}  // namespace quoin
