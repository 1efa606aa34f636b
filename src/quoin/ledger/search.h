// SPDX-License-Identifier: Apache-2.0
// Finds phrases in all that was ever printed inside marks.
//
//   search_ledger(ledger, {.phrases = {"single boat goes out"}})
//
// Marks, dashes, capitals and accents do not count: “don’t” is found by
// don't. A phrase is never a query language, whatever it holds; a star at its
// end stands for the rest of the last word.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <quoin/base/result.h>
#include <quoin/ledger/ledger.h>
#include <quoin/ledger/printing.h>

namespace quoin {

struct SearchQuery {
  std::vector<std::string> phrases;  // all of them in one quotation
  PrintingFilter filter;
  std::size_t limit = 20;
};

struct PrintingList {
  std::vector<Printing> printings;
  bool more = false;  // there are more than were asked for
};

// What was recorded last comes first. An error when a phrase holds no word.
Result<PrintingList> search_ledger(const Ledger& ledger,
                                   const SearchQuery& query);

}  // namespace quoin
