// SPDX-License-Identifier: Apache-2.0
#include <quoin/match/gapped.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace quoin {
namespace {

constexpr std::size_t kRun = 3;
constexpr std::size_t kFewestWords = 8;
constexpr std::size_t kMostHits = 2048;  // chains take the square of them
constexpr std::size_t kWindow = 4;       // of a reordering, times its words

struct Hit {
  std::size_t source = 0;
  std::size_t at = 0;
};

std::uint64_t run_at(std::span<const std::uint32_t> words, std::size_t i) {
  std::uint64_t hash = 0x9E3779B97F4A7C15u;
  for (std::size_t k = 0; k < kRun; ++k) {
    if (words[i + k] == 0) return 0;
    hash = (hash ^ words[i + k]) * 0xD6E8FEB86659FD93u;
    hash ^= hash >> 32;
  }
  return hash == 0 ? 1 : hash;
}

struct Run {
  std::vector<std::size_t> at;  // in the quotation
  std::size_t times = 0;        // in the source
  bool counts = true;
};
using Runs = std::unordered_map<std::uint64_t, Run>;

// Leaves the rarest runs, as many as may be looked at; says whether that is
// not all.
bool keep_rarest(Runs& runs) {
  std::vector<std::pair<std::size_t, std::uint64_t>> by_hits;
  for (const auto& [hash, run] : runs) {
    by_hits.emplace_back(run.times * run.at.size(), hash);
  }
  std::sort(by_hits.begin(), by_hits.end());
  std::size_t hits = 0;
  for (const auto& [more, hash] : by_hits) {
    hits += more;
    if (hits > kMostHits) runs.at(hash).counts = false;
  }
  return hits > kMostHits;
}

std::vector<Hit> find_hits(std::span<const std::uint32_t> source,
                           std::span<const std::uint32_t> quotation,
                           bool& truncated) {
  Runs runs;
  for (std::size_t i = 0; i + kRun <= quotation.size(); ++i) {
    if (const auto run = run_at(quotation, i)) runs[run].at.push_back(i);
  }
  const auto for_each = [&](auto look) {
    for (std::size_t i = 0; i + kRun <= source.size(); ++i) {
      const auto found = runs.find(run_at(source, i));
      if (found != runs.end()) look(i, found->second);
    }
  };
  for_each([](std::size_t, Run& run) { ++run.times; });
  truncated = keep_rarest(runs);
  std::vector<Hit> hits;
  for_each([&](std::size_t i, const Run& run) {
    if (!run.counts) return;
    for (const std::size_t at : run.at) hits.push_back({i, at});
  });
  return hits;
}

// The chain of hits, ascending in both, that covers the most words.
std::vector<Hit> longest_chain(const std::vector<Hit>& hits) {
  std::vector<std::size_t> words(hits.size(), kRun);
  std::vector<std::size_t> before(hits.size());
  std::size_t best = 0;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    before[i] = i;
    for (std::size_t j = 0; j < i; ++j) {
      const bool follows =
          hits[j].at < hits[i].at && hits[j].source < hits[i].source;
      if (!follows) continue;
      const std::size_t step = std::min({kRun, hits[i].at - hits[j].at,
                                         hits[i].source - hits[j].source});
      if (words[j] + step > words[i]) {
        words[i] = words[j] + step;
        before[i] = j;
      }
    }
    if (words[i] > words[best]) best = i;
  }
  std::vector<Hit> chain;
  for (std::size_t i = best;; i = before[i]) {
    chain.push_back(hits[i]);
    if (before[i] == i) break;
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

std::size_t covered(const std::vector<Hit>& hits, std::size_t from,
                    std::size_t to, std::size_t size) {
  std::vector<char> word(size, 0);
  for (std::size_t i = from; i < to; ++i) {
    std::fill_n(word.begin() + static_cast<std::ptrdiff_t>(hits[i].at), kRun,
                char{1});
  }
  return static_cast<std::size_t>(std::count(word.begin(), word.end(), 1));
}

std::vector<GappedBlock> blocks_of(const std::vector<Hit>& hits) {
  std::vector<GappedBlock> blocks;
  for (const Hit& hit : hits) {
    const bool goes_on =
        !blocks.empty() && hit.source <= blocks.back().end &&
        hit.source - blocks.back().begin == hit.at - blocks.back().at;
    if (goes_on) {
      blocks.back().end = hit.source + kRun;
    } else {
      blocks.push_back({hit.source, hit.source + kRun, hit.at});
    }
  }
  return blocks;
}

}  // namespace

GappedSearch find_gapped(std::span<const std::uint32_t> source,
                         std::span<const std::uint32_t> quotation) {
  GappedSearch search;
  const std::size_t size = quotation.size();
  if (size < kFewestWords) return search;
  const auto unknown = static_cast<std::size_t>(
      std::count(quotation.begin(), quotation.end(), std::uint32_t{0}));
  if ((size - unknown) * 10 < size * 6) return search;
  const std::vector<Hit> hits = find_hits(source, quotation, search.truncated);
  if (hits.empty()) return search;
  const std::vector<Hit> chain = longest_chain(hits);
  if (covered(chain, 0, chain.size(), size) * 10 >= size * 6) {
    search.blocks = blocks_of(chain);
    return search;
  }
  for (std::size_t from = 0; from < hits.size(); ++from) {
    std::size_t to = from;
    while (to < hits.size() &&
           hits[to].source < hits[from].source + kWindow * size) {
      ++to;
    }
    // A window that could not hold enough is not counted.
    if ((to - from) * kRun * 10 < size * 9) continue;
    if (covered(hits, from, to, size) * 10 >= size * 9) {
      search.blocks =
          blocks_of({hits.begin() + static_cast<std::ptrdiff_t>(from),
                     hits.begin() + static_cast<std::ptrdiff_t>(to)});
      return search;
    }
  }
  return search;
}

}  // namespace quoin
