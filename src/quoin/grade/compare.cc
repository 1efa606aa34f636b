// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/compare.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <quoin/grade/baseline.h>
#include <quoin/grade/boundary.h>
#include <quoin/grade/finding_id.h>
#include <quoin/grade/grade.h>
#include <quoin/grade/score.h>
#include <quoin/grade/selective.h>
#include <quoin/grade/source_index.h>
#include <quoin/grade/stories.h>
#include <quoin/grade/translated.h>
#include <quoin/match/days.h>
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
    prints_.assign(articles_.size(), 1);
    for (const DeclaredReference& reference : options_.references) {
      match.excluded.push_back(reference.article);
      prints_[reference.article] = 0;
    }
    // With something to hold it against, one printing is worth grading.
    if (!options_.references.empty()) match.min_articles = 1;
    Matches matches = match_quotations(articles_, tables_.folds, match);
    out_.relations = std::move(matches.relations);
    out_.witness = std::move(matches.witness);
    out_.copies_truncated = std::move(matches.copies_truncated);
    Vocabulary vocabulary;
    for (Spoken& spoken : collect_spoken(articles_, match.excluded,
                                         tables_.folds, vocabulary)) {
      spoken_[{spoken.article, spoken.quotation}] = std::move(spoken);
    }
    read_references();
    for (Cluster& cluster : matches.clusters) compare(std::move(cluster));
    out_.rows = count_rows(articles_, spoken_, out_.clusters);
    out_.outlets = sum_by_outlet(articles_, out_.rows, prints_);
    out_.stories = group_stories(prints_, options_.one_story, out_.relations,
                                 out_.clusters);
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
    agency_copies_ = find_agency_copies(articles_);
    for (const DocumentRelation& relation : out_.relations) {
      if (relation.kind != RelationKind::kDuplicate) continue;
      one_page_.emplace(relation.a, relation.b);
    }
  }

  void compare(Cluster cluster) {
    ComparedCluster compared;
    compared.members.resize(cluster.members.size());
    texts_.clear();
    findings_.clear();
    for (const Rendering& member : cluster.members) {
      texts_.push_back(rendering_text(articles_[member.article], member));
    }
    compared.cluster = std::move(cluster);
    find_same(compared);
    choose_reference(compared);
    grade_pairs(compared);
    if (!compared.reference) {
      set_baseline(compared);
      grade_pairs_with_baseline(compared);
    }
    find_selective(compared);
    find_earliest(compared);
    out_.clusters.push_back(std::move(compared));
  }

  void find_same(ComparedCluster& compared) const {
    std::map<std::string_view, std::size_t> first;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      compared.members[i].same_as = first.emplace(texts_[i], i).first->second;
    }
  }

  // ---- The reference --------------------------------------------------------

  // The most trusted reference that holds the fullest rendering, or else any;
  // the passage is grown to hold what every member prints. Undeclared, the
  // agency's own copy is one.
  void choose_reference(ComparedCluster& compared) {
    for (std::size_t k = 0; k < references_.size(); ++k) {
      ChosenReference chosen;
      chosen.type = references_[k].type;
      chosen.article = references_[k].article;
      chosen.reason = reason_for(k);
      chosen.speaker = references_[k].speaker;
      if (hold_against(std::move(chosen), sources_[k], compared)) return;
    }
    for (const Rendering& member : compared.cluster.members) {
      if (!agency_copies_[member.article]) continue;
      const Document& document = articles_[member.article].document;
      ChosenReference chosen;
      chosen.type = ReferenceType::kAgencyCopy;
      chosen.article = member.article;
      chosen.reason = "the agency's own copy (" + *document.wire +
                      "), since no reference supplied holds these words";
      const auto [source, is_new] =
          agency_sources_.try_emplace(member.article, document, tables_.folds);
      if (hold_against(std::move(chosen), source->second, compared)) return;
    }
    compared.reference_reason =
        references_.empty() ? kNoReference : kNotInReference;
    if (!references_.empty()) grade_missing(compared);
  }

  bool hold_against(ChosenReference chosen, const SourceIndex& source,
                    ComparedCluster& compared) {
    const HeldPassage held = find_held(source, texts_, compared.cluster.root,
                                       tables_.folds);
    if (!held.span) return false;
    bool clean = held.clean;
    const std::string_view bytes = source.bytes(clean);
    SpokenWords words{
        source.in_document(*held.span, clean),
        std::string(bytes.substr(held.span->begin, held.span->size())),
        {}};
    // Of an outlet's article only the words in its marks are a source's.
    if (chosen.type == ReferenceType::kAgencyCopy && prints_[chosen.article]) {
      clean = false;
      words = spoken_words_of(articles_[chosen.article], words.span);
    }
    chosen.span = words.span;
    reference_text_ = std::move(words.text);
    reference_blanks_ = std::move(words.blanks);
    compared.reference_reason = chosen.reason;
    grade_members(compared, chosen);
    for (std::size_t i = 0; i < compared.members.size(); ++i) {
      if (!compared.members[i].finding) continue;
      Finding& finding = *compared.members[i].finding;
      if (clean) source.show_damage(*held.span, finding);
      const std::size_t begin = chosen.span.begin;
      source.mark_turns({begin + finding.aligned.begin,
                         begin + finding.aligned.end},
                        finding);
      const Rendering& member = compared.cluster.members[i];
      const auto spoken = spoken_.find({member.article, member.quotation});
      if (is_transcript(chosen.type) && spoken != spoken_.end() &&
          !finding.has("across_turns") &&
          source.gives_to_another(spoken->second.name_words,
                                  begin + finding.aligned.begin,
                                  tables_.folds)) {
        finding.add_flag("misattributed");
      }
    }
    compared.reference = std::move(chosen);
    return true;
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
    const Document& reference = articles_[chosen.article].document;
    const std::string_view passage = reference_text_;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      const Rendering& rendering = compared.cluster.members[i];
      // The agency's copy is held against nothing.
      if (rendering.article == chosen.article) continue;
      const Article& article = articles_[rendering.article];
      ComparedMember& member = compared.members[i];
      member.finding = graded(passage, texts_[i], GradeMode::kReference);
      cover_blanks(reference_blanks_, *member.finding);
      if (languages_differ(reference, article.document)) {
        mark_translated(*member.finding);
      }
      member.finding->id =
          finding_id({side_of(rendering, i), {reference.id, "", 0}});
      add_flags(rendering, *member.finding);
      if (is_misattributed(rendering, chosen)) {
        member.finding->add_flag("misattributed");
      }
      member.boundary_shift = find_boundary_shift(
          article, rendering, *member.finding, passage, tables_.folds);
      if (member.boundary_shift) member.finding->add_flag("boundary_shift");
    }
  }

  static bool is_transcript(ReferenceType type) {
    return type == ReferenceType::kTranscript ||
           type == ReferenceType::kOfficialTranscript;
  }

  // A transcript holds its speaker's words and nobody else's; a statement is
  // given by a body through whom it likes.
  bool is_misattributed(const Rendering& rendering,
                        const ChosenReference& chosen) const {
    const auto spoken = spoken_.find({rendering.article, rendering.quotation});
    return is_transcript(chosen.type) && chosen.speaker && spoken != spoken_.end() &&
           compare_names(spoken->second.name_words,
                         name_words_of(*chosen.speaker, tables_.folds)) ==
               SpeakerAgreement::kConflict;
  }

  // No passage: not found, which says something only of complete references.
  void grade_missing(ComparedCluster& compared) {
    const bool complete =
        std::any_of(references_.begin(), references_.end(),
                    [](const auto& r) { return r.complete; });
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      Finding finding;
      finding.id = finding_id({side_of(compared.cluster.members[i], i)});
      finding.grade = complete ? Grade::kNotFound : Grade::kCannotCheck;
      finding.rule = complete ? "not_found/complete-reference"
                              : "cannot_check/not-in-references";
      finding.printed_words = count_words(texts_[i]);
      compared.members[i].finding = std::move(finding);
    }
  }

  std::size_t count_words(const std::string& text) const {
    return fold_words(text, tables_.folds).units.size();
  }

  FindingSide side_of(const Rendering& member, std::size_t index) {
    const Article& article = articles_[member.article];
    std::size_t occurrence = 0;
    if (member.quotation != kUnquoted) {
      occurrence = occurrences_.try_emplace(member.article, article)
                       .first->second.at(member.span.begin);
    }
    return {article.document.id, texts_[index], occurrence};
  }

  static void add_flags(const Rendering& member, Finding& finding) {
    if (member.quotation == kUnquoted) finding.add_flag("unquoted_reuse");
  }

  // Printings repeat themselves, so findings do.
  const Finding& graded(std::string_view a, std::string_view b,
                        GradeMode mode) {
    auto [at, is_new] = findings_.try_emplace(
        {std::string(a), std::string(b), mode == GradeMode::kReference});
    if (is_new) at->second = grade(a, b, tables_, mode);
    return at->second;
  }

  // ---- Pairs ----------------------------------------------------------------

  void grade_pairs(ComparedCluster& compared) {
    const auto& members = compared.cluster.members;
    compared.pairs_with_root_only = members.size() > options_.max_all_pairs;
    translated_.clear();
    for (const Rendering& member : members) {
      translated_.push_back(
          is_translation(articles_[member.article], member.span, tables_));
    }
    for (std::size_t a = 0; a < members.size(); ++a) {
      for (std::size_t b = a + 1; b < members.size(); ++b) {
        const bool with_root =
            a == compared.cluster.root || b == compared.cluster.root;
        if (compared.pairs_with_root_only && !with_root) continue;
        compared.pairs.push_back(compare_pair(compared, a, b));
      }
    }
  }

  // Of a cluster so large that only pairs with the root were graded.
  void grade_pairs_with_baseline(ComparedCluster& compared) {
    const bool all = !compared.pairs_with_root_only || !compared.baseline ||
                     *compared.baseline == compared.cluster.root;
    if (all) return;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      const bool graded_already =
          i == *compared.baseline || i == compared.cluster.root;
      if (graded_already) continue;
      const auto [a, b] = std::minmax(i, *compared.baseline);
      compared.pairs.push_back(compare_pair(compared, a, b));
    }
    std::sort(compared.pairs.begin(), compared.pairs.end(),
              [](const ComparedPair& x, const ComparedPair& y) {
                return x.a != y.a ? x.a < y.a : x.b < y.b;
              });
  }

  ComparedPair compare_pair(ComparedCluster& compared, std::size_t a,
                            std::size_t b) {
    const Rendering& x = compared.cluster.members[a];
    const Rendering& y = compared.cluster.members[b];
    ComparedPair pair;
    pair.a = a;
    pair.b = b;
    pair.finding = graded(texts_[a], texts_[b], GradeMode::kSymmetric);
    pair.finding.id = finding_id({side_of(x, a), side_of(y, b)});
    pair.independent = out_.witness[x.article] != out_.witness[y.article];
    pair.same_speaker = same_speaker(x, y);
    const bool translated =
        (translated_[a] || translated_[b]) && pair.independent;
    if (translated || languages_differ(articles_[x.article].document,
                                       articles_[y.article].document)) {
      mark_translated(pair.finding);
    }
    add_flags(x, pair.finding);
    add_flags(y, pair.finding);
    if (mark_of(x) != mark_of(y)) pair.finding.add_flag("delimiter_glyph");
    if (is_one_page(x.article, y.article)) {
      pair.finding.add_flag("same_outlet_or_duplicate");
    }
    add_boundary_shift(compared, pair);
    return pair;
  }

  void add_boundary_shift(ComparedCluster& compared, ComparedPair& pair) const {
    const bool first_is_fuller =
        pair.finding.reference_words >= pair.finding.printed_words;
    const std::size_t fuller = first_is_fuller ? pair.a : pair.b;
    const std::size_t shorter = first_is_fuller ? pair.b : pair.a;
    const Rendering& part = compared.cluster.members[shorter];
    const auto shift =
        find_boundary_shift(articles_[part.article], part, pair.finding,
                            texts_[fuller], tables_.folds);
    if (!shift) return;
    pair.finding.add_flag("boundary_shift");
    auto& known = compared.members[shorter].boundary_shift;
    if (!known) known = shift;
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
    return one_page_.contains(std::minmax(a, b));
  }

  // ---- The cluster as a whole -------------------------------------------------

  void set_baseline(ComparedCluster& compared) const {
    std::vector<std::size_t> words;
    for (const std::string& text : texts_) words.push_back(count_words(text));
    const Baseline baseline =
        choose_baseline(articles_, out_.witness, compared, words);
    compared.baseline = baseline.member;
    compared.baseline_rule = baseline.rule;
  }

  // Neighbouring fragments of one article, held against the reference or, where
  // there is none, the fullest rendering of another article.
  void find_selective(ComparedCluster& compared) {
    const auto& members = compared.cluster.members;
    const Rendering& root = members[compared.cluster.root];
    for (std::size_t i = 0; i + 1 < members.size(); ++i) {
      const Rendering& a = members[i];
      const Rendering& b = members[i + 1];
      const bool fragments = a.article == b.article &&
                             a.quotation != kUnquoted &&
                             b.quotation != kUnquoted &&
                             a.quotation != b.quotation &&
                             (compared.reference || root.article != a.article);
      if (!fragments) continue;
      const std::string_view fuller =
          compared.reference ? std::string_view(reference_text_)
                             : std::string_view(texts_[compared.cluster.root]);
      const Finding x = graded(fuller, texts_[i], GradeMode::kReference);
      const Finding y = graded(fuller, texts_[i + 1], GradeMode::kReference);
      const bool excerpts = x.grade <= Grade::kMarkedEdit &&
                            y.grade <= Grade::kMarkedEdit &&
                            x.aligned.end <= y.aligned.begin;
      if (!excerpts) continue;
      compared.members[i].unquoted_between = find_selective_unquoting(
          articles_[a.article], {a.quotation, a.span}, {b.quotation, b.span},
          fuller.substr(x.aligned.end, y.aligned.begin - x.aligned.end),
          tables_.folds);
      if (!compared.members[i].unquoted_between) continue;
      flag_member(compared, i, "selective_unquoting");
      flag_member(compared, i + 1, "selective_unquoting");
    }
  }

  // Against the reference, or in the pairs with the fullest rendering.
  void flag_member(ComparedCluster& compared, std::size_t member,
                   std::string_view flag) const {
    if (compared.members[member].finding) {
      compared.members[member].finding->add_flag(flag);
      return;
    }
    const std::size_t root = compared.cluster.root;
    for (ComparedPair& pair : compared.pairs) {
      const bool with_root = (pair.a == member && pair.b == root) ||
                             (pair.b == member && pair.a == root);
      if (with_root) pair.finding.add_flag(flag);
    }
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

  std::span<const Article> articles_;
  const GradeTables& tables_;
  const CompareOptions& options_;
  Comparison out_;
  std::vector<char> prints_;  // per article: it is no declared reference
  std::vector<DeclaredReference> references_;
  std::vector<SourceIndex> sources_;
  std::vector<char> agency_copies_;
  std::map<std::size_t, SourceIndex> agency_sources_;
  std::set<std::pair<std::size_t, std::size_t>> one_page_;
  std::map<std::size_t, Occurrences> occurrences_;
  SpokenByPlace spoken_;
  // Of the cluster at hand: what its members are graded against, if anything,
  // and per member.
  std::string reference_text_;
  std::vector<ReferenceSpan> reference_blanks_;
  std::vector<std::string> texts_;
  std::vector<char> translated_;
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
