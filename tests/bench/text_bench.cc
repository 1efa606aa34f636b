// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string>
#include <utility>

#include <benchmark/benchmark.h>

#include <quoin/base/sha256.h>
#include <quoin/text/decode.h>
#include <quoin/text/positions.h>

#include "sample.h"

namespace quoin {
namespace {

constexpr std::size_t kBytes = 1 << 20;

void count_bytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) *
                          state.iterations());
}

void decode_clean(benchmark::State& state) {
  const std::string text = sample_article(kBytes);
  std::string bytes = text;
  for (auto _ : state) {
    bytes = decode_utf8(std::move(bytes)).text;
    benchmark::DoNotOptimize(bytes.data());
  }
  count_bytes(state, text);
}
BENCHMARK(decode_clean);

void index_positions(benchmark::State& state) {
  const std::string text = sample_article(kBytes);
  for (auto _ : state) {
    const PositionIndex index(text);
    benchmark::DoNotOptimize(index.at(text.size()).code_point);
  }
  count_bytes(state, text);
}
BENCHMARK(index_positions);

// As the JSON of one article asks: two dozen places, in no order.
void look_up_positions(benchmark::State& state) {
  const std::string text = sample_article(4000);
  for (auto _ : state) {
    const PositionIndex index(text);
    for (std::size_t at = 0; at < 24; ++at) {
      std::size_t byte = at * 1601 % text.size();
      while ((static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80) ++byte;
      benchmark::DoNotOptimize(index.at(byte).code_point);
    }
  }
  count_bytes(state, text);
}
BENCHMARK(look_up_positions);

void hash_article(benchmark::State& state) {
  const std::string text = sample_article(4000);
  for (auto _ : state) benchmark::DoNotOptimize(sha256_hex(text));
  count_bytes(state, text);
}
BENCHMARK(hash_article);

}  // namespace
}  // namespace quoin
