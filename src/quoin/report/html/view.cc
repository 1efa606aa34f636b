// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/view.h>

#include <algorithm>
#include <map>
#include <utility>

#include <quoin/report/html/anchors.h>
#include <quoin/report/html/verdict.h>
#include <quoin/report/html/words.h>

namespace quoin {
namespace {

void find_outlets(StoryView& view) {
  std::map<std::string, std::size_t> named;
  const StoryReport& report = *view.report;
  view.outlet_of.assign(report.articles.size(), kNoIndex);
  for (std::size_t i = 0; i < report.articles.size(); ++i) {
    if (report.is_reference(i)) continue;
    const Document& document = report.articles[i].document;
    std::size_t at = view.outlets.size();
    if (document.outlet) at = named.emplace(*document.outlet, at).first->second;
    if (at == view.outlets.size()) {
      view.outlets.push_back({document.outlet.value_or(document.id), {}});
    }
    view.outlets[at].articles.push_back(i);
    view.outlet_of[i] = at;
  }
}

// White space apart from words, where no finding counted them.
std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!is_space && !in_word) ++count;
    in_word = !is_space;
  }
  return count;
}

// The differences of a printing from the base, in one line: printings of the
// same reading have the same.
std::string signature_of(const PrintingView& printing) {
  if (printing.finding == nullptr) return {};
  if (printing.finding->grade >= Grade::kNotFound) return "not compared";
  std::string signature;
  for (const Edit& edit :
       edits_of(*printing.finding, printing.base_side, printing.text)) {
    if (edit.operation->grade <= Grade::kConvention) continue;
    signature += std::to_string(edit.begin) + "-" + std::to_string(edit.end) +
                 ":" + std::string(edit.text) + "\x01";
  }
  return signature;
}

class ClusterBuilder {
 public:
  ClusterBuilder(const StoryView& story, const ComparedCluster& compared,
                 Anchors& anchors)
      : story_(story), compared_(compared), anchors_(anchors) {}

  ClusterView build();

 private:
  void find_base();
  void add_printing(std::size_t member);
  void hold_against_base(PrintingView& printing);
  void group_readings();
  void find_outlets();
  void count_base_words();

  const StoryView& story_;
  const ComparedCluster& compared_;
  Anchors& anchors_;
  ClusterView out_;
};

ClusterView ClusterBuilder::build() {
  out_.compared = &compared_;
  find_base();
  out_.anchor = anchors_.of_words(out_.base);
  for (std::size_t i = 0; i < compared_.cluster.members.size(); ++i) {
    if (!story_.report->is_reference(compared_.cluster.members[i].article)) {
      add_printing(i);
    }
  }
  group_readings();
  find_outlets();
  count_base_words();
  const std::string speaker = compared_.cluster.speaker.value_or("");
  const auto at =
      std::find(story_.speakers.begin(), story_.speakers.end(), speaker);
  out_.speaker = static_cast<std::size_t>(at - story_.speakers.begin());
  out_.verdict = describe_cluster(out_);
  return std::move(out_);
}

void ClusterBuilder::find_base() {
  const Cluster& cluster = compared_.cluster;
  if (compared_.reference) {
    const Document& document = story_.document(compared_.reference->article);
    out_.base = std::string(document.slice(compared_.reference->span));
    out_.has_reference = true;
    return;
  }
  out_.base_member = compared_.baseline.value_or(cluster.root);
  const Rendering& root = cluster.members[out_.base_member];
  out_.base = rendering_text(story_.report->articles[root.article], root);
}

void ClusterBuilder::add_printing(std::size_t member) {
  const Rendering& rendering = compared_.cluster.members[member];
  PrintingView printing;
  printing.member = member;
  printing.article = rendering.article;
  printing.outlet = story_.outlet_of[rendering.article];
  printing.text =
      rendering_text(story_.report->articles[rendering.article], rendering);
  hold_against_base(printing);
  printing.anchor =
      printing.finding != nullptr && !printing.finding->id.empty()
          ? anchors_.of_finding(printing.finding->id)
          : anchors_.below(out_.anchor, story_.outlets[printing.outlet].name);
  // Its reading is found when all are here; anything but kNoIndex will do.
  if (rendering.quotation != kUnquoted) printing.reading = 0;
  out_.printings.push_back(std::move(printing));
}

