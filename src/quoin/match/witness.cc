// SPDX-License-Identifier: Apache-2.0
#include <quoin/match/witness.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <quoin/match/run_table.h>

namespace quoin {
namespace {

constexpr std::size_t kRun = 8;
// Of the shorter text's runs. One changed word breaks eight runs.
constexpr double kSameCopy = 0.5;
constexpr double kSamePage = 0.95;
constexpr std::size_t kFewestRuns = 12;
// Of the articles that hold a run so many are looked at, the first: a page that
// a hundred outlets carry still is one witness, since all of them are related
// to those.
constexpr std::size_t kMostHolders = 64;

std::vector<std::uint64_t> runs_of(const ArticleWords& article) {
  std::vector<std::uint64_t> runs;
  for (std::size_t i = 0; i + kRun <= article.words.size(); ++i) {
    runs.push_back(hash_run(article.words.data() + i, kRun));
  }
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

class RelationFinder {
 public:
  RelationFinder(std::span<const Article> articles,
                 const std::vector<ArticleWords>& article_words,
                 const Windows& windows)
      : articles_(articles), windows_(windows), shared_(articles.size(), 0) {
    for (const ArticleWords& words : article_words) {
      runs_.push_back(runs_of(words));
    }
    out_.truncated.assign(articles.size(), 0);
  }

  Relations run() {
    for (const WindowBlock& block : windows_.blocks()) {
      RunTable table;
      for (const std::size_t a : block.wholes) {
        for (const std::uint64_t run : runs_[a]) table.add(run, a, 0);
      }
      table.sort();
      for (const std::size_t a : block.parts) {
        if (runs_[a].size() >= kFewestRuns) probe(a, table);
      }
    }
    std::sort(out_.pairs.begin(), out_.pairs.end(),
              [](const DocumentRelation& x, const DocumentRelation& y) {
                return x.a != y.a ? x.a < y.a : x.b < y.b;
              });
    return std::move(out_);
  }

 private:
  // Who holds half of the runs of `a` holds one of any half of them and one
  // more; an eighth more, and it holds so many. The rarest are asked for.
  void probe(std::size_t a, const RunTable& table) {
    const std::vector<std::uint64_t>& runs = runs_[a];
    std::vector<std::span<const RunPlace>> holders;
    for (const std::uint64_t run : runs) holders.push_back(table.find(run));
    std::stable_sort(holders.begin(), holders.end(),
                     [](const auto& x, const auto& y) {
                       return x.size() < y.size();
                     });
    const std::size_t least = std::max<std::size_t>(1, runs.size() / 8);
    const std::size_t half = runs.size() - (runs.size() + 1) / 2;
    holders.resize(std::min(runs.size(), half + least));
    std::vector<std::size_t> found;
    for (const std::span<const RunPlace> places : holders) {
      std::size_t looked_at = 0;
      for (const RunPlace& place : places) {
        if (place.text == a || !is_shorter(a, place.text)) continue;
        if (++looked_at > kMostHolders) {
          out_.truncated[a] = 1;
          break;
        }
        if (shared_[place.text]++ == 0) found.push_back(place.text);
      }
    }
    for (const std::size_t b : found) {
      if (shared_[b] >= least && windows_.holds(a, b)) compare(a, b);
      shared_[b] = 0;
    }
  }

  bool is_shorter(std::size_t a, std::size_t b) const {
    const std::size_t x = runs_[a].size();
    const std::size_t y = runs_[b].size();
    return x != y ? x < y : a > b;
  }

  void compare(std::size_t a, std::size_t b) {
    std::size_t common = 0;
    auto x = runs_[a].begin();
    auto y = runs_[b].begin();
    while (x != runs_[a].end() && y != runs_[b].end()) {
      if (*x < *y) {
        ++x;
      } else if (*y < *x) {
        ++y;
      } else {
        ++common, ++x, ++y;
      }
    }
    const double share = static_cast<double>(common) /
                         static_cast<double>(runs_[a].size());
    if (share < kSameCopy) return;
    const bool wire = articles_[a].document.wire.has_value() ||
                      articles_[b].document.wire.has_value();
    const bool page = share >= kSamePage && !wire;
    out_.pairs.push_back({std::min(a, b), std::max(a, b),
                          page ? RelationKind::kDuplicate
                               : RelationKind::kSameWire,
                          share});
  }

  std::span<const Article> articles_;
  const Windows& windows_;
  std::vector<std::vector<std::uint64_t>> runs_;
  std::vector<std::size_t> shared_;  // of the runs asked for, per article
  Relations out_;
};

}  // namespace

std::vector<ArticleWords> collect_words(std::span<const Article> articles,
                                        std::span<const std::size_t> excluded,
                                        const FoldTables& folds,
                                        Vocabulary& vocabulary) {
  std::vector<ArticleWords> all(articles.size());
  for (std::size_t a = 0; a < articles.size(); ++a) {
    if (std::find(excluded.begin(), excluded.end(), a) != excluded.end()) {
      continue;
    }
    const Document& document = articles[a].document;
    std::vector<Block> blocks = document.blocks;
    if (blocks.empty()) {
      blocks.push_back({{0, document.text.size()}, BlockRole::kBody});
    }
    for (const Block& block : blocks) {
      if (block.role == BlockRole::kFurniture) continue;
      const FoldedWords words = fold_words(document.slice(block.span), folds);
      for (const MatchWord& word : match_words(words, vocabulary)) {
        all[a].words.push_back(word.id);
        all[a].spans.push_back({block.span.begin + word.source.begin,
                                block.span.begin + word.source.end});
      }
    }
  }
  return all;
}

Relations find_relations(std::span<const Article> articles,
                         const std::vector<ArticleWords>& article_words,
                         const Windows& windows) {
  return RelationFinder(articles, article_words, windows).run();
}

std::vector<std::size_t> group_witnesses(
    std::size_t articles, const std::vector<DocumentRelation>& relations) {
  std::vector<std::size_t> parent(articles);
  for (std::size_t i = 0; i < articles; ++i) parent[i] = i;
  const auto root = [&](std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (const DocumentRelation& relation : relations) {
    const std::size_t a = root(relation.a);
    const std::size_t b = root(relation.b);
    parent[std::max(a, b)] = std::min(a, b);
  }
  std::unordered_map<std::size_t, std::size_t> number;
  std::vector<std::size_t> witness(articles);
  for (std::size_t i = 0; i < articles; ++i) {
    witness[i] = number.emplace(root(i), number.size()).first->second;
  }
  return witness;
}

}  // namespace quoin
