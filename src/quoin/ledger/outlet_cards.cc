// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/pages.h>

#include <algorithm>
#include <map>
#include <string_view>

#include <fmt/format.h>

namespace quoin {
namespace {

// What the four queries below have in common: which outlet each row is of, and
// the value to bind when only one is asked for.
class CardQueries {
 public:
  CardQueries(const Database& database,
              const std::optional<std::string>& outlet)
      : database_(database), outlet_(outlet) {}

  // `sql` has {} where the condition on the outlet belongs.
  Statement prepare(std::string_view sql) const {
    Statement rows = database_.prepare(
        fmt::format(fmt::runtime(sql), outlet_ ? "AND outlet.name = ?" : ""));
    if (outlet_) rows.bind(1, *outlet_);
    return rows;
  }

 private:
  const Database& database_;
  const std::optional<std::string>& outlet_;
};

// By name; the nameless last.
using Cards = std::map<std::pair<bool, std::string>, OutletCard>;

OutletCard& card_of(const Statement& row, Cards& cards) {
  std::optional<std::string> outlet = row.text_or_null(0);
  OutletCard& card = cards[{!outlet.has_value(), outlet.value_or("")}];
  card.outlet = std::move(outlet);
  return card;
}

void count_documents(const CardQueries& queries, Cards& cards) {
  Statement rows = queries.prepare(
      "SELECT outlet.name, count(*), count(DISTINCT CASE WHEN EXISTS ("
      "  SELECT 1 FROM version AS any JOIN change USING (version)"
      "  WHERE any.document = latest.document) THEN latest.document END) "
      "FROM latest LEFT JOIN outlet USING (outlet) "
      "WHERE latest.reference IS NULL {} GROUP BY outlet.name");
  while (rows.step()) {
    OutletCard& card = card_of(rows, cards);
    card.documents = rows.count(1);
    card.changed = rows.count(2);
  }
}

void count_quotations(const CardQueries& queries, Cards& cards) {
  Statement rows = queries.prepare(
      "SELECT outlet.name, count(*), "
      "count(coalesce(quotation.speaker, quotation.mention)) "
      "FROM latest JOIN quotation USING (version) "
      "LEFT JOIN outlet USING (outlet) "
      "WHERE latest.reference IS NULL AND quotation.kind = 'speech' {} "
      "GROUP BY outlet.name");
  while (rows.step()) {
    OutletCard& card = card_of(rows, cards);
    card.quotations = rows.count(1);
    card.attributed = rows.count(2);
  }
}

void count_grades(const CardQueries& queries, Cards& cards) {
  Statement rows = queries.prepare(
      "SELECT outlet.name, verdict.grade, count(*) "
      "FROM verdict JOIN quotation USING (quotation) "
      "JOIN latest USING (version) LEFT JOIN outlet USING (outlet) "
      "WHERE quotation.kind = 'speech' {} "
      "GROUP BY outlet.name, verdict.rank ORDER BY verdict.rank");
  while (rows.step()) {
    OutletCard& card = card_of(rows, cards);
    card.by_grade.emplace_back(rows.text(1), rows.count(2));
    card.graded += rows.count(2);
  }
}

}  // namespace

Result<std::vector<OutletCard>> list_outlets(
    const Ledger& ledger, const std::optional<std::string>& outlet) {
  return guard([&] {
    const CardQueries queries(ledger.database(), outlet);
    Cards cards;
    count_documents(queries, cards);
    count_quotations(queries, cards);
    count_grades(queries, cards);
    std::vector<OutletCard> out;
    for (auto& [name, card] : cards) out.push_back(std::move(card));
    return out;
  });
}

}  // namespace quoin
