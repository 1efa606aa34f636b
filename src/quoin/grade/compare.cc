// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/compare.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <quoin/grade/boundary.h>
#include <quoin/grade/grade.h>
#include <quoin/match/days.h>
#include <quoin/match/locate.h>
#include <quoin/match/spoken.h>

namespace quoin {
namespace {

constexpr std::string_view kNoReference =
    "no reference supplied: printings are compared with each other";
constexpr std::string_view kNotInReference =
    "the references supplied do not hold these words";

class Comparer {
 public:
  Comparer(std::span<const Article> articles, const GradeTables& tables,
           const CompareOptions& options)
      : articles_(articles), tables_(tables), options_(options) {}

  Comparison run() {
    MatchOptions match = options_.match;
    for (const DeclaredReference& reference : options_.references) {
      match.excluded.push_back(reference.article);
    }
    // With something to hold it against, one printing is worth grading.
    if (!options_.references.empty()) match.min_articles = 1;
    Matches matches = match_quotations(articles_, tables_.folds, match);
    out_.relations = std::move(matches.relations);
    out_.witness = std::move(matches.witness);
    Vocabulary vocabulary;
    for (Spoken& spoken : collect_spoken(articles_, match.excluded,
                                         tables_.folds, vocabulary)) {
      spoken_[{spoken.article, spoken.quotation}] = std::move(spoken);
    }
    read_references();
    for (Cluster& cluster : matches.clusters) compare(std::move(cluster));
    count_rows();
    return std::move(out_);
  }

 private:
  void read_references() {
    references_ = options_.references;
    std::stable_sort(references_.begin(), references_.end(),
                     [](const auto& a, const auto& b) {
                       return a.type < b.type;
                     });
    for (const DeclaredReference& reference : references_) {
      sources_.emplace_back(articles_[reference.article].document,
                            tables_.folds);
    }
  }

  bool is_reference(std::size_t article) const {
    return std::any_of(references_.begin(), references_.end(),
                       [&](const auto& r) { return r.article == article; });
  }

  void compare(Cluster cluster) {
    ComparedCluster compared;
    compared.members.resize(cluster.members.size());
    texts_.clear();
    for (const Rendering& member : cluster.members) {
      texts_.push_back(rendering_text(articles_[member.article], member));
    }
    compared.cluster = std::move(cluster);
    choose_reference(compared);
    grade_pairs(compared);
    find_earliest(compared);
    for (std::size_t a = 0; a < articles_.size(); ++a) {
      const auto& members = compared.cluster.members;
      const bool printed =
          std::any_of(members.begin(), members.end(),
                      [&](const Rendering& m) { return m.article == a; });
      if (!printed && !is_reference(a)) compared.not_printed.push_back(a);
    }
    out_.clusters.push_back(std::move(compared));
  }

  // The most trusted reference that holds the fullest rendering, or else any;
  // the passage is grown to hold what every member prints.
  void choose_reference(ComparedCluster& compared) {
    if (references_.empty()) {
      compared.reference_reason = kNoReference;
      return;
    }
    for (std::size_t k = 0; k < references_.size(); ++k) {
      const auto span = passage_of(compared, sources_[k]);
      if (!span) continue;
      ChosenReference chosen;
      chosen.type = references_[k].type;
      chosen.article = references_[k].article;
      chosen.span = *span;
      chosen.reason = reason_for(k);
      compared.reference_reason = chosen.reason;
      grade_members(compared, chosen);
      compared.reference = std::move(chosen);
      return;
    }
    compared.reference_reason = kNotInReference;
    grade_missing(compared);
  }

  std::optional<TextSpan> passage_of(const ComparedCluster& compared,
                                     const SourceText& source) const {
    std::optional<TextSpan> span;
    const auto add = [&](std::size_t member) {
      for (const Passage& passage :
           source.locate(texts_[member], tables_.folds)) {
        // Of several places the one that goes on what is known already.
        if (!span) {
          span = passage.sentences;
          return;
        }
        if (passage.sentences.overlaps(*span)) {
          span->begin = std::min(span->begin, passage.sentences.begin);
          span->end = std::max(span->end, passage.sentences.end);
          return;
        }
      }
    };
    add(compared.cluster.root);
    for (std::size_t i = 0; i < texts_.size(); ++i) add(i);
    return span;
  }

