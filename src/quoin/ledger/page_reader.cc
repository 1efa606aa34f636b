// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/page_store.h>

namespace quoin {

PageReader::PageReader(const Database& database)
    : version_(database.prepare(
          "SELECT sha256, id, url, outlet.name, title, byline, published, "
          "modified, lang, wire, reference FROM version LEFT JOIN outlet "
          "USING (outlet) WHERE version = ?")),
      quotations_(database.prepare(
          "SELECT quotation, number, utterance, \"start\", \"end\", line, "
          "segments, open, close, words, kind, block, depth, speaker.name, "
          "mention, candidates, role, cue, medium, addressee, rule.name, "
          "rule.\"at\", flags FROM quotation LEFT JOIN speaker USING (speaker) "
          "LEFT JOIN rule USING (rule) WHERE version = ? ORDER BY number")),
      lists_(database),
      segments_(database.prepare(
          "SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') "
          "FROM json_each(?)")) {}

std::optional<StoredPage> PageReader::read(std::int64_t version) {
  version_.bind(1, version);
  std::optional<StoredPage> page;
  if (version_.step()) {
    page.emplace();
    PageRecord& record = page->record;
    record.sha256 = version_.text(0);
    record.id = version_.text(1);
    record.url = version_.text_or_null(2);
    record.outlet = version_.text_or_null(3);
    record.title = version_.text_or_null(4);
    record.byline = version_.text_or_null(5);
    record.published = version_.text_or_null(6);
    record.modified = version_.text_or_null(7);
    record.lang = version_.text_or_null(8);
    record.wire = version_.text_or_null(9);
    record.reference = version_.text_or_null(10);
  }
  version_.reset();
  if (page) read_quotations(version, *page);
  return page;
}

void PageReader::read_quotations(std::int64_t version, StoredPage& page) {
  quotations_.bind(1, version);
  while (quotations_.step()) {
    const Statement& row = quotations_;
    page.rows.push_back(row.number(0));
    QuotationRecord& record = page.record.quotations.emplace_back();
    record.number = row.count(1);
    record.utterance = row.count(2);
    record.start = row.count(3);
    record.end = row.count(4);
    record.line = row.count(5);
    if (!row.is_null(6)) read_segments(row.text(6), record);
    record.open = row.text_or_null(7);
    record.close = row.text_or_null(8);
    record.words = row.text(9);
    record.kind = row.text(10);
    record.block = row.text(11);
    record.depth = row.count(12);
    record.speaker = row.text_or_null(13);
    record.mention = row.text_or_null(14);
    record.candidates = lists_.read(row, 15);
    record.role = row.text_or_null(16);
    record.cue = row.text_or_null(17);
    record.medium = row.text_or_null(18);
    record.addressee = row.text_or_null(19);
    record.rule = row.text_or_null(20);
    record.at = row.text_or_null(21);
    record.flags = lists_.read(row, 22);
  }
  quotations_.reset();
}

void PageReader::read_segments(std::string_view json, QuotationRecord& record) {
  segments_.bind(1, json);
  while (segments_.step()) {
    record.segments.emplace_back(segments_.count(0), segments_.count(1));
  }
  segments_.reset();
}

}  // namespace quoin
