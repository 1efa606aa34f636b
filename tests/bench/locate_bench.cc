// SPDX-License-Identifier: Apache-2.0
// Locating alone: paragraphs, marks, pairs and quotations of news text, blocks
// aside and apart. ../shared/data/polnear.dev.jsonl is read where it is there.
#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include <quoin/grammar/grammar.h>
#include <quoin/quote/find_quotations.h>
#include <quoin/text/blocks.h>

#include "sample.h"

namespace quoin {
namespace {

const Grammar& english() {
  static const Grammar kEnglish = [] {
    Result<Grammar> loaded = load_built_in_grammar("en");
    if (!loaded) std::abort();
    return *std::move(loaded);
  }();
  return kEnglish;
}

// The string behind "text": in a line of JSON; escapes that news has.
std::string text_of(const std::string& line) {
  std::string text;
  std::size_t at = line.find("\"text\": \"");
  if (at == std::string::npos) return text;
  for (at += 9; at < line.size() && line[at] != '"'; ++at) {
    if (line[at] != '\\') {
      text += line[at];
    } else if (line[++at] == 'n') {
      text += '\n';
    } else {
      text += line[at];
    }
  }
  return text;
}

std::vector<Document> news() {
  std::vector<Document> documents;
  std::ifstream file(QUOIN_SOURCE_DIR "/../shared/data/polnear.dev.jsonl");
  for (std::string line; std::getline(file, line);) {
    documents.emplace_back();
    documents.back().text = text_of(line);
  }
  for (int i = 0; documents.size() < 200; ++i) {
    documents.emplace_back();
    documents.back().text = sample_article(4000);
  }
  return documents;
}

std::int64_t bytes_of(const std::vector<Document>& documents) {
  std::int64_t bytes = 0;
  for (const Document& document : documents) {
    bytes += static_cast<std::int64_t>(document.text.size());
  }
  return bytes;
}

void locate_news(benchmark::State& state) {
  std::vector<Document> documents = news();
  for (Document& document : documents) {
    find_blocks(document, english().phrases());
  }
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const Document& document : documents) {
      found += find_quotations(document, english().marks()).size();
    }
    benchmark::DoNotOptimize(found);
  }
  state.SetBytesProcessed(bytes_of(documents) * state.iterations());
  state.counters["quotations"] = static_cast<double>(found);
}
BENCHMARK(locate_news);

void locate_long_text(benchmark::State& state) {
  Document document;
  document.text = sample_article(std::size_t{16} << 20);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        find_quotations(document, english().marks()).data());
  }
  state.SetBytesProcessed(
      static_cast<std::int64_t>(document.text.size()) * state.iterations());
}
BENCHMARK(locate_long_text);

void find_blocks_of_news(benchmark::State& state) {
  std::vector<Document> documents = news();
  for (auto _ : state) {
    for (Document& document : documents) {
      find_blocks(document, english().phrases());
    }
  }
  state.SetBytesProcessed(bytes_of(documents) * state.iterations());
}
BENCHMARK(find_blocks_of_news);

}  // namespace
}  // namespace quoin
