// SPDX-License-Identifier: Apache-2.0
// Pages for tests: from a text, through the real pipeline.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include <quoin/grade/tables.h>
#include <quoin/grammar/grammar.h>
#include <quoin/ledger/add.h>
#include <quoin/ledger/ledger.h>

namespace quoin::testing_ledger {

const Grammar& grammar();
const GradeTables& tables();

struct Page {
  std::string text;
  std::string id = "page.txt";
  std::optional<std::string> outlet = {};
  std::optional<std::string> url = {};
  std::optional<std::string> published = {};
  std::optional<std::string> title = {};
};

PreparedPage prepare(const Page& page);

// Adds one page a batch; what became of each. Fails the test on an error.
std::vector<AddedPage> add(const Ledger& ledger, const std::vector<Page>& pages,
                           const std::string& recorded = "2031-03-04");

// Fails the test when it cannot be opened.
Ledger open_for_writing(const std::string& path,
                        const DatabaseOptions& options = {});

}  // namespace quoin::testing_ledger
