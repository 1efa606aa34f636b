// SPDX-License-Identifier: Apache-2.0
// What extraction found, for people: a heading a document, a line a quotation.
//
//   courier.txt · Harbour Courier
//     3:1    “We will not sell a berth,”   Ines Calloway   said   quote-said

#pragma once

#include <cstddef>
#include <string>

#include <quoin/attribute/attribution.h>
#include <quoin/grammar/grammar.h>
#include <quoin/report/text_style.h>

namespace quoin {

// Appends to `out`; nothing for a document without quotations.
// Requires: `article` was made with `grammar`.
void append_table(const Article& article, const Grammar& grammar,
                  const TextStyle& style, std::string& out);

struct ExtractTotals {
  std::size_t documents = 0;
  std::size_t quotations = 0;  // outside furniture
  std::size_t attributed = 0;  // of them, those with a speaker
  std::size_t furniture = 0;

  void add(const Article& article);
  void add(const ExtractTotals& more);
};

// "8 quotations in 5 documents, 6 with a speaker; 3 more in furniture"
std::string to_string(const ExtractTotals& totals);

// "Ines Calloway", "Ruiz or Lang?", "(term)", "—": who said it, in a word.
std::string speaker_label(const Article& article, std::size_t quotation);

}  // namespace quoin
