// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/compare_json.h>

#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <quoin/base/sha256.h>
#include <quoin/report/finding_json.h>
#include <quoin/report/json_writer.h>
#include <quoin/text/positions.h>

namespace quoin {
namespace {

// The passage of the reference; without one nothing was aligned, so that any
// place will do.
Rendering passage_of(const ComparedCluster& compared,
                     const Rendering& otherwise) {
  if (!compared.reference) return otherwise;
  Rendering passage;
  passage.article = compared.reference->article;
  passage.span = compared.reference->span;
  return passage;
}

class JsonReport {
 public:
  JsonReport(const StoryReport& report, OffsetUnit unit)
      : report_(report), unit_(unit), json_(out_) {
    positions_.reserve(report.articles.size());
    for (const Article& article : report.articles) {
      positions_.emplace_back(article.document.text);
    }
  }

  std::string write();

 private:
  void write_documents();
  void write_references();
  void write_clusters();
  void write_cluster(const ComparedCluster& compared);
  void write_chosen(const std::optional<ChosenReference>& chosen);
  void write_member(const ComparedCluster& compared, std::size_t index);
  void write_quotation(const Rendering& member);
  void write_pair(const ComparedCluster& compared, const ComparedPair& pair);
  void write_finding(const Finding& finding, const Rendering& reference,
                     const Rendering& printed);
  void write_relations();
  void write_scoreboard();

  void write_id(std::string_view name, std::size_t article) {
    json_.field(name, report_.articles[article].document.id);
  }
  void write_mark(std::string_view name, std::string_view mark);
  void write_span_fields(std::size_t article, TextSpan span);
  template <class Part>
  void write_place(const Rendering& rendering, Part part);
  void write_optional_span(std::string_view name, std::size_t article,
                           const std::optional<TextSpan>& span);
  void write_index(std::string_view name,
                   const std::optional<std::size_t>& index);
  void write_counts(const ScoreRow& row);
  void write_ids(std::string_view name,
                 const std::vector<std::size_t>& articles);
  void write_outlets();
  void write_stories();

