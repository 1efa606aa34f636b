// SPDX-License-Identifier: Apache-2.0
// For score_pages.py: reads saved pages as `quoin` reads them and says what it
// took them for, one JSON line a page.
//
//   printf 'page.html\thttps://courier.example/harbour\n' | read_pages
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>

#include <quoin/grammar/grammar.h>
#include <quoin/read/html/read_html.h>
#include <quoin/report/json_writer.h>
#include <quoin/text/blocks.h>
#include <quoin/text/language.h>

namespace quoin {
namespace {

const Grammar* grammar_of(const Document& document,
                          std::map<std::string, Grammar>& loaded) {
  const std::string lang =
      document.lang ? document.lang->substr(0, 2) : std::string("en");
  const std::string known = built_in_grammar(lang).empty() ? "en" : lang;
  auto at = loaded.find(known);
  if (at == loaded.end()) {
    Result<Grammar> grammar = load_built_in_grammar(known);
    if (!grammar) return nullptr;
    at = loaded.emplace(known, *std::move(grammar)).first;
  }
  return &at->second;
}

void print(const Document& document, const std::string& path) {
  std::string body;
  for (const Block& block : document.blocks) {
    if (block.role == BlockRole::kBody) body += document.slice(block.span);
  }
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("path").string(path);
  json.key("outlet").string_or_null(document.outlet);
  json.key("title").string_or_null(document.title);
  json.key("url").string_or_null(document.url);
  json.key("published").string_or_null(document.published);
  json.key("modified").string_or_null(document.modified);
  json.key("byline").string_or_null(document.byline);
  json.key("lang").string_or_null(document.lang);
  json.key("body").string(body);
  json.key("flags").begin_array();
  for (const std::string& flag : document.flags) json.string(flag);
  json.end_array();
  json.end_object();
  std::cout << out << '\n';
}

}  // namespace
}  // namespace quoin

int main() {
  using namespace quoin;
  std::map<std::string, Grammar> loaded;
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t tab = line.find('\t');
    const std::string path = line.substr(0, tab);
    const std::string url =
        tab == std::string::npos ? "" : line.substr(tab + 1);
    std::ifstream in(path, std::ios::binary);
    PageContext context;
    context.url = url;
    Result<Document> read = read_html(
        std::string(std::istreambuf_iterator<char>(in), {}), context, {});
    if (!read) {
      std::cerr << to_string(read.error().front()) << '\n';
      continue;
    }
    Document document = *std::move(read);
    const Grammar* const grammar = grammar_of(document, loaded);
    if (grammar == nullptr) return 2;
    find_blocks(document, grammar->phrases());
    print(document, path);
  }
}
