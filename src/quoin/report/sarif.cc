// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/sarif.h>

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include <quoin/base/display.h>
#include <quoin/report/evidence.h>
#include <quoin/report/json_writer.h>
#include <quoin/report/locator.h>

namespace quoin {
namespace {

std::string_view level_of(FindingSeverity severity) {
  switch (severity) {
    case FindingSeverity::kSerious: return "error";
    case FindingSeverity::kReview: return "warning";
    case FindingSeverity::kNote: return "note";
    default: return "none";
  }
}

std::string_view kind_of(Outcome outcome) {
  if (outcome == Outcome::kFinding) return "fail";
  return outcome == Outcome::kDiffers ? "review" : "open";
}

bool is_result(const Assessment& one) {
  return one.outcome == Outcome::kFinding ||
         one.outcome == Outcome::kDiffers ||
         one.outcome == Outcome::kCannotCheck;
}

int rank_of(const Assessment& one) {
  return one.outcome == Outcome::kFinding ? static_cast<int>(one.severity) : -1;
}

class SarifWriter {
 public:
  SarifWriter(const Assessed& all, std::string_view version, std::size_t most)
      : all_(all), version_(version), json_(out_) {
    choose_results(most);
  }

  std::string write();

 private:
  void choose_results(std::size_t most);
  void write_tool();
  void write_rule(const CategoryWords& words);
  void write_invocation();
  void write_result(const Assessment& one);
  void write_location(const Passage& passage);
  std::string uri_of(const Document& document) const;
  void write_region(const Passage& passage);
  void write_properties(const Assessment& one);
  void write_message(std::string_view name, std::string_view text);

  const Assessed& all_;
  std::string_view version_;
  std::string out_;
  JsonWriter json_;
  std::vector<const Assessment*> results_;
  std::size_t left_out_ = 0;
};

// In the order of the documents, also when some are left out.
void SarifWriter::choose_results(std::size_t most) {
  for (const Assessment& one : all_.items) {
    if (is_result(one)) results_.push_back(&one);
  }
  if (results_.size() <= most) return;
  left_out_ = results_.size() - most;
  std::vector<const Assessment*> by_rank = results_;
  std::stable_sort(by_rank.begin(), by_rank.end(),
                   [](const Assessment* a, const Assessment* b) {
                     return rank_of(*a) > rank_of(*b);
                   });
  by_rank.resize(most);
  std::sort(by_rank.begin(), by_rank.end());  // items are in one vector
  results_ = std::move(by_rank);
}

std::string SarifWriter::write() {
  json_.begin_broken_object();
  json_.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  json_.field("version", "2.1.0");
  json_.key("runs").begin_broken_array().begin_broken_object();
  write_tool();
  json_.key("automationDetails").begin_object();
  json_.field("id", fmt::format("quoin/{}/", all_.command)).end_object();
  json_.field("columnKind", "unicodeCodePoints");
  write_invocation();
  json_.key("results").begin_broken_array();
  for (const Assessment* one : results_) write_result(*one);
  json_.end_array().end_object().end_array().end_object();
  return std::move(out_) + "\n";
}

void SarifWriter::write_tool() {
  json_.key("tool").begin_broken_object();
  json_.key("driver").begin_broken_object();
  json_.field("name", "quoin").field("semanticVersion", version_);
  write_message("shortDescription",
                "Holds quotations against what was said, word for word");
  json_.key("rules").begin_broken_array();
  for (const CategoryWords& words : categories()) write_rule(words);
  json_.end_array().end_object().end_object();
}

void SarifWriter::write_rule(const CategoryWords& words) {
  json_.begin_object().field("id", words.id);
  write_message("shortDescription", words.short_text);
  write_message("fullDescription", std::string(words.short_text) + ".");
  write_message("help", "docs/grades.md of quoin explains every grade.");
  json_.end_object();
}

// "No silent cap": what is not in the results is said beside them.
void SarifWriter::write_invocation() {
  json_.key("invocations").begin_broken_array().begin_object();
  json_.key("executionSuccessful").boolean(true);
  json_.key("toolExecutionNotifications").begin_array();
  json_.begin_object().field("level", "note");
  write_message("message", summary_line(all_));
  json_.end_object();
  if (left_out_ > 0) {
    json_.begin_object().field("level", "warning");
    write_message("message", fmt::format("and {} more results, none graver than "
                                         "these, which are not listed",
                                         left_out_));
    json_.end_object();
  }
  json_.end_array().end_object().end_array();
}

void SarifWriter::write_result(const Assessment& one) {
  const std::string_view category = category_of(one);
  json_.begin_object().field("ruleId", category);
  json_.key("ruleIndex").number(category_index(category));
  json_.field("kind", kind_of(one.outcome));
  json_.field("level", one.outcome == Outcome::kFinding ? level_of(one.severity)
                                                        : "none");
  write_message("message", evidence_line(one));
  json_.key("locations").begin_array().begin_object();
  write_location(*one.printed);
  json_.end_object().end_array();
  if (one.against) {
    json_.key("relatedLocations").begin_array().begin_object();
    json_.key("id").number(1);
    write_location(*one.against);
    write_message("message", one.is_nearest ? "the nearest passage"
                             : one.outcome == Outcome::kDiffers
                                 ? "another printing"
                                 : "held against this");
    json_.end_object().end_array();
  }
  json_.key("partialFingerprints").begin_object();
  json_.field("quoinFinding/v1", one.id).end_object();
  write_properties(one);
  json_.end_object();
}

// A file that can be opened; else a page; else what the document is called.
std::string SarifWriter::uri_of(const Document& document) const {
  return all_.files.contains(document.id) ? path_uri(all_.path_of(document))
                                          : page_uri(document);
}

void SarifWriter::write_location(const Passage& passage) {
  json_.key("physicalLocation").begin_object();
  json_.key("artifactLocation").begin_object();
  json_.field("uri", uri_of(*passage.document)).end_object();
  json_.key("region").begin_object();
  write_region(passage);
  json_.end_object().end_object();
}

// endColumn, as our ends, is that of the first character behind.
void SarifWriter::write_region(const Passage& passage) {
  json_.key("startLine").number(passage.begin.line);
  json_.key("startColumn").number(passage.begin.column);
  json_.key("endLine").number(passage.end.line);
  json_.key("endColumn").number(passage.end.column);
  json_.key("charOffset").number(passage.begin.code_point);
  json_.key("charLength")
      .number(passage.end.code_point - passage.begin.code_point);
  write_message("snippet", passage.text());
}

void SarifWriter::write_properties(const Assessment& one) {
  json_.key("properties").begin_object();
  json_.key("grade").string_or_null(
      one.grade ? std::optional(std::string(to_string(*one.grade)))
                : std::nullopt);
  json_.field("severity", to_string(one.severity));
  json_.field("rule", one.rule).field("profile", all_.profile);
  json_.key("speaker").string_or_null(one.speaker);
  json_.field("document", one.document->id);
  json_.field("flags", one.flags).field("differences", one.differences);
  json_.end_object();
}

void SarifWriter::write_message(std::string_view name, std::string_view text) {
  json_.key(name).begin_object().field("text", text).end_object();
}

}  // namespace

std::string assessment_sarif(const Assessed& all, std::string_view version,
                             std::size_t most) {
  return SarifWriter(all, version, most).write();
}

}  // namespace quoin