  std::string reason_for(std::size_t k) const {
    std::string type(to_string(references_[k].type));
    std::replace(type.begin(), type.end(), '_', ' ');
    const auto same = std::count_if(
        references_.begin(), references_.end(),
        [&](const auto& r) { return r.type == references_[k].type; });
    if (references_.size() == 1) return "the only reference supplied: " + type;
    if (same == 1) return "the most trusted that holds these words: " + type;
    return "the first " + type + " supplied that holds these words";
  }

  void grade_members(ComparedCluster& compared,
                     const ChosenReference& chosen) {
    const std::string_view passage =
        articles_[chosen.article].document.slice(chosen.span);
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      ComparedMember& member = compared.members[i];
      member.finding =
          graded(passage, texts_[i], GradeMode::kReference);
      add_flags(compared.cluster.members[i], *member.finding);
      member.boundary_shift =
          find_boundary_shift(articles_[compared.cluster.members[i].article],
                              compared.cluster.members[i], *member.finding,
                              passage, tables_.folds);
      if (member.boundary_shift) add_flag(*member.finding, "boundary_shift");
    }
  }

  // No passage: not found, which says something only of complete references.
  void grade_missing(ComparedCluster& compared) {
    const bool complete =
        std::any_of(references_.begin(), references_.end(),
                    [](const auto& r) { return r.complete; });
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      Finding finding;
      finding.grade = complete ? Grade::kNotFound : Grade::kCannotCheck;
      finding.rule = complete ? "not_found/complete-reference"
                              : "cannot_check/not-in-references";
      finding.printed_words =
          fold_words(texts_[i], tables_.folds).units.size();
      compared.members[i].finding = std::move(finding);
    }
  }

  static void add_flag(Finding& finding, std::string_view flag) {
    if (finding.has(flag)) return;
    finding.flags.emplace_back(flag);
    std::sort(finding.flags.begin(), finding.flags.end());
  }

  void add_flags(const Rendering& member, Finding& finding) const {
    if (member.quotation == kUnquoted) add_flag(finding, "unquoted_reuse");
  }

  // Printings repeat themselves, so findings do.
  const Finding& graded(std::string_view a, std::string_view b,
                        GradeMode mode) {
    auto [at, is_new] = findings_.try_emplace(
        {std::string(a), std::string(b), mode == GradeMode::kReference});
    if (is_new) at->second = grade(a, b, tables_, mode);
    return at->second;
  }

  void grade_pairs(ComparedCluster& compared) {
    const auto& members = compared.cluster.members;
    findings_.clear();
    compared.pairs_with_root_only = members.size() > options_.max_all_pairs;
    for (std::size_t a = 0; a < members.size(); ++a) {
      for (std::size_t b = a + 1; b < members.size(); ++b) {
        const bool with_root =
            a == compared.cluster.root || b == compared.cluster.root;
        if (compared.pairs_with_root_only && !with_root) continue;
        compared.pairs.push_back(compare_pair(compared, a, b));
      }
    }
  }

  ComparedPair compare_pair(ComparedCluster& compared, std::size_t a,
                            std::size_t b) {
    const Rendering& x = compared.cluster.members[a];
    const Rendering& y = compared.cluster.members[b];
    ComparedPair pair;
    pair.a = a;
    pair.b = b;
    pair.finding = graded(texts_[a], texts_[b], GradeMode::kSymmetric);
    pair.independent = out_.witness[x.article] != out_.witness[y.article];
    pair.same_speaker = same_speaker(x, y);
    add_flags(x, pair.finding);
    add_flags(y, pair.finding);
    if (mark_of(x) != mark_of(y)) add_flag(pair.finding, "delimiter_glyph");
    if (is_one_page(x.article, y.article)) {
      add_flag(pair.finding, "same_outlet_or_duplicate");
    }
    const bool first_is_fuller =
        pair.finding.reference_words >= pair.finding.printed_words;
    const std::size_t fuller = first_is_fuller ? a : b;
    const std::size_t shorter = first_is_fuller ? b : a;
    const Rendering& part = compared.cluster.members[shorter];
    const auto shift =
        find_boundary_shift(articles_[part.article], part, pair.finding,
                            texts_[fuller], tables_.folds);
    if (shift) {
      add_flag(pair.finding, "boundary_shift");
      auto& known = compared.members[shorter].boundary_shift;
      if (!known) known = shift;
    }
    return pair;
  }

