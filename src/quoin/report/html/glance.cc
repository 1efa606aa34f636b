// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/glance.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include <quoin/report/html/escape.h>
#include <quoin/report/html/verdict.h>
#include <quoin/report/html/words.h>

namespace quoin {
namespace {

constexpr std::size_t kMostTold = 2;  // more are counted
constexpr std::size_t kMostTitle = 60;
constexpr std::size_t kMostNames = 8;

// What the lede is about: statements, not phrases, unless there are only
// phrases.
std::vector<const ClusterView*> main_clusters(const StoryView& story) {
  std::vector<const ClusterView*> shared;
  std::vector<const ClusterView*> statements;
  for (const ClusterView& cluster : story.clusters) {
    if (cluster.worst == Grade::kNotFound) continue;
    if (cluster.outlets.size() < 2 && !cluster.has_reference) continue;
    shared.push_back(&cluster);
    if (cluster.is_statement()) statements.push_back(&cluster);
  }
  return statements.empty() ? shared : statements;
}

std::string names_of(const StoryView& story,
                     const std::vector<std::size_t>& outlets) {
  std::string names;
  for (std::size_t i = 0; i < std::min(outlets.size(), kMostNames); ++i) {
    if (i > 0) names += ", ";
    names += html_name(story.outlets[outlets[i]].name);
  }
  if (outlets.size() > kMostNames) {
    names += fmt::format(" and {} more", outlets.size() - kMostNames);
  }
  return names;
}

std::string line(const std::string& sentence, const std::string& names) {
  return fmt::format(
      "<li>{}{}</li>\n", sentence,
      names.empty() ? "" : "<span class=\"names\">" + names + "</span>");
}

// “… the statement of Microsoft”
std::string what_is_printed(const StoryView& story,
                            const ClusterView& cluster) {
  const std::string& speaker = story.speakers[cluster.speaker];
  if (cluster.is_statement() && !speaker.empty()) {
    return "the statement of " + html_name(speaker);
  }
  return "<bdi>" + html_printed(title_of(cluster.base, kMostTitle)) + "</bdi>";
}

// Gravest first, so that the first line is the news.
void sort_by_change(std::vector<const ClusterView*>& clusters) {
  std::stable_sort(clusters.begin(), clusters.end(),
                   [](const ClusterView* a, const ClusterView* b) {
                     return kind_of_change(*a) > kind_of_change(*b);
                   });
}

std::string one_statement(const StoryView& story, const ClusterView& cluster) {
  const bool is_one = cluster.outlets.size() == 1;
  return line(
      fmt::format("<a href=\"#{}\">{} {} {}</a>: <bdi>{}</bdi>.",
                  cluster.anchor,
                  sentence_case(counted(cluster.outlets.size(), "outlet")),
                  is_one ? "prints" : "print", what_is_printed(story, cluster),
                  html_printed(cluster.verdict)),
      names_of(story, cluster.outlets));
}

// How many statements changed in what way.
std::string many_statements(const std::vector<const ClusterView*>& clusters) {
  std::map<ChangeKind, std::size_t> counts;
  for (const ClusterView* cluster : clusters) {
    ++counts[kind_of_change(*cluster)];
  }
  constexpr std::array<std::pair<ChangeKind, std::string_view>, 5> kOrder = {{
      {ChangeKind::kWords, "words differ in {}"},
      {ChangeKind::kPunctuation, "punctuation or marked edits alone in {}"},
      {ChangeKind::kExtent, "length alone in {}"},
      {ChangeKind::kNone, "nothing differs in {}"},
      {ChangeKind::kUnknown, "{} could not be checked"},
  }};
  std::string parts;
  for (const auto& [kind, words] : kOrder) {
    if (counts[kind] == 0) continue;
    if (!parts.empty()) parts += "; ";
    parts += fmt::format(fmt::runtime(words), number_word(counts[kind]));
  }
  return line(
      fmt::format("{} can be compared: {}.",
                  sentence_case(counted(clusters.size(), "statement")), parts),
      {});
}

// What an outlet prints that has none of the statements: “only …”.
std::string what_else(const StoryView& story, std::size_t outlet) {
  const PrintingView* longest = nullptr;
  const PrintingView* unmarked = nullptr;
  std::set<std::size_t> clusters;
  for (std::size_t c = 0; c < story.clusters.size(); ++c) {
    for (const PrintingView& printing : story.clusters[c].printings) {
      if (printing.outlet != outlet) continue;
      if (!printing.is_marked()) {
        unmarked = &printing;
        continue;
      }
      clusters.insert(c);
      if (longest == nullptr || printing.text.size() > longest->text.size()) {
        longest = &printing;
      }
    }
  }
  if (clusters.size() == 1) {
    return "only <bdi>" + html_printed(title_of(longest->text, kMostTitle)) +
           "</bdi>";
  }
  if (clusters.size() > 1) {
    return "only " + counted(clusters.size(), "phrase");
  }
  if (unmarked != nullptr) return "such words without marks only";
  std::size_t quotations = 0;
  for (const ScoreRow& row : story.report->comparison->rows) {
    if (story.outlet_of[row.article] == outlet) quotations += row.quotations;
  }
  return quotations == 0 ? "no quotation" : "only quotations that no other has";
}

// The outlets that print none of the statements, by what they print instead.
std::string other_outlets(const StoryView& story,
                          const std::vector<const ClusterView*>& clusters) {
  std::set<std::size_t> seen;
  for (const ClusterView* cluster : clusters) {
    seen.insert(cluster->outlets.begin(), cluster->outlets.end());
  }
  std::vector<std::pair<std::string, std::vector<std::size_t>>> groups;
  for (std::size_t i = 0; i < story.outlets.size(); ++i) {
    if (seen.contains(i)) continue;
    const std::string what = what_else(story, i);
    const auto at =
        std::find_if(groups.begin(), groups.end(),
                     [&](const auto& group) { return group.first == what; });
    if (at == groups.end()) {
      groups.push_back({what, {i}});
    } else {
      at->second.push_back(i);
    }
  }
  std::string out;
  for (const auto& [what, outlets] : groups) {
    const std::string subject = clusters.empty()
                                    ? counted(outlets.size(), "outlet")
                                    : number_word(outlets.size());
    out += line(fmt::format("{} {} {}.", sentence_case(subject),
                            outlets.size() == 1 ? "prints" : "print", what),
                names_of(story, outlets));
  }
  return out;
}

// Words that complete references do not hold.
std::string missing_statements(const StoryView& story) {
  std::vector<const ClusterView*> missing;
  std::set<std::size_t> outlets;
  for (const ClusterView& cluster : story.clusters) {
    if (cluster.worst != Grade::kNotFound) continue;
    missing.push_back(&cluster);
    outlets.insert(cluster.outlets.begin(), cluster.outlets.end());
  }
  if (missing.empty()) return {};
  const std::string names = names_of(story, {outlets.begin(), outlets.end()});
  if (missing.size() > 1) {
    return line(
        fmt::format("{} are not in the references, which are declared "
                    "complete.",
                    sentence_case(counted(missing.size(), "quotation"))),
        names);
  }
  return line(fmt::format("<a href=\"#{}\"><bdi>{}</bdi></a> is not in the "
                          "references, which are declared complete.",
                          missing[0]->anchor,
                          html_printed(title_of(missing[0]->base, kMostTitle))),
              names);
}

}  // namespace

std::string glance_html(const StoryView& story) {
  std::vector<const ClusterView*> clusters = main_clusters(story);
  sort_by_change(clusters);
  std::string out = "<ul class=\"lede\">\n";
  if (clusters.empty()) {
    out += line("No quotation stands in two outlets.", {});
  } else if (clusters.size() > kMostTold) {
    out += many_statements(clusters);
  } else {
    for (const ClusterView* cluster : clusters) {
      out += one_statement(story, *cluster);
    }
  }
  out += missing_statements(story);
  out += other_outlets(story, clusters);
  return out + "</ul>\n";
}

}  // namespace quoin
