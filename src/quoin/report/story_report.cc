// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/story_report.h>

#include <algorithm>
#include <map>
#include <utility>
#include <set>

namespace quoin {

StoryTotals count_story(const StoryReport& report) {
  StoryTotals totals;
  std::set<std::string> outlets;
  for (std::size_t i = 0; i < report.articles.size(); ++i) {
    if (report.is_reference(i)) {
      ++totals.references;
      continue;
    }
    const Article& article = report.articles[i];
    ++totals.documents;
    if (article.document.outlet) {
      outlets.insert(*article.document.outlet);
    } else {
      ++totals.outlets;
    }
    for (const Quotation& quotation : article.quotations) {
      if (quotation.block != BlockRole::kFurniture) ++totals.quotations;
    }
  }
  totals.outlets += outlets.size();
  return totals;
}

std::vector<std::vector<std::size_t>> group_copies(const StoryReport& report) {
  std::map<std::size_t, std::vector<std::size_t>> by_witness;
  for (std::size_t i = 0; i < report.articles.size(); ++i) {
    by_witness[report.comparison->witness[i]].push_back(i);
  }
  std::vector<std::vector<std::size_t>> copied;
  for (auto& [witness, documents] : by_witness) {
    if (documents.size() > 1) copied.push_back(std::move(documents));
  }
  std::stable_sort(copied.begin(), copied.end(),
                   [](const auto& a, const auto& b) {
                     return a.size() > b.size();
                   });
  return copied;
}

std::size_t count_documents(const ComparedCluster& compared) {
  std::set<std::size_t> documents;
  for (const Rendering& member : compared.cluster.members) {
    documents.insert(member.article);
  }
  return documents.size();
}

std::size_t place_in_document(const Article& article,
                              const Rendering& rendering, std::size_t byte) {
  if (rendering.quotation != kUnquoted) {
    for (const TextSpan segment :
         article.quotations[rendering.quotation].segments) {
      if (byte <= segment.size()) return segment.begin + byte;
      byte -= segment.size() + 1;
    }
  }
  return std::min(rendering.span.begin + byte, rendering.span.end);
}

const ComparedPair* find_pair(const ComparedCluster& cluster, std::size_t a,
                              std::size_t b) {
  if (a > b) std::swap(a, b);
  const auto found = std::lower_bound(
      cluster.pairs.begin(), cluster.pairs.end(), std::pair(a, b),
      [](const ComparedPair& pair, const std::pair<std::size_t, std::size_t>& at) {
        return std::pair(pair.a, pair.b) < at;
      });
  const bool is_there =
      found != cluster.pairs.end() && found->a == a && found->b == b;
  return is_there ? &*found : nullptr;
}

std::vector<std::vector<std::size_t>> group_renderings(
    const ComparedCluster& cluster) {
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < cluster.cluster.members.size(); ++i) {
    if (cluster.cluster.members[i].quotation == kUnquoted) continue;
    const auto home =
        std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
          if (cluster.members[group.front()].same_as ==
              cluster.members[i].same_as) {
            return true;
          }
          const ComparedPair* pair = find_pair(cluster, group.front(), i);
          return pair != nullptr && pair->finding.grade <= Grade::kConvention;
        });
    if (home == groups.end()) {
      groups.push_back({i});
    } else {
      home->push_back(i);
    }
  }
  return groups;
}

}  // namespace quoin
