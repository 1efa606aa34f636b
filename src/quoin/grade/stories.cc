// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/stories.h>

#include <algorithm>
#include <map>
#include <utility>

namespace quoin {
namespace {

// Words that are not said twice by chance.
constexpr std::size_t kSureWords = 8;
constexpr std::size_t kFewShared = 2;

std::vector<std::size_t> articles_of(const ComparedCluster& compared) {
  std::vector<std::size_t> articles;
  for (const Rendering& member : compared.cluster.members) {
    if (articles.empty() || articles.back() != member.article) {
      articles.push_back(member.article);
    }
  }
  return articles;
}

class Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size) {
    for (std::size_t i = 0; i < size; ++i) parent_[i] = i;
  }
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = root(a), b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

void join_articles(const std::vector<ComparedCluster>& clusters, Sets& sets) {
  // Pairs that one short quotation brings together so far.
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> shared;
  for (const ComparedCluster& compared : clusters) {
    const auto& members = compared.cluster.members;
    // What joins is the edge to the container, not membership: a star's arms
    // may have nothing to do with each other.
    for (std::size_t i = 0; i < members.size(); ++i) {
      const Rendering& member = members[i];
      const std::size_t other = members[member.container].article;
      if (member.article == other || i == compared.cluster.root) continue;
      const auto pair = std::minmax(member.article, other);
      if (member.shared_words >= kSureWords ||
          ++shared[pair] >= kFewShared) {
        sets.join(member.article, other);
      }
    }
  }
}

void set_not_printed(const std::vector<std::size_t>& story,
                     ComparedCluster& compared) {
  const std::vector<std::size_t> printed = articles_of(compared);
  compared.not_printed.clear();
  std::set_difference(story.begin(), story.end(), printed.begin(),
                      printed.end(), std::back_inserter(compared.not_printed));
}

}  // namespace

std::vector<StoryGroup> group_stories(
    const std::vector<char>& counts, bool one_story,
    const std::vector<DocumentRelation>& relations,
    std::vector<ComparedCluster>& clusters) {
  Sets sets(counts.size());
  if (!one_story) {
    join_articles(clusters, sets);
    for (const DocumentRelation& relation : relations) {
      sets.join(relation.a, relation.b);
    }
  }
  const auto home = [&](std::size_t article) {
    return one_story ? 0 : sets.root(article);
  };
  std::map<std::size_t, StoryGroup> groups;
  for (std::size_t c = 0; c < clusters.size(); ++c) {
    const Cluster& cluster = clusters[c].cluster;
    groups[home(cluster.members[cluster.root].article)].clusters.push_back(c);
  }
  if (one_story) groups[0];
  for (std::size_t a = 0; a < counts.size(); ++a) {
    const auto group = groups.find(home(a));
    if (counts[a] && group != groups.end()) group->second.articles.push_back(a);
  }
  std::vector<StoryGroup> stories;
  for (auto& [root, group] : groups) {
    group.id = "s" + std::to_string(stories.size() + 1);
    for (const std::size_t c : group.clusters) {
      clusters[c].story = stories.size();
      set_not_printed(group.articles, clusters[c]);
    }
    stories.push_back(std::move(group));
  }
  return stories;
}

}  // namespace quoin
