// SPDX-License-Identifier: Apache-2.0
// Whether the search for the same quotation misses anything, what a million
// and a half quotations cost, and how the cost grows with the days.
//
//   match_scale exact  30000      against every pair, one by one
//   match_scale large  1600000    time and peak memory of all pairs
//   match_scale window 4000       articles over 400 days, then twice both
//   match_scale once   4000       the first of these, to be profiled

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sys/resource.h>

#include <quoin/match/contained.h>
#include <quoin/match/infix.h>
#include <quoin/match/match.h>

#include "quotation_corpus.h"

namespace quoin {
namespace {

double seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

int check_exact(std::size_t count) {
  constexpr double kEdits = 0.2;
  const WordTexts texts = make_quotation_corpus(count, 3);
  std::set<std::pair<std::uint32_t, std::uint32_t>> found;
  double begin = seconds();
  find_contained(texts, texts, {kEdits, true}, [&](const ContainedPair& pair) {
    found.emplace(pair.part, pair.whole);
  });
  std::printf("search: %zu pairs in %.2f s\n", found.size(), seconds() - begin);
  begin = seconds();
  InfixPattern pattern(texts.vocabulary());
  std::size_t pairs = 0;
  std::size_t missed = 0;
  for (std::uint32_t part = 0; part < texts.size(); ++part) {
    const auto words = texts[part];
    pattern.set(words);
    const std::size_t most = edits_allowed(words.size(), kEdits);
    for (std::uint32_t whole = 0; whole < texts.size(); ++whole) {
      const std::size_t size = texts[whole].size();
      const bool is_part =
          words.size() != size ? words.size() < size : part > whole;
      if (!is_part || !pattern.find(texts[whole], most)) continue;
      ++pairs;
      missed += !found.contains({part, whole});
    }
  }
  std::printf("brute force: %zu pairs in %.1f s, missed by the search: %zu\n",
              pairs, seconds() - begin, missed);
  return missed == 0 && pairs == found.size() ? 0 : 1;
}

int measure_large(std::size_t count) {
  const WordTexts texts = make_quotation_corpus(count, 1);
  const double begin = seconds();
  std::size_t pairs = 0;
  find_contained(texts, texts, {0.2, true},
                 [&](const ContainedPair&) { ++pairs; });
  std::printf("%zu quotations: %zu pairs in %.1f s of processor time, peak "
              "%.0f MB\n",
              texts.size(), pairs, seconds() - begin, peak_megabytes());
  return 0;
}

std::string day_named(std::size_t day) {
  char date[32];
  std::snprintf(date, sizeof date, "%04zu-%02zu-%02zu", 2000 + day / 336,
                1 + day / 28 % 12, 1 + day % 28);
  return date;
}

// Articles of five quotations each, ten a day; each quotation is printed again
// in an article of the days around.
std::vector<Article> make_articles(std::size_t count) {
  const WordTexts texts = make_quotation_corpus(count * 5, 7);
  std::vector<Article> articles(count);
  for (std::size_t a = 0; a < count; ++a) {
    Document& document = articles[a].document;
    document.id = std::to_string(a);
    document.published = day_named(a / 10);
    for (std::size_t q = 0; q < 5; ++q) {
      Quotation quotation;
      document.text += '"';
      quotation.open = {document.text.size() - 1, document.text.size()};
      quotation.span.begin = document.text.size();
      for (const std::uint32_t word : texts[a * 5 + q]) {
        document.text += "w" + std::to_string(word) + " ";
      }
      quotation.span.end = document.text.size();
      document.text += "\"\n";
      quotation.close = {quotation.span.end, quotation.span.end + 1};
      articles[a].quotations.push_back(quotation);
    }
    articles[a].attributions.resize(5);
  }
  return articles;
}

int measure_window(std::size_t count, std::size_t doublings) {
  double last = 0;
  for (std::size_t size = count; size <= count << doublings; size *= 2) {
    const std::vector<Article> articles = make_articles(size);
    MatchOptions options;
    options.window_days = 14;
    const double begin = seconds();
    const Matches matches = match_quotations(articles, FoldTables(), options);
    const double cost = seconds() - begin;
    std::printf("%zu articles, %zu quotations: %zu clusters in %.2f s", size,
                size * 5, matches.clusters.size(), cost);
    if (last > 0) std::printf(", %.2f times the half", cost / last);
    std::printf("\n");
    last = cost;
  }
  return 0;
}

}  // namespace
}  // namespace quoin

int main(int argc, char** argv) {
  const std::string_view what = argc > 1 ? argv[1] : "";
  const auto count = static_cast<std::size_t>(
      argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 0);
  if (what == "exact") return quoin::check_exact(count ? count : 30000);
  if (what == "large") return quoin::measure_large(count ? count : 1600000);
  if (what == "window") {
    return quoin::measure_window(count ? count : 4000, 2);
  }
  if (what == "once") return quoin::measure_window(count ? count : 4000, 0);
  std::fprintf(stderr, "match_scale exact|large|window|once [COUNT]\n");
  return 2;
}
