// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/add.h>

#include <cassert>
#include <utility>

#include <fmt/format.h>

#include <quoin/ledger/grading_rows.h>
#include <quoin/ledger/json_lists.h>

namespace quoin {
namespace {

// Its place in the list of grades, so that SQL can tell which is higher.
std::size_t rank_of(const std::string& name) {
  const std::optional<Grade> grade = grade_named(name);
  return grade ? static_cast<std::size_t>(*grade) : kGradeCount;
}

class Adder {
 public:
  Adder(const Database& database, const GradeTables& tables,
        std::string_view recorded)
      : tables_(tables),
        recorded_(recorded),
        reader_(database),
        writer_(database),
        lists_(database),
        kept_(database.prepare(fmt::format(
            "SELECT after.number, {} FROM quotation AS before "
            "JOIN grading ON grading.quotation = before.quotation "
            "JOIN version AS reference ON reference.version = "
            "grading.reference "
            "JOIN quotation AS after ON after.version = ?2 "
            "AND after.words = before.words "
            "WHERE before.version = ?1 ORDER BY after.number, grading.grading",
            kGradingColumns))),
        add_change_(database.prepare(
            "INSERT INTO change (version, kind, earlier, later, detail) "
            "VALUES (?, ?, ?, ?, ?)")),
        find_quotation_(database.prepare(
            "SELECT quotation FROM quotation WHERE version = ? AND number = "
            "?")),
        find_grading_(
            database.prepare("SELECT 1 FROM grading WHERE address = ?")),
        add_grading_(database.prepare(
            "INSERT INTO grading (address, quotation, reference, type, "
            "\"start\", \"end\", words, reason, grade, rank, extent, rule, "
            "flags, "
            "differences, reference_words, printed_words, word_edits, "
            "recorded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
            "?, ?, ?)")) {}

  AddedPage add(const PreparedPage& page);
  // False when it is there already.
  bool add(const GradingRecord& grading);

 private:
  void add_changes(const PreparedPage& page, const PageWriter::Written& written,
                   std::int64_t before, AddedPage& added);
  void keep_gradings(const PreparedPage& page, std::int64_t version,
                     std::int64_t before);

  const GradeTables& tables_;
  std::string_view recorded_;
  PageReader reader_;
  PageWriter writer_;
  JsonLists lists_;
  Statement kept_;
  Statement add_change_;
  Statement find_quotation_;
  Statement find_grading_;
  Statement add_grading_;
};

AddedPage Adder::add(const PreparedPage& page) {
  AddedPage added;
  if (const auto known = writer_.find_version(page.address)) {
    added.status = PageStatus::kKnown;
    added.version = writer_.number_of(*known);
    return added;
  }
  const std::int64_t document = writer_.document(page.key);
  const auto newest = writer_.newest(document);
  if (newest) {
    added.status = PageStatus::kChanged;
    added.version = newest->number + 1;
    added.same_text = newest->sha256 == page.record.sha256;
  }
  const PageWriter::Written written =
      writer_.write(page, document, added.version, recorded_);
  if (newest) {
    add_changes(page, written, newest->row, added);
    keep_gradings(page, written.version, newest->row);
  }
  return added;
}

void Adder::add_changes(const PreparedPage& page,
                        const PageWriter::Written& written, std::int64_t before,
                        AddedPage& added) {
  const std::optional<StoredPage> earlier = reader_.read(before);
  assert(earlier);
  const std::vector<QuotationRecord>& was = earlier->record.quotations;
  const std::vector<QuotationRecord>& is = page.record.quotations;
  for (VersionChange& change : find_version_changes(was, is, tables_)) {
    PageChange shown;
    shown.kind = change.kind;
    shown.detail = std::move(change.detail);
    std::optional<std::int64_t> row_before;
    std::optional<std::int64_t> row_after;
    if (change.earlier) {
      shown.before = was[*change.earlier].words;
      row_before = earlier->rows[*change.earlier];
    }
    if (change.later) {
      shown.after = is[*change.later].words;
      row_after = written.quotations[*change.later];
    }
    add_change_.bind(1, written.version).bind(2, to_string(shown.kind));
    add_change_.bind(3, row_before).bind(4, row_after);
    add_change_.bind(5, shown.detail).run();
    added.changes.push_back(std::move(shown));
  }
}

// Words that a new version repeats were held against the reference already.
void Adder::keep_gradings(const PreparedPage& page, std::int64_t version,
                          std::int64_t before) {
  std::vector<GradingRecord> kept;
  kept_.bind(1, before).bind(2, version);
  while (kept_.step()) {
    GradingRecord& record = kept.emplace_back(read_grading(kept_, 1, lists_));
    record.page = page.address;
    record.number = kept_.count(0);
  }
  kept_.reset();
  for (const GradingRecord& record : kept) add(record);
}

bool Adder::add(const GradingRecord& grading) {
  const std::string address = address_of(grading);
  find_grading_.bind(1, address);
  const bool is_known = find_grading_.step();
  find_grading_.reset();
  if (is_known) return false;
  const auto page = writer_.find_version(grading.page);
  const auto reference = writer_.find_version(grading.reference);
  if (!page || !reference) return false;
  find_quotation_.bind(1, *page).bind(2, grading.number);
  const bool is_there = find_quotation_.step();
  const std::int64_t quotation = is_there ? find_quotation_.number(0) : 0;
  find_quotation_.reset();
  if (!is_there) return false;
  const std::string flags = json_list(grading.flags);
  const std::string differences = json_list(grading.differences);
  Statement& add = add_grading_;
  add.bind(1, address).bind(2, quotation).bind(3, *reference);
  add.bind(4, grading.type).bind(5, grading.start).bind(6, grading.end);
  add.bind(7, grading.words).bind(8, grading.reason).bind(9, grading.grade);
  add.bind(10, rank_of(grading.grade)).bind(11, grading.extent);
  add.bind(12, grading.rule).bind(13, flags).bind(14, differences);
  add.bind(15, grading.reference_words).bind(16, grading.printed_words);
  add.bind(17, grading.word_edits).bind(18, recorded_).run();
  return true;
}

}  // namespace

std::string_view to_string(PageStatus status) {
  switch (status) {
    case PageStatus::kAdded: return "added";
    case PageStatus::kChanged: return "changed";
    case PageStatus::kKnown: return "known";
  }
  return "";
}

Result<AddedBatch> add_to_ledger(const Ledger& ledger, const LedgerBatch& batch,
                                 const GradeTables& tables,
                                 std::string_view recorded) {
  return guard([&] {
    Transaction transaction(ledger.database());
    AddedBatch added;
    {
      // Statements must be done before the transaction ends.
      Adder adder(ledger.database(), tables, recorded);
      for (const PreparedPage& page : batch.pages) {
        added.pages.push_back(adder.add(page));
      }
      for (const GradingRecord& grading : batch.gradings) {
        if (adder.add(grading)) ++added.gradings;
      }
    }
    transaction.commit();
    return added;
  });
}

}  // namespace quoin
