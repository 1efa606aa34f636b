// SPDX-License-Identifier: Apache-2.0
// Candidate search and alignment: who stands inside whom among N quotations,
// and how many pairs of forty words are aligned a second.

#include <cstdint>
#include <vector>

#include <benchmark/benchmark.h>

#include <quoin/match/align.h>
#include <quoin/match/contained.h>

#include "quotation_corpus.h"

namespace quoin {
namespace {

void find_contained_quotations(benchmark::State& state) {
  const WordTexts texts =
      make_quotation_corpus(static_cast<std::size_t>(state.range(0)), 1);
  std::size_t pairs = 0;
  for (auto _ : state) {
    pairs = 0;
    find_contained(texts, texts, {0.2, true},
                   [&](const ContainedPair&) { ++pairs; });
  }
  state.counters["pairs"] = static_cast<double>(pairs);
  state.counters["quotations/s"] = benchmark::Counter(
      static_cast<double>(texts.size()), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(find_contained_quotations)
    ->Arg(100'000)
    ->Arg(1'600'000)
    ->Iterations(1)
    ->Unit(benchmark::kSecond);

void align_forty_words(benchmark::State& state) {
  std::vector<std::uint32_t> reference;
  std::vector<std::uint32_t> printed;
  for (std::uint32_t i = 0; i < 40; ++i) {
    reference.push_back(i % 31);
    printed.push_back(i % 9 == 4 ? 100 + i : i % 31);
  }
  AlignInput input;
  input.reference = reference;
  input.printed = printed;
  for (auto _ : state) benchmark::DoNotOptimize(align_words(input).cost);
  state.counters["pairs/s"] = benchmark::Counter(
      1, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(align_forty_words);

}  // namespace
}  // namespace quoin
