// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/history.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <quoin/base/display.h>
#include <quoin/grade/grade.h>
#include <quoin/ledger/printing_query.h>
#include <quoin/ledger/search_text.h>
#include <quoin/report/describe.h>
#include <quoin/text/units.h>

namespace quoin {
namespace {

constexpr std::size_t kRun = 3;        // words that a candidate must share
constexpr std::size_t kMostRuns = 64;  // of long quotations, spread evenly
constexpr std::size_t kMostCandidates = 1000;
constexpr double kLeastShared = 0.7;  // of the shorter text's words

[[noreturn]] void refuse(std::string message, std::string hint) {
  Diagnostic why;
  why.file = "quoin";
  why.message = std::move(message);
  why.hint = std::move(hint);
  throw DatabaseFault{std::move(why), false};
}

std::vector<std::string> sorted_keys(const std::string& words,
                                     const GradeTables& tables) {
  std::vector<std::string> keys;
  for (Unit& unit : fold_words(words, tables.folds).units) {
    keys.push_back(std::move(unit.key));
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

bool is_same_quotation(const std::vector<std::string>& a,
                       const std::vector<std::string>& b) {
  std::vector<std::string> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(common));
  const std::size_t shorter = std::min(a.size(), b.size());
  return !common.empty() && static_cast<double>(common.size()) >=
                                kLeastShared * static_cast<double>(shorter);
}

// A phrase of every run of words, any of which will do.
std::string candidate_expression(const std::string& words) {
  const std::vector<std::string> all = search_words(words);
  if (all.empty()) {
    refuse(fmt::format("there is no word in '{}'", single_line(words)),
           "give the words of a quotation, or its id");
  }
  const std::size_t size = std::min(kRun, all.size());
  const std::size_t runs = all.size() - size + 1;
  const std::size_t step = (runs + kMostRuns - 1) / kMostRuns;
  std::string expression;
  for (std::size_t i = 0; i < runs; i += step) {
    if (!expression.empty()) expression += " OR ";
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(i);
    expression += fmt::format(
        "\"{}\"",
        fmt::join(begin, begin + static_cast<std::ptrdiff_t>(size), " "));
  }
  return expression;
}

Printing find_one(const Database& database, const std::string& id) {
  const std::size_t dash = id.rfind("-q");
  const std::string address = id.substr(0, dash);
  std::vector<Printing> found;
  PrintingQuery query(
      database,
      "version AS named JOIN quotation AS one ON one.version = named.version "
      "JOIN printing ON printing.quotation = one.quotation");
  // 'g' comes after all digits of an address.
  query.where("named.address >= ? AND named.address < ?")
      .bind(address)
      .bind(address + "g");
  query.where("one.number = CAST(? AS INTEGER)").bind(id.substr(dash + 2));
  query.run("LIMIT 2", [&](const Printing& printing) {
    found.push_back(printing);
    return true;
  });
  if (found.empty()) {
    refuse(fmt::format("there is no quotation '{}' in this ledger", id),
           "'quoin ledger search WORDS' shows the ids of what it finds");
  }
  if (found.size() > 1) {
    refuse(
        fmt::format("more than one quotation has an id that begins '{}'", id),
        "give more of its digits");
  }
  return std::move(found.front());
}

void add_versions(const Database& database, HistoryEntry& entry) {
  Statement first = database.prepare(
      "SELECT min(other.number) FROM quotation AS this "
      "JOIN version ON version.version = this.version "
      "JOIN version AS other ON other.document = version.document "
      "JOIN quotation AS same ON same.version = other.version "
      "AND same.words = this.words WHERE this.quotation = ?");
  first.bind(1, entry.printing.row);
  if (first.step()) entry.first_version = first.count(0);
  Statement changes = database.prepare(
      "SELECT version.number, change.kind, coalesce(after.words, ''), detail "
      "FROM change JOIN version ON version.version = change.version "
      "LEFT JOIN quotation AS after ON after.quotation = change.later "
      "WHERE change.earlier = ? ORDER BY change.change");
  changes.bind(1, entry.printing.row);
  while (changes.step()) {
    entry.changes.push_back({changes.count(0), std::string(changes.text(1)),
                             std::string(changes.text(2)),
                             std::string(changes.text(3))});
  }
}

// The undated come last.
auto order_of(const HistoryEntry& entry) {
  const Printing& printing = entry.printing;
  return std::tuple(!printing.published.has_value(),
                    printing.published.value_or(""), printing.recorded,
                    printing.outlet.value_or(""), printing.document,
                    printing.version, printing.row);
}

}  // namespace

bool is_printing_id(const std::string& text) {
  const std::size_t dash = text.rfind("-q");
  if (dash == std::string::npos || dash < 4 || dash + 2 == text.size()) {
    return false;
  }
  return text.find_first_not_of("0123456789abcdef") == dash &&
         text.find_first_not_of("0123456789", dash + 2) == std::string::npos;
}

Result<Printing> find_printing(const Ledger& ledger, const std::string& id) {
  return guard([&] { return find_one(ledger.database(), id); });
}

Result<History> find_history(const Ledger& ledger, const std::string& what,
                             const GradeTables& tables) {
  return guard([&] {
    const Database& database = ledger.database();
    History history;
    history.words =
        is_printing_id(what) ? find_one(database, what).words : what;
    const std::vector<std::string> asked = sorted_keys(history.words, tables);
    PrintingQuery query(
        database, "search JOIN printing ON printing.quotation = search.rowid");
    query.where("search MATCH ?").bind(candidate_expression(history.words));
    query.filter({});
    std::size_t looked_at = 0;
    // The likest first, so that what is left out shares the least.
    query.run(
        fmt::format("ORDER BY search.rank LIMIT {}", kMostCandidates + 1),
        [&](const Printing& printing) {
          history.more = ++looked_at > kMostCandidates;
          if (history.more) return false;
          if (is_same_quotation(asked, sorted_keys(printing.words, tables))) {
            history.entries.emplace_back().printing = printing;
          }
          return true;
        });
    for (HistoryEntry& entry : history.entries) {
      add_versions(database, entry);
      const Finding finding = grade(history.words, entry.printing.words, tables,
                                    GradeMode::kSymmetric);
      entry.grade = to_string(finding.grade);
      entry.differences =
          describe_finding(finding, "the words asked for", "this printing");
    }
    std::sort(history.entries.begin(), history.entries.end(),
              [](const HistoryEntry& a, const HistoryEntry& b) {
                return order_of(a) < order_of(b);
              });
    return history;
  });
}

}  // namespace quoin
