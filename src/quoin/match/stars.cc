// SPDX-License-Identifier: Apache-2.0
#include <quoin/match/stars.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include <quoin/match/align.h>
#include <quoin/match/contained.h>
#include <quoin/match/run_table.h>

namespace quoin {
namespace {

// Shorter quotations join only as they stand, and never bridge.
constexpr std::size_t kShort = 5;
// Words that two people do not say alike by chance.
constexpr std::size_t kSureWords = 12;
// What two excerpts of one statement must share at least: a sentence.
constexpr std::size_t kOverlapWords = 5;
// Runs that more renderings have are phrases of the language.
constexpr std::size_t kMostHolders = 64;
constexpr double kContainedShare = 0.75;
constexpr double kOverlapEdits = 0.1;

struct Edge {
  std::size_t matched = 0;  // words of the smaller found in the greater
  std::size_t overlap = 0;  // the longest sentence they share
  std::size_t edits = 0;
  bool whole = false;
};

class Builder {
 public:
  Builder(const std::vector<Spoken>& spoken, const Windows& windows,
          const MatchOptions& options)
      : spoken_(spoken), options_(options), windows_(windows) {}

  Star run() {
    find_edges();
    const std::size_t n = spoken_.size();
    star_.container.resize(n);
    star_.root.resize(n);
    star_.shared_words.assign(n, 0);
    for (std::size_t i = 0; i < n; ++i) star_.container[i] = i;
    // The greater first, so that every container knows its own root.
    std::vector<std::size_t> order(n);
    for (std::size_t i = 0; i < n; ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return is_greater(a, b);
    });
    for (const std::size_t i : order) {
      star_.root[i] = i;
      const std::optional<std::size_t> container =
          size(i) < kShort ? short_container(i) : best_container(i);
      if (!container) continue;
      star_.container[i] = *container;
      star_.root[i] = star_.root[*container];
      star_.shared_words[i] = edges_[i].at(*container).matched;
    }
    return std::move(star_);
  }

 private:
  std::size_t size(std::size_t i) const { return spoken_[i].words.size(); }
  bool is_greater(std::size_t a, std::size_t b) const {
    return size(a) != size(b) ? size(a) > size(b) : a < b;
  }
  bool in_window(std::size_t a, std::size_t b) const {
    return windows_.holds(spoken_[a].article, spoken_[b].article);
  }

  // Renderings of some days, and those that may hold them.
  struct Block {
    std::vector<std::size_t> parts;
    std::vector<std::size_t> wholes;  // ascending
  };

  void find_edges() {
    edges_.resize(spoken_.size());
    star_.truncated.assign(spoken_.size(), 0);
    const std::vector<std::size_t> first =
        first_spoken(spoken_, windows_.articles());
    const auto renderings_of = [&](const std::vector<std::size_t>& articles) {
      std::vector<std::size_t> renderings;
      for (const std::size_t a : articles) {
        for (std::size_t i = first[a]; i < first[a + 1]; ++i) {
          renderings.push_back(i);
        }
      }
      return renderings;
    };
    for (const WindowBlock& articles : windows_.blocks()) {
      const Block block = {renderings_of(articles.parts),
                           renderings_of(articles.wholes)};
      find_held(block);
      find_gapped(block);
    }
  }

  // "A straight road is a straight road": repeats itself, and is said twice.
  static bool is_saying(std::span<const std::uint32_t> words) {
    const std::set<std::uint32_t> distinct(words.begin(), words.end());
    return words.size() >= kOverlapWords && distinct.size() < kOverlapWords;
  }

