// SPDX-License-Identifier: Apache-2.0
// A format of `quoin extract` that takes documents one at a time: memory does
// not grow with their number, and they may be written on several threads.
//
//   const ExtractView view = extract_csv(CsvStyle::kSafe, unit);
//   out += view.head;
//   view.append(article, grammar, out);   // view.between between two of them
//   out += view.tail;

#pragma once

#include <functional>
#include <string>

#include <quoin/attribute/attribution.h>
#include <quoin/grammar/grammar.h>

namespace quoin {

struct ExtractView {
  std::string head;
  std::string between;  // two documents that appended something
  std::string tail;
  // Appends one document; nothing for one that the format has no place for.
  // Safe from any thread. Requires: `article` was made with the grammar.
  std::function<void(const Article&, const Grammar&, std::string&)> append;
};

}  // namespace quoin
