// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/compare_json.h>

#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <quoin/base/sha256.h>
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
  void write_operations(const Finding& finding, const Rendering& reference,
                        const Rendering& printed);
  void write_relations();
  void write_scoreboard();

  void write_id(std::string_view name, std::size_t article) {
    json_.field(name, report_.articles[article].document.id);
  }
  void write_mark(std::string_view name, std::string_view mark);
  void write_span_fields(std::size_t article, TextSpan span);
  template <class Part>
  void write_place(std::string_view name, const Rendering& rendering,
                   Part part);

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
  json_.key("speaker").string_or_null(cluster.speaker);
  json_.field("speakers", cluster.speakers);
  json_.key("speaker_conflict").boolean(cluster.speaker_conflict);
  write_chosen(compared.reference);
  json_.field("reference_reason", compared.reference_reason);
  json_.key("root").number(cluster.root);
  json_.key("earliest");
  if (compared.earliest) {
    json_.number(*compared.earliest);
  } else {
    json_.null();
  }
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
  json_.key("not_printed").begin_array();
  for (const std::size_t article : compared.not_printed) {
    if (report_.is_reference(article)) continue;
    json_.string(report_.articles[article].document.id);
  }
  json_.end_array();
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
  json_.key("boundary_shift");
  if (graded.boundary_shift) {
    json_.begin_object();
    write_span_fields(member.article, *graded.boundary_shift);
    json_.end_object();
  } else {
    json_.null();
  }
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
  json_.field("grade", to_string(finding.grade));
  json_.field("extent", to_string(finding.extent));
  json_.field("mode", finding.mode == GradeMode::kReference ? "reference"
                                                            : "symmetric");
  json_.field("rule", finding.rule);
  json_.field("flags", finding.flags);
  json_.key("reference_words").number(finding.reference_words);
  json_.key("printed_words").number(finding.printed_words);
  json_.key("word_edits").number(finding.word_edits);
  write_operations(finding, reference, printed);
}

void JsonReport::write_operations(const Finding& finding,
                                  const Rendering& reference,
                                  const Rendering& printed) {
  json_.key("operations").begin_array();
  for (const Operation& operation : finding.operations) {
    json_.begin_object();
    json_.field("kind", to_string(operation.kind));
    json_.field("grade", to_string(operation.grade));
    write_place("reference", reference, operation.reference);
    write_place("printed", printed, operation.printed);
    json_.field("flags", operation.flags);
    json_.field("words", operation.words);
    json_.end_object();
  }
  json_.end_array();
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
    json_.key("quotations").number(row.quotations);
    json_.key("clustered").number(row.clustered);
    json_.key("cannot_check").number(row.cannot_check);
    json_.key("by_grade").begin_object();
    for (std::size_t i = 0; i < row.by_grade.size(); ++i) {
      if (row.by_grade[i] == 0) continue;
      json_.key(to_string(static_cast<Grade>(i))).number(row.by_grade[i]);
    }
    json_.end_object().end_object();
  }
  json_.end_array();
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
void JsonReport::write_place(std::string_view name, const Rendering& rendering,
                             Part part) {
  const Article& article = report_.articles[rendering.article];
  json_.key(name).begin_object();
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
