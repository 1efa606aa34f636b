// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/schema_org.h>

#include <cctype>
#include <set>
#include <vector>

#include <fmt/format.h>

#include <quoin/base/sha256.h>
#include <quoin/report/json_writer.h>
#include <quoin/report/locator.h>
#include <quoin/report/verify_report.h>

namespace quoin {
namespace {

constexpr std::string_view kHead =
    "{\"@context\": \"https://schema.org\", \"@graph\": [\n";
constexpr std::string_view kTail = "\n]}\n";

bool is_quotation(const Quotation& quotation) {
  const bool is_speech = quotation.kind == QuotationKind::kSpeech ||
                         quotation.kind == QuotationKind::kThought ||
                         quotation.kind == QuotationKind::kInscription;
  return is_speech && quotation.block != BlockRole::kFurniture &&
         !quotation.span.empty();
}

// schema.org wants ISO 8601; sources give what they like.
bool is_iso_date(std::string_view text) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  if (text.size() < kForm.size()) return false;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const bool is_digit =
        std::isdigit(static_cast<unsigned char>(text[i])) != 0;
    if (kForm[i] == 'd' ? !is_digit : text[i] != '-') return false;
  }
  return text.size() == kForm.size() || text[kForm.size()] == 'T';
}

void write_work(const Document& document, std::string_view type,
                JsonWriter& json) {
  json.begin_object().field("@type", type);
  json.field("@id", page_uri(document));
  if (document.title) json.field("headline", *document.title);
  if (document.url && is_web_address(*document.url)) {
    json.field("url", page_uri(document));
  }
  if (document.published && is_iso_date(*document.published)) {
    json.field("datePublished", *document.published);
  }
  if (document.lang) json.field("inLanguage", *document.lang);
  if (document.outlet) {
    json.key("publisher").begin_object().field("@type", "Organization");
    json.field("name", *document.outlet).end_object();
  }
  json.end_object();
}

void write_link(std::string_view name, const Document& document,
                JsonWriter& json) {
  json.key(name).begin_object();
  json.field("@id", page_uri(document)).end_object();
}

void write_creator(const std::optional<std::string>& name, JsonWriter& json) {
  if (!name) return;
  json.key("creator").begin_object().field("name", *name).end_object();
}

void append_article(const Article& article, std::string& out) {
  const Document& document = article.document;
  const std::string sha256 = sha256_hex(document.text);
  JsonWriter work(out);
  write_work(document, "NewsArticle", work);
  for (std::size_t i = 0; i < article.quotations.size(); ++i) {
    const Quotation& quotation = article.quotations[i];
    if (!is_quotation(quotation)) continue;
    out += ",\n";
    JsonWriter json(out);
    json.begin_object().field("@type", "Quotation");
    json.field("@id", content_urn(fmt::format("{} {} {}", document.id, sha256,
                                              quotation.span.begin)));
    json.field("text", document.slice(quotation.span));
    write_creator(speaker_of(article, i), json);
    if (document.lang) json.field("inLanguage", *document.lang);
    write_link("isPartOf", document, json);
    json.end_object();
  }
}

void write_cluster(const StoryReport& report, const ComparedCluster& compared,
                   JsonWriter& json) {
  const Cluster& cluster = compared.cluster;
  const auto document_of = [&](const Rendering& member) -> const Document& {
    return report.articles[member.article].document;
  };
  const Rendering& root = cluster.members[cluster.root];
  const std::string words = rendering_text(report.articles[root.article], root);
  json.begin_object();
  json.field("@type", {std::string("Quotation"), "Claim"});
  json.field("@id", content_urn(document_of(root).id + "\n" + words));
  if (compared.reference) {
    const Document& reference =
        report.articles[compared.reference->article].document;
    json.field("text", reference.slice(compared.reference->span));
    write_creator(cluster.speaker, json);
    write_link("isBasedOn", reference, json);
  } else {
    json.field("text", words);
    write_creator(cluster.speaker, json);
  }
  if (compared.earliest) {
    write_link("firstAppearance",
               document_of(cluster.members[*compared.earliest]), json);
  }
  json.key("appearance").begin_array();
  std::set<std::size_t> seen;
  for (const Rendering& member : cluster.members) {
    if (report.is_reference(member.article)) continue;
    if (!seen.insert(member.article).second) continue;
    json.begin_object().field("@id", page_uri(document_of(member)));
    json.end_object();
  }
  json.end_array().key("workExample").begin_array();
  for (const Rendering& member : cluster.members) {
    if (report.is_reference(member.article)) continue;
    json.begin_object().field("@type", "Quotation");
    json.field("text",
               rendering_text(report.articles[member.article], member));
    write_link("isPartOf", document_of(member), json);
    json.end_object();
  }
  json.end_array().end_object();
}

}  // namespace

ExtractView extract_schema_org() {
  return {std::string(kHead), ",\n", std::string(kTail),
          [](const Article& article, const Grammar&, std::string& out) {
            append_article(article, out);
          }};
}

std::string story_schema_org(const StoryReport& report) {
  std::string out(kHead);
  bool is_first = true;
  const auto next_writer = [&] {
    if (!is_first) out += ",\n";
    is_first = false;
    return JsonWriter(out);
  };
  for (std::size_t i = 0; i < report.articles.size(); ++i) {
    JsonWriter json = next_writer();
    write_work(report.articles[i].document,
               report.is_reference(i) ? "CreativeWork" : "NewsArticle", json);
  }
  for (const ComparedCluster& compared : report.comparison->clusters) {
    JsonWriter json = next_writer();
    write_cluster(report, compared, json);
  }
  return out.append(kTail);
}

}  // namespace quoin
