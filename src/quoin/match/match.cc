// SPDX-License-Identifier: Apache-2.0
#include <quoin/match/match.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <quoin/match/reuse.h>
#include <quoin/match/spoken.h>
#include <quoin/match/stars.h>
#include <quoin/match/windows.h>
#include <quoin/match/witness.h>
#include <quoin/text/units.h>

namespace quoin {
namespace {

constexpr std::size_t kWeakWords = 4;

struct Draft {
  Rendering rendering;
  const Spoken* spoken = nullptr;  // null for reuse without marks
  std::size_t container = 0;       // index into all renderings
  std::size_t index = 0;           // of this, among them
};

bool is_before(const Draft& a, const Draft& b) {
  const auto& x = a.rendering;
  const auto& y = b.rendering;
  return x.article != y.article ? x.article < y.article
                                : x.span.begin < y.span.begin;
}

// Addresses, names of bodies and of works are printed everywhere alike: of a
// reuse most words are no names.
bool is_names_only(std::string_view text, const FoldTables& folds) {
  const FoldedWords words = fold_words(text, folds);
  std::size_t capitals = 0;
  std::size_t others = 0;
  for (const Unit& unit : words.units) {
    if (unit.capital && !unit.all_capitals) {
      ++capitals;
    } else if (unit.key.size() > 3) {
      ++others;
    }
  }
  return others < 2 || others < capitals;
}

void set_speakers(Cluster& cluster, const std::vector<Draft>& drafts) {
  std::map<std::string, std::size_t> votes;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const Spoken* spoken = drafts[i].spoken;
    if (spoken == nullptr || !spoken->speaker) continue;
    ++votes[*spoken->speaker];
    for (std::size_t j = 0; j < i; ++j) {
      if (drafts[j].spoken != nullptr &&
          compare_speakers(*spoken, *drafts[j].spoken) ==
              SpeakerAgreement::kConflict) {
        cluster.speaker_conflict = true;
      }
    }
  }
  std::size_t most = 0;
  for (const auto& [name, count] : votes) {
    cluster.speakers.push_back(name);
    // Of names for one person the fullest is shown.
    const bool fuller = !cluster.speaker_conflict && cluster.speaker &&
                        name.size() > cluster.speaker->size();
    if (count > most || fuller) {
      most = std::max(most, count);
      cluster.speaker = name;
    }
  }
  if (cluster.speaker_conflict) cluster.speaker.reset();
}

// The longest way between two members, over the containers they joined by.
std::size_t diameter_of(const std::vector<Rendering>& members) {
  const std::size_t n = members.size();
  std::vector<std::size_t> depth(n, 0);
  std::vector<std::size_t> order(n);
  for (std::size_t i = 0; i < n; ++i) {
    order[i] = i;
    for (std::size_t at = i; members[at].container != at;
         at = members[at].container) {
      ++depth[i];
    }
  }
  // The deepest first, so that who hangs on one is done before it.
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return depth[a] != depth[b] ? depth[a] > depth[b] : a < b;
  });
  std::vector<std::size_t> below(n, 0);  // joins down to the farthest
  std::size_t longest = 0;
  for (const std::size_t i : order) {
    const std::size_t on = members[i].container;
    if (on == i) continue;
    longest = std::max(longest, below[on] + below[i] + 1);
    below[on] = std::max(below[on], below[i] + 1);
  }
  return longest;
}

Cluster make_cluster(std::vector<Draft> drafts, std::size_t root) {
  std::sort(drafts.begin(), drafts.end(), is_before);
  Cluster cluster;
  std::map<std::size_t, std::size_t> place;
  for (std::size_t i = 0; i < drafts.size(); ++i) place[drafts[i].index] = i;
  for (Draft& draft : drafts) {
    draft.rendering.container = place.at(draft.container);
    cluster.members.push_back(draft.rendering);
    cluster.candidates_truncated = cluster.candidates_truncated ||
                                   draft.rendering.candidates_truncated;
  }
  cluster.root = place.at(root);
  cluster.diameter = diameter_of(cluster.members);
  set_speakers(cluster, drafts);
  return cluster;
}

}  // namespace

std::string_view to_string(RelationKind kind) {
  return kind == RelationKind::kDuplicate ? "duplicate" : "same_wire";
}

Matches match_quotations(std::span<const Article> articles,
                         const FoldTables& folds,
                         const MatchOptions& options) {
  Matches matches;
  Vocabulary vocabulary;
  const std::vector<Spoken> spoken =
      collect_spoken(articles, options.excluded, folds, vocabulary);
  const std::vector<ArticleWords> words =
      collect_words(articles, options.excluded, folds, vocabulary);
  const Windows windows(articles, options.window_days);
  Relations relations = find_relations(articles, words, windows);
  matches.relations = std::move(relations.pairs);
  matches.copies_truncated = std::move(relations.truncated);
  matches.witness = group_witnesses(articles.size(), matches.relations);

  const Star star = find_stars(spoken, windows, options);
  std::map<std::size_t, std::vector<Draft>> by_root;
  for (std::size_t i = 0; i < spoken.size(); ++i) {
    Draft draft;
    draft.spoken = &spoken[i];
    draft.index = i;
    draft.container = star.container[i];
    draft.rendering.article = spoken[i].article;
    draft.rendering.quotation = spoken[i].quotation;
    draft.rendering.span = spoken[i].span;
    draft.rendering.weak =
        !spoken[i].attributed && spoken[i].words.size() <= kWeakWords;
    draft.rendering.shared_words = star.shared_words[i];
    draft.rendering.candidates_truncated = star.truncated[i] != 0;
    by_root[star.root[i]].push_back(draft);
  }
  std::size_t next = spoken.size();
  for (const Reuse& reuse :
       find_reuse(articles, words, spoken, windows,
                  options.min_unquoted_words)) {
    const Document& document = articles[reuse.article].document;
    if (is_names_only(document.slice(reuse.span), folds)) continue;
    Draft draft;
    draft.index = next++;
    draft.container = reuse.spoken;
    draft.rendering.article = reuse.article;
    draft.rendering.span = reuse.span;
    draft.rendering.shared_words = reuse.words;
    by_root[star.root[reuse.spoken]].push_back(draft);
  }
  for (auto& [root, drafts] : by_root) {
    std::set<std::size_t> in;
    for (const Draft& draft : drafts) in.insert(draft.rendering.article);
    if (in.size() >= options.min_articles) {
      matches.clusters.push_back(make_cluster(std::move(drafts), root));
    }
  }
  std::sort(matches.clusters.begin(), matches.clusters.end(),
            [](const Cluster& a, const Cluster& b) {
              const Rendering& x = a.members.front();
              const Rendering& y = b.members.front();
              return x.article != y.article ? x.article < y.article
                                            : x.span.begin < y.span.begin;
            });
  for (std::size_t i = 0; i < matches.clusters.size(); ++i) {
    matches.clusters[i].id = "c";
    matches.clusters[i].id += std::to_string(i + 1);
  }
  return matches;
}

}  // namespace quoin