  // Whole quotations and their sentences, looked for in whole quotations.
  void find_held(const Block& block) {
    // Ids of the block, not of the corpus: the search keeps a row a word.
    std::unordered_map<std::uint32_t, std::uint32_t> ids;
    std::vector<std::uint32_t> local;
    const auto add_to = [&](WordTexts& texts,
                            std::span<const std::uint32_t> words) {
      local.clear();
      for (const std::uint32_t word : words) {
        local.push_back(
            ids.emplace(word, static_cast<std::uint32_t>(ids.size()))
                .first->second);
      }
      texts.add(local);
    };
    WordTexts wholes;
    for (const std::size_t i : block.wholes) add_to(wholes, spoken_[i].words);
    WordTexts parts;
    std::vector<std::pair<std::size_t, bool>> owner;  // of each part, whole?
    for (const std::size_t i : block.parts) {
      const auto& words = spoken_[i].words;
      add_to(parts, words);
      owner.emplace_back(i, true);
      if (spoken_[i].parts.size() < 2) continue;
      for (const SpokenPart& part : spoken_[i].parts) {
        const auto sentence = std::span<const std::uint32_t>(words).subspan(
            part.begin, part.end - part.begin);
        if (sentence.size() < kOverlapWords - 1 || is_saying(sentence)) {
          continue;
        }
        add_to(parts, sentence);
        owner.emplace_back(i, false);
      }
    }
    ContainOptions contain;
    contain.edits_per_word = options_.edits_per_word;
    find_contained(parts, wholes, contain, [&](const ContainedPair& pair) {
      const auto [i, whole] = owner[pair.part];
      const std::size_t j = block.wholes[pair.whole];
      if (i == j || !in_window(i, j)) return;
      add(i, j, parts[pair.part].size(), pair.distance, whole);
    });
  }

  // An elision counts as many edits as it has words, so a text with long ones
  // is not within the distance. Two runs of four words in common are reason
  // enough to align the two, in which a gap is cheap.
  void find_gapped(const Block& block) {
    constexpr std::size_t kRun = 4;
    RunTable holders;
    for (const std::size_t i : block.wholes) {
      const auto& words = spoken_[i].words;
      if (words.size() < 2 * kRun) continue;
      for (std::size_t k = 0; k + kRun <= words.size(); k += 1) {
        holders.add(hash_run(&words[k], kRun), i, k);
      }
    }
    holders.sort();
    std::map<std::size_t, std::size_t> common;  // whole -> runs
    std::map<std::size_t, std::size_t> next;    // whole -> first word after
    for (const std::size_t i : block.parts) {
      const auto& words = spoken_[i].words;
      if (words.size() < 2 * kRun) continue;
      common.clear();
      next.clear();
      for (std::size_t k = 0; k + kRun <= words.size(); ++k) {
        const auto places = holders.find(hash_run(&words[k], kRun));
        if (places.size() > kMostHolders) {
          star_.truncated[i] = 1;
          continue;
        }
        for (const RunPlace& place : places) {
          const std::size_t j = place.text;
          if (!is_greater(j, i) || !in_window(i, j)) continue;
          std::size_t& from = next[j];
          if (k < from) continue;
          from = k + kRun;
          ++common[j];
        }
      }
      for (const auto& [j, runs] : common) {
        if (runs >= 2 && !edges_[i][j].whole) align(i, j);
      }
    }
  }

  void align(std::size_t part, std::size_t whole) {
    AlignInput input;
    input.reference = spoken_[whole].words;
    input.printed = spoken_[part].words;
    const Alignment alignment = align_words(input);
    const auto matched = static_cast<std::size_t>(
        std::count(alignment.equal.begin(), alignment.equal.end(), char{1}));
    Edge& edge = edges_[part][whole];
    if (matched <= edge.matched) return;
    edge.matched = matched;
    edge.edits = size(part) - matched;
  }

  void add(std::size_t part, std::size_t whole, std::size_t words,
           std::size_t distance, bool all) {
    const bool rises = is_greater(whole, part);
    const std::size_t smaller = rises ? part : whole;
    const std::size_t greater = rises ? whole : part;
    Edge& edge = edges_[smaller][greater];
    const bool close = static_cast<double>(distance) <=
                       kOverlapEdits * static_cast<double>(words);
    if (close && words >= kOverlapWords) {
      edge.overlap = std::max(edge.overlap, words - distance);
    }
    if (!rises || edge.whole) return;
    if (all) {
      edge.whole = true;
      edge.matched = words - std::min(distance, words);
      edge.edits = distance;
    } else if (close) {
      edge.matched += words - distance;
      edge.edits += distance;
    }
  }