  std::string_view mark_of(const Rendering& member) const {
    if (member.quotation == kUnquoted) return {};
    const Article& article = articles_[member.article];
    return article.document.slice(article.quotations[member.quotation].open);
  }

  bool same_speaker(const Rendering& a, const Rendering& b) const {
    const auto x = spoken_.find({a.article, a.quotation});
    const auto y = spoken_.find({b.article, b.quotation});
    return x != spoken_.end() && y != spoken_.end() &&
           compare_speakers(x->second, y->second) == SpeakerAgreement::kSame;
  }

  bool is_one_page(std::size_t a, std::size_t b) const {
    if (a == b) return true;
    const auto& outlet = articles_[a].document.outlet;
    if (outlet && outlet == articles_[b].document.outlet) return true;
    for (const DocumentRelation& relation : out_.relations) {
      if (relation.kind == RelationKind::kDuplicate &&
          relation.a == std::min(a, b) && relation.b == std::max(a, b)) {
        return true;
      }
    }
    return false;
  }

  // First in print: only said where at least two printings are dated.
  void find_earliest(ComparedCluster& compared) const {
    std::optional<long> first;
    std::size_t dated = 0;
    std::size_t at_first = 0;
    std::size_t earliest = 0;
    const auto& members = compared.cluster.members;
    for (std::size_t i = 0; i < members.size(); ++i) {
      const auto day = days_of(articles_[members[i].article].document.published);
      if (!day) continue;
      ++dated;
      if (first && *day == *first) ++at_first;
      if (first && *day >= *first) continue;
      first = day;
      earliest = i;
      at_first = 1;
    }
    if (dated >= 2 && at_first < dated) compared.earliest = earliest;
  }

  void count_rows() {
    std::set<std::pair<std::size_t, std::size_t>> clustered;
    std::set<std::pair<std::size_t, std::size_t>> held;
    out_.rows.resize(articles_.size());
    for (const ComparedCluster& compared : out_.clusters) {
      const auto& members = compared.cluster.members;
      std::set<std::size_t> in;
      for (const Rendering& member : members) in.insert(member.article);
      for (std::size_t i = 0; i < members.size(); ++i) {
        if (members[i].quotation == kUnquoted) continue;
        const auto key =
            std::make_pair(members[i].article, members[i].quotation);
        if (in.size() > 1) clustered.insert(key);
        const auto& finding = compared.members[i].finding;
        if (!finding || finding->grade == Grade::kCannotCheck) continue;
        held.insert(key);
        ++out_.rows[members[i].article]
              .by_grade[static_cast<std::size_t>(finding->grade)];
      }
    }
    for (std::size_t a = 0; a < articles_.size(); ++a) {
      out_.rows[a].article = a;
    }
    for (const auto& [key, spoken] : spoken_) {
      ScoreRow& row = out_.rows[key.first];
      ++row.quotations;
      row.clustered += clustered.contains(key);
      row.cannot_check += !held.contains(key);
    }
  }

  std::span<const Article> articles_;
  const GradeTables& tables_;
  const CompareOptions& options_;
  Comparison out_;
  std::vector<DeclaredReference> references_;
  std::vector<SourceText> sources_;
  std::map<std::pair<std::size_t, std::size_t>, Spoken> spoken_;
  std::vector<std::string> texts_;  // of the members of the cluster at hand
  std::map<std::tuple<std::string, std::string, bool>, Finding> findings_;
};

}  // namespace

std::string rendering_text(const Article& article,
                           const Rendering& rendering) {
  return std::string(article.document.slice(rendering.span));
}

Comparison compare_articles(std::span<const Article> articles,
                            const GradeTables& tables,
                            const CompareOptions& options) {
  return Comparer(articles, tables, options).run();
}

}  // namespace quoin
