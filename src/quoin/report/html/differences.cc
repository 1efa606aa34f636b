// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/differences.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <quoin/report/html/aligned.h>
#include <quoin/report/html/escape.h>
#include <quoin/report/html/words.h>

namespace quoin {
namespace {

constexpr std::size_t kMostShown = 12;
constexpr std::size_t kMostNames = 4;

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
  if (cluster.base_reading == kNone) return outlets;
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

}  // namespace

std::string differences_html(const StoryView& story) {
  std::vector<Difference> all;
  for (const ClusterView& cluster : story.clusters) {
    add_differences(cluster, all);
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Difference& a, const Difference& b) {
                     return a.edit.operation->grade > b.edit.operation->grade;
                   });
  if (all.empty()) {
    return "<p>No word and no mark of punctuation differs in what was "
           "compared.</p>\n";
  }
  std::string out = "<ol class=\"diffs\">\n";
  for (std::size_t i = 0; i < std::min(kMostShown, all.size()); ++i) {
    out += item(story, all[i]);
  }
  out += "</ol>\n";
  if (all.size() > kMostShown) {
    out += fmt::format(
        "<p class=\"more\">and {} more, with the quotations "
        "below.</p>\n",
        all.size() - kMostShown);
  }
  return out;
}

}  // namespace quoin