  bool is_contained(std::size_t i, const Edge& edge) const {
    return edge.whole || static_cast<double>(edge.matched) >=
                             kContainedShare * static_cast<double>(size(i));
  }

  // The same words from two mouths are one utterance, one of them given the
  // wrong name, when they are many or stand just so.
  bool speakers_allow(std::size_t i, std::size_t j, std::size_t words,
                      bool exact) const {
    if (compare_speakers(spoken_[i], spoken_[j]) !=
        SpeakerAgreement::kConflict) {
      return true;
    }
    return words >= kSureWords || (exact && words >= kShort);
  }

  std::optional<std::size_t> best_container(std::size_t i) const {
    std::optional<std::size_t> best;
    bool best_contained = false;
    bool best_own = false;
    std::size_t best_words = 0;
    for (const auto& [j, edge] : edges_[i]) {
      if (size(j) < kShort) continue;
      const bool contained = is_contained(i, edge);
      if (!contained && edge.overlap < kOverlapWords) continue;
      if (spoken_[i].name_like && size(i) < 2 * kShort &&
          compare_speakers(spoken_[i], spoken_[j]) != SpeakerAgreement::kSame) {
        continue;
      }
      const std::size_t shared = contained ? edge.matched : edge.overlap;
      if (!speakers_allow(i, j, shared, edge.edits == 0)) continue;
      // Contained beats overlapping; then the fullest container; edges come
      // in order, so the earliest of equals stays.
      // Another article's comes before one's own: "again, that is" may be a
      // second utterance.
      const bool own = spoken_[i].article == spoken_[j].article;
      const std::size_t words = contained ? size(j) : edge.overlap;
      const bool own_beaten = best && best_own && !own;
      const bool own_loses = best && !best_own && own;
      const bool better =
          !best || (contained && !best_contained) ||
          (contained == best_contained && !own_loses &&
           (own_beaten || words > best_words));
      if (!better || (best_contained && !contained)) continue;
      best = j;
      best_contained = contained;
      best_own = own;
      best_words = words;
    }
    return best;
  }

  // Short ones join whom their speaker joins them to; otherwise the one
  // utterance that holds them. When several do, only those who print the very
  // same words join each other: the rest is ambiguous, and is not chosen.
  std::optional<std::size_t> short_container(std::size_t i) const {
    std::optional<std::size_t> same;
    std::optional<std::size_t> any;
    std::optional<std::size_t> equal;
    bool same_split = false;
    bool any_split = false;
    // An outlet that prints a statement excerpts that one.
    std::optional<std::size_t> own;
    bool own_split = false;
    const auto take = [&](std::optional<std::size_t>& best, bool& split,
                          std::size_t j) {
      if (best && star_.root[j] != star_.root[*best]) split = true;
      if (!best || size(j) > size(*best)) best = j;
    };
    for (const auto& [j, edge] : edges_[i]) {
      if (!edge.whole || edge.edits > 0) continue;
      if (size(j) < kShort && star_.root[j] != j) continue;  // no bridge
      const SpeakerAgreement speakers =
          compare_speakers(spoken_[i], spoken_[j]);
      const bool agrees = speakers == SpeakerAgreement::kSame;
      if (size(i) < 2 && !agrees) continue;
      if (!equal && size(j) == size(i) &&
          speakers != SpeakerAgreement::kConflict) {
        equal = j;
      }
      if (agrees) take(same, same_split, j);
      take(any, any_split, j);
      if (spoken_[j].article == spoken_[i].article) take(own, own_split, j);
    }
    if (same && !(same_split && size(i) < 2)) return same;
    if (spoken_[i].name_like) return std::nullopt;
    if (!any_split) return any;
    return own && !own_split ? own : equal;
  }

  const std::vector<Spoken>& spoken_;
  const MatchOptions& options_;
  const Windows& windows_;
  std::vector<std::map<std::size_t, Edge>> edges_;  // smaller -> greater
  Star star_;
};

}  // namespace

Star find_stars(const std::vector<Spoken>& spoken,
                const Windows& windows, const MatchOptions& options) {
  return Builder(spoken, windows, options).run();
}

}  // namespace quoin
