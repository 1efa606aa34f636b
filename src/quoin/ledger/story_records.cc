// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/story_records.h>

#include <string>
#include <utility>

#include <quoin/report/describe.h>
#include <quoin/text/positions.h>

namespace quoin {
namespace {

std::optional<ReferenceType> declared_type(const StoryReport& report,
                                           std::size_t article) {
  for (const DeclaredReference& reference : report.references) {
    if (reference.article == article) return reference.type;
  }
  return std::nullopt;
}

// What all members of a cluster are held against.
GradingRecord reference_part(const StoryReport& report,
                             const ChosenReference& chosen,
                             const std::string& address) {
  const Document& document = report.articles[chosen.article].document;
  const PositionIndex positions(document.text);
  GradingRecord record;
  record.reference = address;
  record.type = to_string(chosen.type);
  record.start = positions.at(chosen.span.begin).code_point;
  record.end = positions.at(chosen.span.end).code_point;
  record.words = document.slice(chosen.span);
  record.reason = chosen.reason;
  return record;
}

void set_finding(const Finding& finding, GradingRecord& record) {
  record.grade = to_string(finding.grade);
  record.extent = to_string(finding.extent);
  record.rule = finding.rule;
  record.flags = finding.flags;
  record.differences = describe_finding(finding, "the reference", "print");
  record.reference_words = finding.reference_words;
  record.printed_words = finding.printed_words;
  record.word_edits = finding.word_edits;
}

}  // namespace

StoryRecords record_story(const StoryReport& report,
                          std::span<const Grammar* const> grammars) {
  StoryRecords records;
  for (std::size_t i = 0; i < report.articles.size(); ++i) {
    records.pages.push_back(prepare_page(record_page(
        report.articles[i], *grammars[i], declared_type(report, i))));
  }
  for (const ComparedCluster& compared : report.comparison->clusters) {
    if (!compared.reference) continue;
    const GradingRecord held_against =
        reference_part(report, *compared.reference,
                       records.pages[compared.reference->article].address);
    for (std::size_t m = 0; m < compared.members.size(); ++m) {
      const Rendering& member = compared.cluster.members[m];
      if (!compared.members[m].finding || member.quotation == kUnquoted) {
        continue;
      }
      GradingRecord record = held_against;
      record.page = records.pages[member.article].address;
      record.number = member.quotation + 1;
      set_finding(*compared.members[m].finding, record);
      records.gradings.push_back(std::move(record));
    }
  }
  return records;
}

}  // namespace quoin
