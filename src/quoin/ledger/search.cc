// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/search.h>

#include <fmt/format.h>

#include <quoin/base/display.h>
#include <quoin/ledger/printing_query.h>
#include <quoin/ledger/search_text.h>

namespace quoin {
namespace {

std::string search_expression(const std::vector<std::string>& phrases) {
  std::string expression;
  for (const std::string& phrase : phrases) {
    const std::optional<std::string> one = phrase_query(phrase);
    if (!one) {
      Diagnostic why;
      why.file = "quoin";
      why.message =
          fmt::format("there is no word in '{}'", single_line(phrase));
      why.hint = "search for words; marks and dashes do not count";
      throw DatabaseFault{std::move(why), false};
    }
    if (!expression.empty()) expression += " AND ";
    expression += *one;
  }
  return expression;
}

}  // namespace

Result<PrintingList> search_ledger(const Ledger& ledger,
                                   const SearchQuery& query) {
  return guard([&] {
    PrintingQuery rows(
        ledger.database(),
        "search JOIN printing ON printing.quotation = search.rowid");
    rows.where("search MATCH ?").bind(search_expression(query.phrases));
    rows.filter(query.filter);
    PrintingList found;
    // The index gives its rows in this order, so that it need not find all.
    rows.run("ORDER BY search.rowid DESC", [&](const Printing& printing) {
      found.more = found.printings.size() == query.limit;
      if (found.more) return false;
      found.printings.push_back(printing);
      return true;
    });
    return found;
  });
}

}  // namespace quoin
