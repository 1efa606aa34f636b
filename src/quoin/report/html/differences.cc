// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/differences.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <quoin/report/describe.h>
#include <quoin/report/html/aligned.h>
#include <quoin/report/html/escape.h>
#include <quoin/report/html/words.h>

namespace quoin {
namespace {

constexpr std::size_t kMostShown = 12;
constexpr std::size_t kMostNames = 4;
constexpr std::size_t kMostTitle = 90;

// One difference, with all the outlets that have it.
struct Difference {
  const ClusterView* cluster = nullptr;
  const PrintingView* printing = nullptr;  // the first that has it
  Edit edit;
  std::vector<std::size_t> outlets;
};

void add_differences(const ClusterView& cluster, std::vector<Difference>& all) {
  std::map<std::tuple<std::size_t, std::size_t, std::string_view>, std::size_t>
      seen;
  for (const PrintingView& printing : cluster.printings) {
    if (!printing.is_marked() || printing.finding == nullptr) continue;
    for (const Edit& edit :
         edits_of(*printing.finding, printing.base_side, printing.text)) {
      if (!is_difference(*edit.operation)) continue;
      const auto [at, is_new] = seen.emplace(
          std::make_tuple(edit.begin, edit.end, edit.text), all.size());
      if (is_new) all.push_back({&cluster, &printing, edit, {}});
      std::vector<std::size_t>& outlets = all[at->second].outlets;
      if (std::find(outlets.begin(), outlets.end(), printing.outlet) ==
          outlets.end()) {
        outlets.push_back(printing.outlet);
      }
    }
  }
}

std::string names_of(const StoryView& story,
                     const std::vector<std::size_t>& outlets) {
  std::string names;
  for (std::size_t i = 0; i < std::min(kMostNames, outlets.size()); ++i) {
    if (i > 0) names += ", ";
    names += html_name(story.outlets[outlets[i]].name);
  }
  if (outlets.size() > kMostNames) {
    names += fmt::format(" and {} more", outlets.size() - kMostNames);
  }
  return names;
}

// The outlets that read as the base does.
std::vector<std::size_t> outlets_of_base(const ClusterView& cluster) {
  std::vector<std::size_t> outlets;
  if (cluster.base_reading == kNoIndex) return outlets;
  for (const std::size_t p : cluster.readings[cluster.base_reading].printings) {
    const std::size_t outlet = cluster.printings[p].outlet;
    if (std::find(outlets.begin(), outlets.end(), outlet) == outlets.end()) {
      outlets.push_back(outlet);
    }
  }
  return outlets;
}

// With a reference, whose change it is; else who differs from whom.
std::string who_differs(const StoryView& story, const Difference& difference) {
  const ClusterView& cluster = *difference.cluster;
  const std::string names = names_of(story, difference.outlets);
  if (cluster.has_reference) {
    return fmt::format("{}, against {}", names, html_text(base_name(cluster)));
  }
  const Edit& edit = difference.edit;
  const std::string base = names_of(story, outlets_of_base(cluster));
  if (edit.empty()) return fmt::format("in {}, not in {}", names, base);
  if (edit.text.empty()) return fmt::format("in {}, not in {}", base, names);
  return fmt::format("the first in {}; the second in {}", base, names);
}

std::string item(const StoryView& story, const Difference& difference) {
  const ClusterView& cluster = *difference.cluster;
  const Finding& finding = *difference.printing->finding;
  const Grade grade = difference.edit.operation->grade;
  return fmt::format(
      "<li><a class=\"go\" href=\"#{}\">{}</a>"
      "<p class=\"line\" dir=\"auto\">{}</p>"
      "<p class=\"who\">{}{}</p></li>\n",
      difference.printing->anchor, grade_chip(grade),
      change_in_line(difference.edit, cluster.base, finding.mode),
      who_differs(story, difference),
      finding.grade == grade
          ? fmt::format(" \u00B7 rule <code>{}</code>", html_text(finding.rule))
          : "");
}

// A line of the list, and where it comes in it.
struct Entry {
  int rank = 0;
  std::string html;
};
constexpr int kConflictRank = 100;  // grades are ranks of their own
constexpr int kLookRank = 0;

// The same words said to be of two who cannot be one.
void add_conflict(const ClusterView& cluster, std::vector<Entry>& entries) {
  if (!cluster.cluster().speaker_conflict) return;
  std::string names;
  for (const std::string& name : cluster.cluster().speakers) {
    names += (names.empty() ? "" : ", ") + html_name(name);
  }
  entries.push_back(
      {kConflictRank,
       fmt::format("<li><a class=\"go\" href=\"#{}\"><span class=\"g g-risk\">"
                   "<i aria-hidden=\"true\">!</i>speakers differ</span></a>"
                   "<p class=\"line\" dir=\"auto\">{}</p>"
                   "<p class=\"who\">attributed to {}</p></li>\n",
                   cluster.anchor,
                   html_printed(title_of(cluster.base, kMostTitle)), names)});
}

// What no operation tells: a "not" may stand just outside what was printed.
bool asks_for_a_look(const Finding& finding) {
  return std::any_of(finding.flags.begin(), finding.flags.end(),
                     [](const std::string& flag) {
                       return flag.starts_with("qualifier_clipped:") ||
                              flag.starts_with("gap_contains:") ||
                              flag == "selective_unquoting";
                     });
}

void add_looks(const StoryView& story, const ClusterView& cluster,
               std::vector<Entry>& entries) {
  for (const PrintingView& printing : cluster.printings) {
    if (!printing.is_marked() || printing.finding == nullptr) continue;
    if (!asks_for_a_look(*printing.finding)) continue;
    // Of a quotation that was printed in pieces the next piece goes on there.
    const auto pieces = std::count_if(
        cluster.printings.begin(), cluster.printings.end(),
        [&](const PrintingView& other) {
          return other.is_marked() && other.article == printing.article;
        });
    if (pieces > 1) continue;
    Finding axes = *printing.finding;
    axes.operations.clear();
    std::string words;
    for (const std::string& line : describe_finding(axes, "", "")) {
      words += (words.empty() ? "" : "; ") + line;
    }
    entries.push_back(
        {kLookRank,
         fmt::format(
             "<li><a class=\"go\" href=\"#{}\"><span class=\"g g-open\">"
             "<i aria-hidden=\"true\">?</i>look</span></a>"
             "<p class=\"line\" dir=\"auto\">{}</p>"
             "<p class=\"who\">{} \u00B7 {}</p></li>\n",
             printing.anchor, html_printed(title_of(printing.text, kMostTitle)),
             html_name(story.outlet_name(printing)), html_text(words))});
  }
}

}  // namespace

std::string differences_html(const StoryView& story) {
  std::vector<Difference> all;
  std::vector<Entry> entries;
  for (const ClusterView& cluster : story.clusters) {
    add_differences(cluster, all);
    add_conflict(cluster, entries);
    add_looks(story, cluster, entries);
  }
  for (const Difference& difference : all) {
    entries.push_back({static_cast<int>(difference.edit.operation->grade),
                       item(story, difference)});
  }
  std::stable_sort(
      entries.begin(), entries.end(),
      [](const Entry& a, const Entry& b) { return a.rank > b.rank; });
  if (entries.empty()) {
    return "<p>No word and no mark of punctuation differs in what was "
           "compared.</p>\n";
  }
  std::string out = "<ol class=\"diffs\">\n";
  for (std::size_t i = 0; i < std::min(kMostShown, entries.size()); ++i) {
    out += entries[i].html;
  }
  out += "</ol>\n";
  if (entries.size() > kMostShown) {
    out += fmt::format(
        "<p class=\"more\">and {} more, with the quotations "
        "below.</p>\n",
        entries.size() - kMostShown);
  }
  return out;
}

}  // namespace quoin
