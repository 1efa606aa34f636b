// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/pages.h>

#include <utility>

#include <fmt/format.h>

#include <quoin/ledger/printing_query.h>

namespace quoin {
namespace {

constexpr std::size_t kMostDocuments = 100;
constexpr std::size_t kLeastOfAddress = 4;

// The columns of a DocumentRow, of a table or view called {0}.
constexpr std::string_view kColumns =
    "{0}.id, {0}.url, outlet.name, {0}.title, {0}.published, {0}.reference, "
    "{0}.recorded, {0}.address, {0}.number, "
    "(SELECT count(*) FROM quotation WHERE quotation.version = {0}.version)";

DocumentRow read_row(const Statement& row) {
  DocumentRow out;
  out.id = row.text(0);
  out.url = row.text_or_null(1);
  out.outlet = row.text_or_null(2);
  out.title = row.text_or_null(3);
  out.published = row.text_or_null(4);
  out.reference = row.text_or_null(5);
  out.recorded = row.text(6);
  out.address = row.text(7);
  out.version = row.count(8);
  out.quotations = row.count(9);
  return out;
}

std::vector<DocumentChange> read_changes(const Database& database,
                                         std::int64_t version) {
  Statement rows = database.prepare(
      "SELECT change.kind, coalesce(before.words, ''), "
      "coalesce(after.words, ''), detail FROM change "
      "LEFT JOIN quotation AS before ON before.quotation = change.earlier "
      "LEFT JOIN quotation AS after ON after.quotation = change.later "
      "WHERE change.version = ? ORDER BY change.change");
  rows.bind(1, version);
  std::vector<DocumentChange> out;
  while (rows.step()) {
    out.push_back({std::string(rows.text(0)), std::string(rows.text(1)),
                   std::string(rows.text(2)), std::string(rows.text(3))});
  }
  return out;
}

std::vector<std::int64_t> documents_named(const Database& database,
                                          const std::string& name) {
  const bool is_address =
      name.size() >= kLeastOfAddress && name.size() <= 64 &&
      name.find_first_not_of("0123456789abcdef") == std::string::npos;
  Statement rows = database.prepare(
      "SELECT document FROM document WHERE key = ?1 "
      "UNION SELECT document FROM version WHERE id = ?1 "
      "UNION SELECT document FROM version "
      "WHERE ?2 AND address >= ?1 AND address < ?1 || 'g' "
      "ORDER BY 1 LIMIT ?3");
  rows.bind(1, name).bind(2, static_cast<std::int64_t>(is_address));
  rows.bind(3, kMostDocuments);
  std::vector<std::int64_t> out;
  while (rows.step()) out.push_back(rows.number(0));
  return out;
}

DocumentPage read_page(const Database& database, std::int64_t document) {
  DocumentPage page;
  Statement rows = database.prepare(
      fmt::format(fmt::runtime("SELECT " + std::string(kColumns) +
                               ", {0}.sha256, {0}.version FROM {0} LEFT JOIN "
                               "outlet USING (outlet) WHERE {0}.document = ? "
                               "ORDER BY {0}.number"),
                  "version"));
  rows.bind(1, document);
  std::int64_t latest = 0;
  while (rows.step()) {
    DocumentVersion version;
    version.row = read_row(rows);
    version.sha256 = rows.text(10);
    latest = rows.number(11);
    version.same_text =
        !page.versions.empty() && page.versions.back().sha256 == version.sha256;
    version.changes = read_changes(database, latest);
    page.versions.push_back(std::move(version));
  }
  PrintingQuery printings(
      database,
      "quotation AS one JOIN printing ON printing.quotation = one.quotation");
  printings.where("one.version = ?").bind(latest);
  printings.run("ORDER BY one.number", [&](const Printing& printing) {
    page.printings.push_back(printing);
    return true;
  });
  return page;
}

}  // namespace

Result<DocumentList> list_documents(const Ledger& ledger,
                                    const std::optional<std::string>& outlet,
                                    std::size_t limit) {
  return guard([&] {
    Statement rows = ledger.database().prepare(fmt::format(
        fmt::runtime("SELECT " + std::string(kColumns) +
                     " FROM latest LEFT JOIN outlet USING (outlet) {1} "
                     "ORDER BY latest.version DESC LIMIT ?"),
        "latest", outlet ? "WHERE outlet.name = ?" : ""));
    int at = 1;
    if (outlet) rows.bind(at++, *outlet);
    rows.bind(at, limit + 1);
    DocumentList list;
    while (rows.step()) {
      list.more = list.documents.size() == limit;
      if (list.more) break;
      list.documents.push_back(read_row(rows));
    }
    return list;
  });
}

Result<std::vector<DocumentPage>> find_documents(const Ledger& ledger,
                                                 const std::string& name) {
  return guard([&] {
    std::vector<DocumentPage> pages;
    for (const std::int64_t document :
         documents_named(ledger.database(), name)) {
      pages.push_back(read_page(ledger.database(), document));
    }
    if (pages.empty()) {
      Diagnostic why;
      why.file = "quoin";
      why.message =
          fmt::format("there is no document '{}' in this ledger", name);
      why.hint =
          "give its id or URL as 'quoin ledger list' shows it, or use "
          "--speaker or --outlet";
      throw DatabaseFault{std::move(why), false};
    }
    return pages;
  });
}

}  // namespace quoin
