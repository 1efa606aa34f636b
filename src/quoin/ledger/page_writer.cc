// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/page_store.h>

#include <utility>

#include <quoin/ledger/json_lists.h>
#include <quoin/ledger/search_text.h>
#include <quoin/report/json_writer.h>
#include <quoin/text/units.h>

namespace quoin {
namespace {

constexpr std::size_t kMostRemembered = 100'000;

// NULL for the usual empty list.
std::optional<std::string> list_or_null(const std::vector<std::string>& texts) {
  if (texts.empty()) return std::nullopt;
  return json_list(texts);
}

std::optional<std::string> json_segments(const QuotationRecord& record) {
  if (record.segments.empty()) return std::nullopt;
  std::string out;
  JsonWriter json(out);
  json.begin_array();
  for (const auto& [start, end] : record.segments) {
    json.begin_array().number(start).number(end).end_array();
  }
  json.end_array();
  return out;
}

}  // namespace

PreparedPage prepare_page(PageRecord record) {
  PreparedPage page;
  page.key = key_of(record);
  page.address = address_of(record);
  page.folded.reserve(record.quotations.size());
  for (const QuotationRecord& quotation : record.quotations) {
    page.folded.push_back(folded_for_search(quotation.words));
  }
  page.record = std::move(record);
  return page;
}

PageWriter::PageWriter(const Database& database)
    : database_(database),
      find_version_(
          database.prepare("SELECT version FROM version WHERE address = ?")),
      number_of_(
          database.prepare("SELECT number FROM version WHERE version = ?")),
      find_document_(
          database.prepare("SELECT document FROM document WHERE key = ?")),
      add_document_(database.prepare("INSERT INTO document (key) VALUES (?)")),
      newest_(database.prepare(
          "SELECT version, number, sha256 FROM version WHERE document = ? "
          "ORDER BY number DESC LIMIT 1")),
      add_version_(database.prepare(
          "INSERT INTO version (document, number, address, sha256, id, url, "
          "outlet, title, byline, published, modified, lang, wire, reference, "
          "recorded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      add_quotation_(database.prepare(
          "INSERT INTO quotation (version, number, utterance, \"start\", "
          "\"end\", line, segments, open, close, words, folded, kind, block, "
          "depth, speaker, mention, candidates, role, cue, medium, addressee, "
          "rule, flags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
          "?, ?, ?, ?, ?, ?, ?, ?)")),
      add_words_(
          database.prepare("INSERT INTO search (rowid, words) VALUES (?, ?)")),
      find_outlet_(
          database.prepare("SELECT outlet FROM outlet WHERE name = ?")),
      add_outlet_(database.prepare("INSERT INTO outlet (name) VALUES (?)")),
      find_speaker_(
          database.prepare("SELECT speaker FROM speaker WHERE name = ?")),
      add_speaker_(
          database.prepare("INSERT INTO speaker (name, folded) VALUES (?, ?)")),
      find_rule_(database.prepare(
          "SELECT rule FROM rule WHERE name = ? AND \"at\" = ?")),
      add_rule_(
          database.prepare("INSERT INTO rule (name, \"at\") VALUES (?, ?)")) {}

std::optional<std::int64_t> PageWriter::find_version(std::string_view address) {
  find_version_.bind(1, address);
  std::optional<std::int64_t> row;
  if (find_version_.step()) row = find_version_.number(0);
  find_version_.reset();
  return row;
}

std::size_t PageWriter::number_of(std::int64_t version) {
  number_of_.bind(1, version);
  const std::size_t number = number_of_.step() ? number_of_.count(0) : 0;
  number_of_.reset();
  return number;
}

std::int64_t PageWriter::name_row(Statement& find, Statement& add,
                                  std::string_view name) {
  find.bind(1, name);
  const bool found = find.step();
  const std::int64_t row = found ? find.number(0) : 0;
  find.reset();
  if (found) return row;
  add.bind(1, name).run();
  return database_.last_row();
}

std::int64_t PageWriter::document(std::string_view key) {
  return name_row(find_document_, add_document_, key);
}

std::optional<PageWriter::Newest> PageWriter::newest(std::int64_t document) {
  newest_.bind(1, document);
  std::optional<Newest> found;
  if (newest_.step()) {
    found = Newest{newest_.number(0), newest_.count(1),
                   std::string(newest_.text(2))};
  }
  newest_.reset();
  return found;
}

std::optional<std::int64_t> PageWriter::outlet_row(
    const std::optional<std::string>& name) {
  if (!name) return std::nullopt;
  return name_row(find_outlet_, add_outlet_, *name);
}

std::optional<std::int64_t> PageWriter::speaker_row(
    const std::optional<std::string>& name) {
  if (!name) return std::nullopt;
  if (const auto known = speakers_.find(*name); known != speakers_.end()) {
    return known->second;
  }
  // Bound for adding too: the name as it stands, and as it is looked for.
  const std::string folded = fold_case(*name);
  add_speaker_.bind(2, folded);
  const std::int64_t row = name_row(find_speaker_, add_speaker_, *name);
  add_speaker_.reset();
  if (speakers_.size() >= kMostRemembered) speakers_.clear();
  speakers_.emplace(*name, row);
  return row;
}

std::optional<std::int64_t> PageWriter::rule_row(
    const QuotationRecord& record) {
  if (!record.rule || !record.at) return std::nullopt;
  std::string name = *record.rule + "\n" + *record.at;
  if (const auto known = rules_.find(name); known != rules_.end()) {
    return known->second;
  }
  find_rule_.bind(2, *record.at);
  add_rule_.bind(2, *record.at);
  const std::int64_t row = name_row(find_rule_, add_rule_, *record.rule);
  add_rule_.reset();
  rules_.emplace(std::move(name), row);
  return row;
}

PageWriter::Written PageWriter::write(const PreparedPage& page,
                                      std::int64_t document, std::size_t number,
                                      std::string_view recorded) {
  const PageRecord& record = page.record;
  add_version_.bind(1, document).bind(2, number);
  add_version_.bind(3, page.address).bind(4, record.sha256);
  add_version_.bind(5, record.id).bind(6, record.url);
  add_version_.bind(7, outlet_row(record.outlet)).bind(8, record.title);
  add_version_.bind(9, record.byline).bind(10, record.published);
  add_version_.bind(11, record.modified).bind(12, record.lang);
  add_version_.bind(13, record.wire).bind(14, record.reference);
  add_version_.bind(15, recorded).run();
  Written written;
  written.version = database_.last_row();
  for (std::size_t i = 0; i < record.quotations.size(); ++i) {
    written.quotations.push_back(
        write_quotation(record.quotations[i], written.version, page.folded[i]));
  }
  return written;
}

std::int64_t PageWriter::write_quotation(
    const QuotationRecord& record, std::int64_t version,
    const std::optional<std::string>& folded) {
  const std::optional<std::string> segments = json_segments(record);
  const std::optional<std::string> candidates = list_or_null(record.candidates);
  const std::optional<std::string> flags = list_or_null(record.flags);
  Statement& add = add_quotation_;
  add.bind(1, version).bind(2, record.number).bind(3, record.utterance);
  add.bind(4, record.start).bind(5, record.end).bind(6, record.line);
  add.bind(7, segments).bind(8, record.open).bind(9, record.close);
  add.bind(10, record.words).bind(11, folded);
  add.bind(12, record.kind).bind(13, record.block).bind(14, record.depth);
  add.bind(15, speaker_row(record.speaker)).bind(16, record.mention);
  add.bind(17, candidates).bind(18, record.role).bind(19, record.cue);
  add.bind(20, record.medium).bind(21, record.addressee);
  add.bind(22, rule_row(record)).bind(23, flags).run();
  const std::int64_t row = database_.last_row();
  add_words_.bind(1, row);
  add_words_.bind(2, std::string_view(folded ? *folded : record.words)).run();
  return row;
}

}  // namespace quoin
