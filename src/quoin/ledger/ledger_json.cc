// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/ledger_json.h>

#include <quoin/report/json_writer.h>

namespace quoin {
namespace {

// Opens an object, and ends it and the line.
class JsonLine {
 public:
  explicit JsonLine(std::string& out) : out_(out), json_(out) {
    json_.begin_object();
    json_.key("quoin").number(1);
  }
  JsonLine(const JsonLine&) = delete;
  JsonLine& operator=(const JsonLine&) = delete;
  ~JsonLine() {
    json_.end_object();
    out_ += '\n';
  }
  JsonWriter& json() { return json_; }

 private:
  std::string& out_;
  JsonWriter json_;
};

void write_keys(const Printing& printing, JsonWriter& json) {
  json.field("id", printing.id);
  json.key("outlet").string_or_null(printing.outlet);
  json.field("document", printing.document);
  json.key("version").number(printing.version);
  json.key("latest").boolean(printing.latest);
  json.key("repeated").boolean(printing.repeated);
  json.key("url").string_or_null(printing.url);
  json.key("title").string_or_null(printing.title);
  json.key("published").string_or_null(printing.published);
  json.field("recorded", printing.recorded);
  json.key("lang").string_or_null(printing.lang);
  json.key("start").number(printing.start).key("end").number(printing.end);
  json.key("line").number(printing.line);
  json.key("open").string_or_null(printing.open);
  json.field("words", printing.words);
  json.key("close").string_or_null(printing.close);
  json.field("kind", printing.kind).field("block", printing.block);
  json.key("depth").number(printing.depth);
  json.key("speaker").string_or_null(printing.speaker);
  json.key("mention").string_or_null(printing.mention);
  json.field("candidates", printing.candidates);
  json.key("role").string_or_null(printing.role);
  json.key("cue").string_or_null(printing.cue);
  json.key("medium").string_or_null(printing.medium);
  json.key("addressee").string_or_null(printing.addressee);
  json.key("rule").string_or_null(printing.rule);
  json.key("at").string_or_null(printing.at);
  json.field("flags", printing.flags);
  json.key("grade").string_or_null(printing.grade);
  json.key("extent").string_or_null(printing.extent);
  json.field("differences", printing.differences);
  json.key("reference").string_or_null(printing.reference);
  json.key("reference_type").string_or_null(printing.reference_type);
  json.key("reference_words").string_or_null(printing.reference_words);
}

void write_printings(const std::vector<Printing>& printings, JsonWriter& json) {
  json.key("printings").begin_array();
  for (const Printing& printing : printings) {
    json.begin_object();
    write_keys(printing, json);
    json.end_object();
  }
  json.end_array();
}

void write_grades(const GradeCounts& grades, JsonWriter& json) {
  json.key("by_grade").begin_object();
  for (const auto& [grade, count] : grades) json.key(grade).number(count);
  json.end_object();
}

void write_keys(const DocumentRow& row, JsonWriter& json) {
  json.field("id", row.id);
  json.key("url").string_or_null(row.url);
  json.key("outlet").string_or_null(row.outlet);
  json.key("title").string_or_null(row.title);
  json.key("published").string_or_null(row.published);
  json.key("reference").string_or_null(row.reference);
  json.field("recorded", row.recorded).field("address", row.address);
  json.key("version").number(row.version);
  json.key("quotations").number(row.quotations);
}

}  // namespace

void append_json(const Printing& printing, std::string& out) {
  JsonLine line(out);
  write_keys(printing, line.json());
}

void append_json(const HistoryEntry& entry, std::string& out) {
  JsonLine line(out);
  JsonWriter& json = line.json();
  json.key("printing").begin_object();
  write_keys(entry.printing, json);
  json.end_object();
  json.key("first_version").number(entry.first_version);
  json.field("grade", entry.grade).field("differences", entry.differences);
  json.key("changes").begin_array();
  for (const LaterChange& change : entry.changes) {
    json.begin_object();
    json.key("version").number(change.version);
    json.field("kind", change.kind).field("words", change.words);
    json.field("detail", change.detail).end_object();
  }
  json.end_array();
}

void append_json(const OutletCard& card, std::string& out) {
  JsonLine line(out);
  JsonWriter& json = line.json();
  json.key("outlet").string_or_null(card.outlet);
  json.key("documents").number(card.documents);
  json.key("changed").number(card.changed);
  json.key("quotations").number(card.quotations);
  json.key("attributed").number(card.attributed);
  json.key("graded").number(card.graded);
  write_grades(card.by_grade, json);
}

void append_json(const SpeakerRow& row, std::string& out) {
  JsonLine line(out);
  line.json().field("speaker", row.name);
  line.json().key("quotations").number(row.quotations);
  line.json().key("outlets").number(row.outlets);
}

void append_json(const SpeakerPage& page, std::string& out) {
  JsonLine line(out);
  JsonWriter& json = line.json();
  json.field("names", page.names);
  json.key("quotations").number(page.quotations);
  json.key("documents").number(page.documents);
  json.key("graded").number(page.graded);
  write_grades(page.by_grade, json);
  json.key("outlets").begin_array();
  for (const auto& [outlet, count] : page.outlets) {
    json.begin_object().key("outlet");
    if (outlet.empty()) {
      json.null();
    } else {
      json.string(outlet);
    }
    json.key("quotations").number(count).end_object();
  }
  json.end_array();
  write_printings(page.printings, json);
  json.key("more").boolean(page.more);
}

void append_json(const DocumentRow& row, std::string& out) {
  JsonLine line(out);
  write_keys(row, line.json());
}

void append_json(const DocumentPage& page, std::string& out) {
  JsonLine line(out);
  JsonWriter& json = line.json();
  json.key("versions").begin_array();
  for (const DocumentVersion& version : page.versions) {
    json.begin_object();
    write_keys(version.row, json);
    json.field("sha256", version.sha256);
    json.key("same_text").boolean(version.same_text);
    json.key("changes").begin_array();
    for (const DocumentChange& change : version.changes) {
      json.begin_object().field("kind", change.kind);
      json.field("before", change.before).field("after", change.after);
      json.field("detail", change.detail).end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
  write_printings(page.printings, json);
}

void append_json(const LedgerCheck& check, std::string& out) {
  JsonLine line(out);
  JsonWriter& json = line.json();
  json.key("whole").boolean(check.problems.empty());
  json.key("schema").number(check.schema);
  json.key("documents").number(check.documents);
  json.key("versions").number(check.versions);
  json.key("quotations").number(check.quotations);
  json.key("gradings").number(check.gradings);
  json.key("index_checked").boolean(check.searched);
  json.field("problems", check.problems);
  json.key("more_problems").number(check.more_problems);
}

}  // namespace quoin
