// SPDX-License-Identifier: Apache-2.0
#include <quoin/match/witness.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace quoin {
namespace {

constexpr std::size_t kRun = 8;
// Of the shorter text's runs. One changed word breaks eight runs.
constexpr double kSameCopy = 0.5;
constexpr double kSamePage = 0.95;
constexpr std::size_t kFewestRuns = 12;
// A run that more articles have is boilerplate and relates nobody.
constexpr std::size_t kMostHolders = 64;

std::uint64_t hash_run(const std::uint32_t* words) {
  std::uint64_t hash = 0x9E3779B97F4A7C15u;
  for (std::size_t i = 0; i < kRun; ++i) {
    hash = (hash ^ words[i]) * 0xD6E8FEB86659FD93u;
    hash ^= hash >> 32;
  }
  return hash;
}

std::vector<std::uint64_t> runs_of(const ArticleWords& article) {
  std::vector<std::uint64_t> runs;
  for (std::size_t i = 0; i + kRun <= article.words.size(); ++i) {
    runs.push_back(hash_run(article.words.data() + i));
  }
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

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

std::vector<DocumentRelation> find_relations(
    std::span<const Article> articles,
    const std::vector<ArticleWords>& article_words) {
  std::vector<std::vector<std::uint64_t>> runs;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> holders;
  for (std::size_t a = 0; a < article_words.size(); ++a) {
    runs.push_back(runs_of(article_words[a]));
    // One run in four is enough to find the pairs; shares are exact below.
    for (const std::uint64_t run : runs.back()) {
      if (run % 4 == 0) {
        holders.emplace_back(run, static_cast<std::uint32_t>(a));
      }
    }
  }
  std::sort(holders.begin(), holders.end());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::size_t i = 0; i < holders.size();) {
    std::size_t end = i;
    while (end < holders.size() && holders[end].first == holders[i].first) ++end;
    if (end - i <= kMostHolders) {
      for (std::size_t x = i; x < end; ++x) {
        for (std::size_t y = x + 1; y < end; ++y) {
          pairs.emplace_back(holders[x].second, holders[y].second);
        }
      }
    }
    i = end;
  }
  std::sort(pairs.begin(), pairs.end());
  std::vector<DocumentRelation> relations;
  for (std::size_t i = 0; i < pairs.size();) {
    std::size_t end = i;
    while (end < pairs.size() && pairs[end] == pairs[i]) ++end;
    const auto [a, b] = pairs[i];
    const std::size_t fewest = std::min(runs[a].size(), runs[b].size());
    // A pair below half of what its share would give is not worth counting.
    if (fewest >= kFewestRuns && (end - i) * 16 >= fewest) {
      std::vector<std::uint64_t> common;
      std::set_intersection(runs[a].begin(), runs[a].end(), runs[b].begin(),
                            runs[b].end(), std::back_inserter(common));
      const double share = static_cast<double>(common.size()) /
                           static_cast<double>(fewest);
      if (share >= kSameCopy) {
        const bool wire = articles[a].document.wire.has_value() ||
                          articles[b].document.wire.has_value();
        const bool page = share >= kSamePage && !wire;
        relations.push_back({a, b,
                             page ? RelationKind::kDuplicate
                                  : RelationKind::kSameWire,
                             share});
      }
    }
    i = end;
  }
  return relations;
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