void ClusterBuilder::hold_against_base(PrintingView& printing) {
  const std::optional<Finding>& judged =
      compared_.members[printing.member].finding;
  if (out_.has_reference) {
    if (judged) {
      printing.finding = &*judged;
      printing.grade = judged->grade;
    }
    return;
  }
  // That complete references lack the words is a grade of its own; that others
  // do leaves the printings to be compared with each other.
  const bool is_missing = judged && judged->grade == Grade::kNotFound;
  if (is_missing) printing.grade = Grade::kNotFound;
  const std::size_t root = out_.base_member;
  if (printing.member == root) return;
  const ComparedPair* pair = find_pair(compared_, root, printing.member);
  if (pair == nullptr) return;
  printing.finding = &pair->finding;
  printing.base_side = pair->a == root ? BaseSide::kFirst : BaseSide::kSecond;
  if (!is_missing) printing.grade = pair->finding.grade;
}

void ClusterBuilder::group_readings() {
  std::map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < out_.printings.size(); ++i) {
    PrintingView& printing = out_.printings[i];
    if (!printing.is_marked()) continue;
    const auto [at, is_new] =
        known.emplace(signature_of(printing), out_.readings.size());
    if (is_new) {
      out_.readings.push_back({reading_letter(out_.readings.size()), {}});
    }
    printing.reading = at->second;
    out_.readings[at->second].printings.push_back(i);
    if (printing.member == out_.base_member ||
        (out_.has_reference && at->first.empty())) {
      out_.base_reading = at->second;
    }
    out_.worst = std::max(out_.worst, printing.grade);
  }
}

void ClusterBuilder::find_outlets() {
  std::vector<bool> holds(story_.outlets.size(), false);
  std::vector<bool> prints(story_.outlets.size(), false);
  for (const PrintingView& printing : out_.printings) {
    holds[printing.outlet] = true;
    if (printing.is_marked()) prints[printing.outlet] = true;
  }
  for (std::size_t i = 0; i < prints.size(); ++i) {
    if (prints[i]) out_.outlets.push_back(i);
  }
  std::vector<bool> lacks(story_.outlets.size(), false);
  for (const std::size_t article : compared_.not_printed) {
    if (!story_.report->is_reference(article)) {
      lacks[story_.outlet_of[article]] = true;
    }
  }
  for (std::size_t i = 0; i < lacks.size(); ++i) {
    if (lacks[i] && !holds[i]) out_.not_printed.push_back(i);
  }
}

void ClusterBuilder::count_base_words() {
  for (const PrintingView& printing : out_.printings) {
    if (printing.finding == nullptr) continue;
    out_.words = printing.base_side == BaseSide::kFirst
                     ? printing.finding->reference_words
                     : printing.finding->printed_words;
    if (out_.words > 0) return;
  }
  out_.words = count_words(out_.base);
}

void find_speakers(StoryView& view) {
  bool anybody_unnamed = false;
  for (const ComparedCluster& compared : view.report->comparison->clusters) {
    if (compared.cluster.speaker) {
      view.speakers.push_back(*compared.cluster.speaker);
    } else {
      anybody_unnamed = true;
    }
  }
  std::sort(view.speakers.begin(), view.speakers.end());
  view.speakers.erase(std::unique(view.speakers.begin(), view.speakers.end()),
                      view.speakers.end());
  if (anybody_unnamed) view.speakers.emplace_back();
}

}  // namespace

StoryView make_story_view(const StoryReport& report,
                          std::span<const Grammar* const> grammars) {
  StoryView view;
  view.report = &report;
  view.grammars = grammars;
  find_outlets(view);
  find_speakers(view);
  for (const Article& article : report.articles) {
    view.positions.emplace_back(article.document.text);
  }
  Anchors anchors;
  for (const ComparedCluster& compared : report.comparison->clusters) {
    view.clusters.push_back(ClusterBuilder(view, compared, anchors).build());
  }
  // Statements before phrases: what somebody said before what was picked of it.
  std::stable_partition(
      view.clusters.begin(), view.clusters.end(),
      [](const ClusterView& cluster) { return cluster.is_statement(); });
  return view;
}

std::string base_name(const ClusterView& cluster) {
  if (cluster.has_reference) {
    return "the " + spaced(to_string(cluster.compared->reference->type));
  }
  if (cluster.base_reading == kNoIndex) return "the fullest";
  return cluster.readings[cluster.base_reading].letter;
}

}  // namespace quoin
