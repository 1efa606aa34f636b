// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/printing.h>

#include <utility>

#include <fmt/format.h>

#include <quoin/ledger/json_lists.h>
#include <quoin/ledger/printing_query.h>
#include <quoin/text/units.h>

namespace quoin {
namespace {

constexpr std::string_view kColumns =
    "printing.quotation, printing.id, printing.outlet, printing.document, "
    "printing.version, printing.latest, printing.repeated, printing.url, "
    "printing.title, printing.published, printing.recorded, printing.lang, "
    "printing.\"start\", printing.\"end\", printing.line, printing.open, "
    "printing.words, printing.close, printing.kind, printing.block, "
    "printing.depth, printing.speaker, printing.mention, printing.candidates, "
    "printing.role, printing.cue, printing.medium, printing.addressee, "
    "printing.rule, printing.\"at\", printing.flags, printing.grade, "
    "printing.extent, printing.differences, printing.reference, "
    "printing.reference_type, printing.reference_words";

Printing read_printing(const Statement& row, JsonLists& lists) {
  Printing out;
  int at = 0;
  const auto text = [&] { return std::string(row.text(at++)); };
  const auto text_or_null = [&] { return row.text_or_null(at++); };
  const auto count = [&] { return row.count(at++); };
  const auto list = [&] { return lists.read(row, at++); };
  out.row = row.number(at++);
  out.id = text();
  out.outlet = text_or_null();
  out.document = text();
  out.version = count();
  out.latest = count() != 0;
  out.repeated = count() != 0;
  out.url = text_or_null();
  out.title = text_or_null();
  out.published = text_or_null();
  out.recorded = text();
  out.lang = text_or_null();
  out.start = count();
  out.end = count();
  out.line = count();
  out.open = text_or_null();
  out.words = text();
  out.close = text_or_null();
  out.kind = text();
  out.block = text();
  out.depth = count();
  out.speaker = text_or_null();
  out.mention = text_or_null();
  out.candidates = list();
  out.role = text_or_null();
  out.cue = text_or_null();
  out.medium = text_or_null();
  out.addressee = text_or_null();
  out.rule = text_or_null();
  out.at = text_or_null();
  out.flags = list();
  out.grade = text_or_null();
  out.extent = text_or_null();
  out.differences = list();
  out.reference = text_or_null();
  out.reference_type = text_or_null();
  out.reference_words = text_or_null();
  return out;
}

}  // namespace

PrintingQuery::PrintingQuery(const Database& database, std::string from)
    : database_(database), from_(std::move(from)) {}

PrintingQuery& PrintingQuery::where(std::string condition) {
  conditions_.push_back(std::move(condition));
  return *this;
}

PrintingQuery& PrintingQuery::bind(std::string text) {
  values_.emplace_back(std::move(text));
  return *this;
}

PrintingQuery& PrintingQuery::bind(std::int64_t number) {
  values_.emplace_back(number);
  return *this;
}

PrintingQuery& PrintingQuery::filter(const PrintingFilter& filter) {
  if (filter.outlet) where("printing.outlet = ?").bind(*filter.outlet);
  if (filter.speaker) {
    where("printing.speaker IN (SELECT name FROM speaker WHERE folded = ?)")
        .bind(fold_case(*filter.speaker));
  }
  if (filter.since) where("printing.published >= ?").bind(*filter.since);
  if (filter.until) {
    // "2031-03" holds "2031-03-31T23:59": what comes first of the two counts.
    where("substr(printing.published, 1, ?) <= ?")
        .bind(static_cast<std::int64_t>(filter.until->size()))
        .bind(*filter.until);
  }
  if (!filter.all_versions) where("NOT printing.repeated");
  return *this;
}

std::size_t PrintingQuery::run(
    const std::string& tail, const std::function<bool(const Printing&)>& use) {
  std::string sql = fmt::format("SELECT {} FROM {}", kColumns, from_);
  if (!conditions_.empty()) {
    sql += fmt::format(" WHERE {}", fmt::join(conditions_, " AND "));
  }
  Statement rows = database_.prepare(sql + " " + tail);
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const int at = static_cast<int>(i) + 1;
    if (const auto* text = std::get_if<std::string>(&values_[i])) {
      rows.bind(at, *text);
    } else {
      rows.bind(at, std::get<std::int64_t>(values_[i]));
    }
  }
  JsonLists lists(database_);
  std::size_t used = 0;
  while (rows.step()) {
    ++used;
    if (!use(read_printing(rows, lists))) break;
  }
  return used;
}

Result<std::size_t> for_each_printing(
    const Ledger& ledger, const PrintingFilter& filter,
    const std::function<bool(const Printing&)>& use) {
  return guard([&] {
    // By speaker the index leads; otherwise in the order of the rows.
    PrintingQuery query(ledger.database());
    return query.filter(filter).run("ORDER BY printing.quotation", use);
  });
}

}  // namespace quoin
