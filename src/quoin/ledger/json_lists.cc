// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/json_lists.h>

#include <quoin/report/json_writer.h>

namespace quoin {

JsonLists::JsonLists(const Database& database)
    : each_(database.prepare("SELECT value FROM json_each(?)")) {}

std::vector<std::string> JsonLists::read(const Statement& row, int at) {
  std::vector<std::string> texts;
  if (row.is_null(at)) return texts;
  each_.bind(1, row.text(at));
  while (each_.step()) texts.emplace_back(each_.text(0));
  each_.reset();
  return texts;
}

std::string json_list(const std::vector<std::string>& texts) {
  std::string out;
  JsonWriter json(out);
  json.begin_array();
  for (const std::string& text : texts) json.string(text);
  json.end_array();
  return out;
}

}  // namespace quoin
