// SPDX-License-Identifier: Apache-2.0
#include <quoin/golden/compare_records.h>

#include <string>
#include <string_view>

#include <quoin/golden/golden_file.h>
#include <quoin/report/describe.h>
#include <quoin/text/positions.h>

namespace quoin {
namespace {

const std::string& id_of(const StoryReport& report, std::size_t article) {
  return report.articles[article].document.id;
}

std::size_t line_of(const StoryReport& report, const Rendering& member) {
  PositionCursor cursor(report.articles[member.article].document.text);
  return cursor.advance_to(member.span.begin).line;
}

// What a cluster is called in a golden file: its fullest words, since numbers
// would change with every cluster before it.
std::string name_of(const StoryReport& report,
                    const ComparedCluster& compared) {
  const Rendering& root = compared.cluster.members[compared.cluster.root];
  return shorten_words(report.articles[root.article].document.slice(root.span));
}

void add_finding(const Finding& finding, const std::string& against,
                 const std::string& a, const std::string& b,
                 RecordBuilder& record) {
  record.text("grade", to_string(finding.grade));
  record.text("against", against);
  if (finding.extent != Extent::kWhole) {
    record.text("extent", to_string(finding.extent));
  }
  record.list("flags", finding.flags);
  record.list("differences", describe_finding(finding, a, b));
}

void add_grade(const StoryReport& report, const ComparedCluster& compared,
               std::size_t index, RecordBuilder& record) {
  const std::vector<Rendering>& members = compared.cluster.members;
  if (compared.reference) {
    const std::optional<Finding>& finding = compared.members[index].finding;
    if (finding) {
      add_finding(*finding, id_of(report, compared.reference->article), "", "",
                  record);
    }
    return;
  }
  const std::size_t root = compared.cluster.root;
  if (index == root) return;
  const ComparedPair* pair = find_pair(compared, root, index);
  if (pair == nullptr) return;
  const std::string& against = id_of(report, members[root].article);
  const std::string& own = id_of(report, members[index].article);
  const bool root_first = pair->a == root;
  add_finding(pair->finding, against, root_first ? against : own,
              root_first ? own : against, record);
}

void append_cluster(const StoryReport& report, const ComparedCluster& compared,
                    std::vector<Record>& records) {
  const Cluster& cluster = compared.cluster;
  const std::string name = name_of(report, compared);
  for (std::size_t i = 0; i < cluster.members.size(); ++i) {
    const Rendering& member = cluster.members[i];
    RecordBuilder record;
    record.text("document", id_of(report, member.article));
    record.number("line", line_of(report, member));
    record.words(report.articles[member.article].document.slice(member.span));
    record.text("cluster", i == cluster.root ? "" : name);
    if (cluster.speaker) record.text("speaker", *cluster.speaker);
    if (member.quotation == kUnquoted) record.text("marks", "none");
    if (member.weak) record.text("strength", "weak");
    add_grade(report, compared, i, record);
    if (compared.members[i].boundary_shift) {
      record.text("outside", report.articles[member.article].document.slice(
                                 *compared.members[i].boundary_shift));
    }
    records.push_back(record.take());
  }
  for (const std::size_t article : compared.not_printed) {
    if (report.is_reference(article)) continue;
    RecordBuilder record;
    record.text("document", id_of(report, article)).text("cluster", name);
    record.text("marks", "not printed");
    records.push_back(record.take());
  }
}

}  // namespace

std::vector<Record> compare_records(const StoryReport& report) {
  std::vector<Record> records;
  for (const ComparedCluster& compared : report.comparison->clusters) {
    append_cluster(report, compared, records);
  }
  for (const DocumentRelation& relation : report.comparison->relations) {
    RecordBuilder record;
    record.text("document", id_of(report, relation.a));
    record.text("witness", id_of(report, relation.b));
    record.text("relation", to_string(relation.kind));
    records.push_back(record.take());
  }
  number_repeats(records);
  return records;
}

}  // namespace quoin