  const StoryReport& report_;
  OffsetUnit unit_;
  std::string out_;
  JsonWriter json_;
  std::vector<PositionIndex> positions_;
};

std::string JsonReport::write() {
  json_.begin_broken_object();
  json_.key("quoin").number(1);
  json_.key("story").string_or_null(report_.name);
  write_documents();
  write_references();
  write_clusters();
  write_relations();
  write_scoreboard();
  write_outlets();
  write_stories();
  json_.end_object();
  return std::move(out_) + "\n";
}

void JsonReport::write_documents() {
  json_.key("documents").begin_broken_array();
  for (std::size_t i = 0; i < report_.articles.size(); ++i) {
    if (report_.is_reference(i)) continue;
    const Document& document = report_.articles[i].document;
    json_.begin_object();
    json_.field("id", document.id);
    json_.key("outlet").string_or_null(document.outlet);
    json_.key("title").string_or_null(document.title);
    json_.key("url").string_or_null(document.url);
    json_.key("published").string_or_null(document.published);
    json_.key("lang").string_or_null(document.lang);
    json_.key("wire").string_or_null(document.wire);
    json_.field("sha256", sha256_hex(document.text));
    json_.key("witness").number(report_.comparison->witness[i] + 1);
    json_.key("copies_truncated")
        .boolean(report_.comparison->copies_truncated[i] != 0);
    json_.field("diagnostics", document.flags);
    json_.end_object();
  }
  json_.end_array();
}

void JsonReport::write_references() {
  json_.key("references").begin_broken_array();
  for (const DeclaredReference& reference : report_.references) {
    const Document& document = report_.articles[reference.article].document;
    json_.begin_object();
    json_.field("id", document.id);
    json_.field("type", to_string(reference.type));
    json_.key("title").string_or_null(document.title);
    json_.key("published").string_or_null(document.published);
    json_.key("complete").boolean(reference.complete);
    json_.field("sha256", sha256_hex(document.text));
    json_.end_object();
  }
  json_.end_array();
}

void JsonReport::write_clusters() {
  json_.key("clusters").begin_broken_array();
  for (const ComparedCluster& compared : report_.comparison->clusters) {
    write_cluster(compared);
  }
  json_.end_array();
}

void JsonReport::write_cluster(const ComparedCluster& compared) {
  const Cluster& cluster = compared.cluster;
  json_.begin_broken_object();
  json_.field("id", cluster.id);
  json_.field("story", report_.comparison->stories[compared.story].id);
  json_.key("speaker").string_or_null(cluster.speaker);
  json_.field("speakers", cluster.speakers);
  json_.key("speaker_conflict").boolean(cluster.speaker_conflict);
  write_chosen(compared.reference);
  json_.field("reference_reason", compared.reference_reason);
  json_.key("root").number(cluster.root);
  write_index("earliest", compared.earliest);
  write_index("baseline", compared.baseline);
  json_.key("baseline_rule");
  if (compared.baseline_rule.empty()) {
    json_.null();
  } else {
    json_.string(compared.baseline_rule);
  }
  json_.key("diameter").number(cluster.diameter);
  json_.key("candidates_truncated").boolean(cluster.candidates_truncated);
  json_.key("pairs_with_root_only").boolean(compared.pairs_with_root_only);
  json_.key("members").begin_broken_array();
  for (std::size_t i = 0; i < cluster.members.size(); ++i) {
    write_member(compared, i);
  }
  json_.end_array();
  json_.key("pairs").begin_broken_array();
  for (const ComparedPair& pair : compared.pairs) write_pair(compared, pair);
  json_.end_array();
  write_ids("not_printed", compared.not_printed);
  json_.end_object();
}

void JsonReport::write_chosen(const std::optional<ChosenReference>& chosen) {
  json_.key("reference");
  if (!chosen) {
    json_.null();
    return;
  }
  json_.begin_object();
  write_id("id", chosen->article);
  json_.field("type", to_string(chosen->type));
  write_span_fields(chosen->article, chosen->span);
  json_.end_object();
}

void JsonReport::write_member(const ComparedCluster& compared,
                              std::size_t index) {
  const Rendering& member = compared.cluster.members[index];
  const ComparedMember& graded = compared.members[index];
  json_.begin_object();
  write_id("document", member.article);
  write_quotation(member);
  write_span_fields(member.article, member.span);
  json_.key("line").number(
      positions_[member.article].at(member.span.begin).line);
  json_.key("weak").boolean(member.weak);
  json_.key("container").number(member.container);
  json_.key("shared_words").number(member.shared_words);
  json_.key("candidates_truncated").boolean(member.candidates_truncated);
  write_optional_span("boundary_shift", member.article, graded.boundary_shift);
  write_optional_span("unquoted_between", member.article,
                      graded.unquoted_between);
  json_.key("finding");
  if (graded.finding) {
    json_.begin_object();
    write_finding(*graded.finding, passage_of(compared, member), member);
    json_.end_object();
  } else {
    json_.null();
  }
  json_.end_object();
}

// The quotation's id and marks; all null for words without marks.
void JsonReport::write_quotation(const Rendering& member) {
  if (member.quotation == kUnquoted) {
    json_.key("quotation").null();
    json_.key("open").null().key("close").null().key("speaker").null();
    return;
  }
  const Article& article = report_.articles[member.article];
  const Quotation& quotation = article.quotations[member.quotation];
  json_.field("quotation", fmt::format("q{}", member.quotation + 1));
  write_mark("open", article.document.slice(quotation.open));
  write_mark("close", article.document.slice(quotation.close));
  const std::optional<Speaker>& speaker =
      article.attributions[member.quotation].speaker;
  json_.key("speaker");
  if (speaker && speaker->name) {
    json_.string(*speaker->name);
  } else if (speaker) {
    json_.string(article.document.slice(speaker->mention));
  } else {
    json_.null();
  }
}

void JsonReport::write_pair(const ComparedCluster& compared,
                            const ComparedPair& pair) {
  const std::vector<Rendering>& members = compared.cluster.members;
  json_.begin_object();
  json_.key("a").number(pair.a).key("b").number(pair.b);
  json_.key("same_speaker").boolean(pair.same_speaker);
  json_.key("independent").boolean(pair.independent);
  write_finding(pair.finding, members[pair.a], members[pair.b]);
  json_.end_object();
}

void JsonReport::write_finding(const Finding& finding,
                               const Rendering& reference,
                               const Rendering& printed) {
  write_finding_keys(
      json_, finding,
      {[&](ReferenceSpan part) { write_place(reference, part); },
       [&](PrintedSpan part) { write_place(printed, part); }});
}

void JsonReport::write_relations() {
  json_.key("relations").begin_broken_array();
  for (const DocumentRelation& relation : report_.comparison->relations) {
    json_.begin_object();
    write_id("a", relation.a);
    write_id("b", relation.b);
    json_.field("kind", to_string(relation.kind));
    json_.key("shared").fraction(relation.shared);
    json_.end_object();
  }
  json_.end_array();
}

void JsonReport::write_scoreboard() {
  json_.key("scoreboard").begin_broken_array();
  for (const ScoreRow& row : report_.comparison->rows) {
    if (report_.is_reference(row.article)) continue;
    json_.begin_object();
    write_id("document", row.article);
    write_counts(row);
    json_.end_object();
  }
  json_.end_array();
}

void JsonReport::write_counts(const ScoreRow& row) {
  json_.key("quotations").number(row.quotations);
  json_.key("clustered").number(row.clustered);
  json_.key("cannot_check").number(row.cannot_check);
  json_.key("by_grade").begin_object();
  for (std::size_t i = 0; i < row.by_grade.size(); ++i) {
    if (row.by_grade[i] == 0) continue;
    json_.key(to_string(static_cast<Grade>(i))).number(row.by_grade[i]);
  }
  json_.end_object();
}

void JsonReport::write_outlets() {
  json_.key("outlets").begin_broken_array();
  for (const OutletRow& row : report_.comparison->outlets) {
    json_.begin_object();
    json_.field("outlet", row.outlet);
    json_.key("documents").number(row.articles.size());
    write_counts(row.sum);
    json_.end_object();
  }
  json_.end_array();
}

void JsonReport::write_stories() {
  json_.key("stories").begin_broken_array();
  for (const StoryGroup& story : report_.comparison->stories) {
    json_.begin_object();
    json_.field("id", story.id);
    write_ids("documents", story.articles);
    json_.key("clusters").begin_array();
    for (const std::size_t c : story.clusters) {
      json_.string(report_.comparison->clusters[c].cluster.id);
    }
    json_.end_array().end_object();
  }
  json_.end_array();
}

void JsonReport::write_ids(std::string_view name,
                           const std::vector<std::size_t>& articles) {
  json_.key(name).begin_array();
  for (const std::size_t article : articles) {
    json_.string(report_.articles[article].document.id);
  }
  json_.end_array();
}

void JsonReport::write_index(std::string_view name,
                             const std::optional<std::size_t>& index) {
  json_.key(name);
  if (index) {
    json_.number(*index);
  } else {
    json_.null();
  }
}

void JsonReport::write_optional_span(std::string_view name,
                                     std::size_t article,
                                     const std::optional<TextSpan>& span) {
  json_.key(name);
  if (!span) {
    json_.null();
    return;
  }
  json_.begin_object();
  write_span_fields(article, *span);
  json_.end_object();
}

void JsonReport::write_mark(std::string_view name, std::string_view mark) {
  json_.key(name);
  if (mark.empty()) {
    json_.null();
  } else {
    json_.string(mark);
  }
}

void JsonReport::write_span_fields(std::size_t article, TextSpan span) {
  const PositionIndex& positions = positions_[article];
  json_.key("start").number(offset_of(positions.at(span.begin), unit_));
  json_.key("end").number(offset_of(positions.at(span.end), unit_));
  json_.field("text", report_.articles[article].document.slice(span));
}

// A part of a text that was graded, as a span of its document.
template <class Part>
void JsonReport::write_place(const Rendering& rendering, Part part) {
  const Article& article = report_.articles[rendering.article];
  json_.begin_object();
  write_span_fields(rendering.article,
                    {place_in_document(article, rendering, part.begin),
                     place_in_document(article, rendering, part.end)});
  json_.end_object();
}

}  // namespace

std::string compare_json(const StoryReport& report, OffsetUnit unit) {
  return JsonReport(report, unit).write();
}

}  // namespace quoin
