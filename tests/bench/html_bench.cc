// SPDX-License-Identifier: Apache-2.0
// From the bytes of web pages to documents: ../shared/data/pages, or a page of
// our own many times where it is absent.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include <quoin/read/html/page.h>
#include <quoin/read/html/read_html.h>
#include <quoin/read/html/tokenizer.h>
#include <quoin/read/input.h>

namespace quoin {
namespace {

std::string invented_page() {
  std::string page = "<html><body><h1>Harbour to reopen</h1><article>";
  for (int i = 0; i < 500; ++i) {
    page +=
        "<div class='paragraph story-text'><p>&ldquo;We open on Friday,&rdquo; "
        "the harbour master said, and <a href='/crane'>the crane</a> moved. "
        "Nobody had asked it to.</p></div>\n";
  }
  return page;
}

const std::vector<std::string>& pages() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> read;
    const std::filesystem::path folder =
        QUOIN_SOURCE_DIR "/../shared/data/pages";
    std::vector<std::filesystem::path> paths;
    if (std::filesystem::exists(folder)) {
      for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().string().ends_with(".html.gz")) {
          paths.push_back(entry.path());
        }
      }
    }
    std::sort(paths.begin(), paths.end());
    for (const std::filesystem::path& path : paths) {
      Result<Input> input = Input::open(path.string());
      if (!input) continue;
      Result<std::string> bytes = input->read_all(std::size_t{64} << 20);
      if (bytes) read.push_back(*std::move(bytes));
    }
    if (read.empty()) read.assign(80, invented_page());
    return read;
  }();
  return all;
}

template <class Work>
void run(benchmark::State& state, Work work) {
  std::size_t bytes = 0;
  std::size_t count = 0;
  for (auto _ : state) {
    for (const std::string& page : pages()) {
      work(page);
      bytes += page.size();
      ++count;
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  state.SetItemsProcessed(static_cast<std::int64_t>(count));
}

void tokenize_pages(benchmark::State& state) {
  run(state, [](const std::string& page) {
    Tokenizer tokenizer(page);
    std::size_t tags = 0;
    for (Token token; tokenizer.next(token);) ++tags;
    benchmark::DoNotOptimize(tags);
  });
}
BENCHMARK(tokenize_pages)->Unit(benchmark::kMillisecond);

void boxes_of_pages(benchmark::State& state) {
  run(state, [](const std::string& page) {
    benchmark::DoNotOptimize(read_page(page).blocks.size());
  });
}
BENCHMARK(boxes_of_pages)->Unit(benchmark::kMillisecond);

void read_pages(benchmark::State& state) {
  run(state, [](const std::string& page) {
    PageContext context;
    context.url = "https://courier.example/harbour";
    benchmark::DoNotOptimize(read_html(page, context, {}).has_value());
  });
}
BENCHMARK(read_pages)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace quoin
