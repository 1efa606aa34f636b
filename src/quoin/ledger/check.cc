// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/check.h>

#include <functional>
#include <utility>

#include <fmt/format.h>

#include <quoin/ledger/grading_rows.h>
#include <quoin/ledger/json_lists.h>
#include <quoin/ledger/page_store.h>

namespace quoin {
namespace {

constexpr std::size_t kMostProblems = 100;

class Checker {
 public:
  explicit Checker(const Database& database) : database_(database) {}

  LedgerCheck run() {
    count();
    // A part that cannot be read is a problem; the others may still be told.
    attempt("the file", [this] { check_file(); });
    attempt("references between rows", [this] { check_references(); });
    attempt("the index of search", [this] { check_search(); });
    attempt("pages", [this] { check_pages(); });
    attempt("grades", [this] { check_gradings(); });
    return std::move(check_);
  }

 private:
  void add(std::string problem) {
    if (check_.problems.size() < kMostProblems) {
      check_.problems.push_back(std::move(problem));
    } else {
      ++check_.more_problems;
    }
  }
  void attempt(std::string_view what, const std::function<void()>& part);
  void count();
  void check_file();
  void check_references();
  void check_search();
  void check_pages();
  void check_gradings();

  const Database& database_;
  LedgerCheck check_;
};

void Checker::attempt(std::string_view what,
                      const std::function<void()>& part) {
  try {
    part();
  } catch (const DatabaseFault& fault) {
    add(fmt::format("{}: {}", what, fault.diagnostic.message));
  }
}

void Checker::count() {
  const auto count = [this](std::string_view sql) {
    return static_cast<std::size_t>(database_.number(sql));
  };
  check_.schema = count("PRAGMA user_version");
  check_.documents = count("SELECT count(*) FROM document");
  check_.versions = count("SELECT count(*) FROM version");
  check_.quotations = count("SELECT count(*) FROM quotation");
  check_.gradings = count("SELECT count(*) FROM grading");
}

void Checker::check_file() {
  Statement rows = database_.prepare("PRAGMA integrity_check(100)");
  while (rows.step()) {
    if (rows.text(0) != "ok") add(fmt::format("the file: {}", rows.text(0)));
  }
}

void Checker::check_references() {
  Statement rows = database_.prepare("PRAGMA foreign_key_check");
  while (rows.step()) {
    add(
        fmt::format("row {} of table '{}' refers to a row of '{}' that is not "
                    "there",
                    rows.number(1), rows.text(0), rows.text(2)));
  }
}

// A special insert that inserts nothing: it compares the index with the words.
void Checker::check_search() {
  if (database_.is_read_only()) {
    check_.searched = false;
    return;
  }
  try {
    database_.execute(
        "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
  } catch (const DatabaseFault& fault) {
    if (!fault.is_damage) throw;
    add("the index of search does not hold the words of the quotations");
  }
}

void Checker::check_pages() {
  PageReader reader(database_);
  Statement rows = database_.prepare(
      "SELECT version.version, address, key FROM version JOIN document USING "
      "(document) ORDER BY version.version");
  while (rows.step()) {
    const std::string name =
        fmt::format("version {}", rows.text(1).substr(0, 12));
    attempt(name, [&] {
      const std::optional<StoredPage> page = reader.read(rows.number(0));
      if (!page) return;
      const PreparedPage anew = prepare_page(page->record);
      if (anew.address != rows.text(1)) {
        add(
            fmt::format("{} ('{}'): what it says is not what its address "
                        "names: it was changed",
                        name, page->record.id));
      }
      if (anew.key != rows.text(2)) {
        add(fmt::format("{} ('{}') is under the key '{}'", name,
                        page->record.id, rows.text(2)));
      }
    });
  }
}

void Checker::check_gradings() {
  JsonLists lists(database_);
  Statement rows = database_.prepare(fmt::format(
      "SELECT grading.address, page.address, quotation.number, {} FROM grading "
      "JOIN quotation ON quotation.quotation = grading.quotation "
      "JOIN version AS page ON page.version = quotation.version "
      "JOIN version AS reference ON reference.version = grading.reference "
      "ORDER BY grading.grading",
      kGradingColumns));
  while (rows.step()) {
    GradingRecord record = read_grading(rows, 3, lists);
    record.page = rows.text(1);
    record.number = rows.count(2);
    if (address_of(record) == rows.text(0)) continue;
    add(
        fmt::format("the grade of {}-q{} is not what its address names: it was "
                    "changed",
                    record.page.substr(0, 12), record.number));
  }
}

}  // namespace

Result<LedgerCheck> check_ledger(const Ledger& ledger) {
  return guard([&] { return Checker(ledger.database()).run(); });
}

}  // namespace quoin
