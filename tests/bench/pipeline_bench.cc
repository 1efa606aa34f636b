// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include <quoin/quoin.h>
#include <quoin/report/extract_json.h>

#include "sample.h"

namespace quoin {
namespace {

constexpr std::size_t kBytes = 4000;  // an article

const Grammar& english() {
  static const Grammar kGrammar = *load_built_in_grammar("en");
  return kGrammar;
}

Document article() {
  Document document;
  document.id = "sample";
  document.text = sample_article(kBytes);
  return document;
}

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(
      static_cast<std::int64_t>(sample_article(kBytes).size()) *
      state.iterations());
}

void load_grammar_en(benchmark::State& state) {
  for (auto _ : state) {
    const Result<Grammar> grammar = load_built_in_grammar("en");
    benchmark::DoNotOptimize(grammar.has_value());
  }
}
BENCHMARK(load_grammar_en);

void blocks_of_article(benchmark::State& state) {
  Document document = article();
  for (auto _ : state) {
    find_blocks(document, english().phrases());
    benchmark::DoNotOptimize(document.blocks.data());
  }
  count_bytes(state);
}
BENCHMARK(blocks_of_article);

void quotations_of_article(benchmark::State& state) {
  Document document = article();
  find_blocks(document, english().phrases());
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        find_quotations(document, english().marks()).data());
  }
  count_bytes(state);
}
BENCHMARK(quotations_of_article);

void attributions_of_article(benchmark::State& state) {
  Document document = article();
  find_blocks(document, english().phrases());
  const std::vector<Quotation> found =
      find_quotations(document, english().marks());
  for (auto _ : state) {
    std::vector<Quotation> quotations = found;
    benchmark::DoNotOptimize(attribute(document, quotations, english()));
  }
  count_bytes(state);
}
BENCHMARK(attributions_of_article);

void json_of_article(benchmark::State& state) {
  const Article extracted = extract(article(), english());
  std::string line;
  for (auto _ : state) {
    line.clear();
    append_json_line(extracted, english(), OffsetUnit::kCodePoint, line);
    benchmark::DoNotOptimize(line.data());
  }
  count_bytes(state);
}
BENCHMARK(json_of_article);

}  // namespace
}  // namespace quoin
