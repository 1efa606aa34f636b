// SPDX-License-Identifier: Apache-2.0
#include <quoin/match/contained.h>

#include <algorithm>
#include <array>
#include <limits>

#include <quoin/match/infix.h>
#include <quoin/match/run_table.h>

namespace quoin {
namespace {

constexpr std::size_t kLongestRun = 5;
constexpr std::size_t kFewestWordsWithEdits = 5;

// Text ids by runs of n words. Runs share buckets by hash: a wrong guess costs
// a verification, never a result.
class RunIndex {
 public:
  RunIndex(const WordTexts& texts, std::size_t n) : n_(n) {
    std::size_t runs = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const std::size_t size = texts[i].size();
      if (size >= n) runs += size - n + 1;
    }
    while ((std::size_t{1} << bits_) < runs && bits_ < 24) ++bits_;
    begin_.assign((std::size_t{1} << bits_) + 1, 0);
    for_each(texts, [&](std::size_t bucket, std::uint32_t) {
      ++begin_[bucket + 1];
    });
    for (std::size_t b = 1; b < begin_.size(); ++b) begin_[b] += begin_[b - 1];
    ids_.resize(runs);
    std::vector<std::uint32_t> at(begin_.begin(), begin_.end() - 1);
    for_each(texts, [&](std::size_t bucket, std::uint32_t id) {
      ids_[at[bucket]++] = id;
    });
  }

  std::span<const std::uint32_t> holders(const std::uint32_t* run) const {
    const std::size_t b = bucket(run);
    return std::span<const std::uint32_t>(ids_).subspan(
        begin_[b], begin_[b + 1] - begin_[b]);
  }

 private:
  std::size_t bucket(const std::uint32_t* run) const {
    return static_cast<std::size_t>(hash_run(run, n_) >> (64 - bits_));
  }
  template <class F>
  void for_each(const WordTexts& texts, F f) const {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const auto words = texts[i];
      for (std::size_t k = 0; k + n_ <= words.size(); ++k) {
        f(bucket(words.data() + k), static_cast<std::uint32_t>(i));
      }
    }
  }

  std::size_t n_;
  unsigned bits_ = 8;
  std::vector<std::uint32_t> begin_;
  std::vector<std::uint32_t> ids_;
};

class Finder {
 public:
  Finder(const WordTexts& parts, const WordTexts& wholes,
         const ContainOptions& options)
      : parts_(parts),
        wholes_(wholes),
        options_(options),
        pattern_(std::max(parts.vocabulary(), wholes.vocabulary())),
        seen_(wholes.size(), 0) {}

  void run(const std::function<void(const ContainedPair&)>& found) {
    // By length of run, so that only one index is in memory at a time; the
    // pairs are sorted afterwards where there was more than one.
    std::vector<ContainedPair> pairs;
    for (std::size_t n = 1; n <= kLongestRun; ++n) {
      std::vector<std::uint32_t> probes;
      for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (run_length(parts_[i].size()) == n) {
          probes.push_back(static_cast<std::uint32_t>(i));
        }
      }
      if (probes.empty()) continue;
      const RunIndex index(wholes_, n);
      for (const std::uint32_t part : probes) probe(index, part, n, pairs);
    }
    std::sort(pairs.begin(), pairs.end(),
              [](const ContainedPair& a, const ContainedPair& b) {
                return a.part != b.part ? a.part < b.part : a.whole < b.whole;
              });
    for (const ContainedPair& pair : pairs) found(pair);
  }

 private:
  std::size_t edits(std::size_t words) const {
    return edits_allowed(words, options_.edits_per_word);
  }
  std::size_t run_length(std::size_t words) const {
    if (words == 0) return 0;
    return std::clamp<std::size_t>(words / (edits(words) + 1), 1, kLongestRun);
  }

  void probe(const RunIndex& index, std::uint32_t part, std::size_t n,
             std::vector<ContainedPair>& pairs) {
    const auto words = parts_[part];
    choose_runs(index, words, n, edits(words.size()) + 1);
    const std::uint32_t stamp = part + 1;
    bool set = false;
    for (const std::size_t run : chosen_) {
      for (const std::uint32_t whole : index.holders(words.data() + run)) {
        if (seen_[whole] == stamp) continue;
        seen_[whole] = stamp;
        if (options_.same_list && !is_part(part, whole)) continue;
        const auto text = wholes_[whole];
        const std::size_t most = edits(words.size());
        if (text.size() + most < words.size()) continue;
        if (!set) pattern_.set(words);
        set = true;
        if (const auto place = pattern_.find(text, most)) {
          pairs.push_back({part, whole,
                           static_cast<std::uint32_t>(place->distance),
                           static_cast<std::uint32_t>(place->end)});
        }
      }
    }
  }

  bool is_part(std::uint32_t part, std::uint32_t whole) const {
    const std::size_t a = parts_[part].size();
    const std::size_t b = wholes_[whole].size();
    return a != b ? a < b : part > whole;
  }

  // The `count` disjoint runs with the fewest holders in all: best[k][i] is
  // the least cost of k runs among the first i words.
  void choose_runs(const RunIndex& index, std::span<const std::uint32_t> words,
                   std::size_t n, std::size_t count) {
    constexpr std::uint64_t kFar = std::numeric_limits<std::uint64_t>::max() / 2;
    const std::size_t size = words.size();
    cost_.resize(size);
    for (std::size_t i = 0; i + n <= size; ++i) {
      cost_[i] = index.holders(words.data() + i).size();
    }
    best_.assign((count + 1) * (size + 1), kFar);
    for (std::size_t i = 0; i <= size; ++i) best_[i] = 0;
    for (std::size_t k = 1; k <= count; ++k) {
      std::uint64_t* now = &best_[k * (size + 1)];
      const std::uint64_t* before = &best_[(k - 1) * (size + 1)];
      for (std::size_t i = n; i <= size; ++i) {
        now[i] = std::min(now[i - 1], before[i - n] + cost_[i - n]);
      }
    }
    chosen_.clear();
    std::size_t i = size;
    for (std::size_t k = count; k > 0; --k) {
      const std::uint64_t* now = &best_[k * (size + 1)];
      while (i > n && now[i] == now[i - 1]) --i;
      chosen_.push_back(i - n);
      i -= n;
    }
  }

  const WordTexts& parts_;
  const WordTexts& wholes_;
  const ContainOptions& options_;
  InfixPattern pattern_;
  std::vector<std::uint32_t> seen_;  // per whole: the last part it was tried
  std::vector<std::uint64_t> cost_;
  std::vector<std::uint64_t> best_;
  std::vector<std::size_t> chosen_;
};

}  // namespace

std::size_t edits_allowed(std::size_t words, double edits_per_word) {
  if (words < kFewestWordsWithEdits) return 0;
  return static_cast<std::size_t>(static_cast<double>(words) *
                                      std::min(edits_per_word, 0.5) +
                                  1e-9);
}

void find_contained(const WordTexts& parts, const WordTexts& wholes,
                    const ContainOptions& options,
                    const std::function<void(const ContainedPair&)>& found) {
  Finder(parts, wholes, options).run(found);
}

}  // namespace quoin
