// SPDX-License-Identifier: Apache-2.0
#include "pages.h"

#include <cstdlib>
#include <utility>

#include <gtest/gtest.h>

#include <quoin/quoin.h>

namespace quoin::testing_ledger {

const Grammar& grammar() {
  static const Grammar kGrammar = *load_built_in_grammar("en");
  return kGrammar;
}

const GradeTables& tables() {
  static const GradeTables kTables = compile_grade_tables(grammar().lexicon());
  return kTables;
}

PreparedPage prepare(const Page& page) {
  Document document;
  document.id = page.id;
  document.outlet = page.outlet;
  document.url = page.url;
  document.published = page.published;
  document.title = page.title;
  document.text = page.text;
  return prepare_page(
      record_page(extract(std::move(document), grammar()), grammar()));
}

std::vector<AddedPage> add(const Ledger& ledger, const std::vector<Page>& pages,
                           const std::string& recorded) {
  std::vector<AddedPage> all;
  for (const Page& page : pages) {
    LedgerBatch batch;
    batch.pages.push_back(prepare(page));
    Result<AddedBatch> added = add_to_ledger(ledger, batch, tables(), recorded);
    if (!added) {
      ADD_FAILURE() << to_string(added.error().front());
      continue;
    }
    all.push_back(std::move(added->pages.front()));
  }
  return all;
}

Ledger open_for_writing(const std::string& path,
                        const DatabaseOptions& options) {
  Result<Ledger> ledger = Ledger::open(path, Access::kWrite, options);
  if (!ledger) {
    ADD_FAILURE() << to_string(ledger.error().front());
    std::abort();
  }
  return *std::move(ledger);
}

}  // namespace quoin::testing_ledger
