// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/compare_html.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <quoin/report/html/card.h>
#include <quoin/report/html/chips.h>
#include <quoin/report/html/differences.h>
#include <quoin/report/html/documents.h>
#include <quoin/report/html/escape.h>
#include <quoin/report/html/filter.h>
#include <quoin/report/html/glance.h>
#include <quoin/report/html/matrix.h>
#include <quoin/report/html/page.h>
#include <quoin/report/html/scoreboard.h>
#include <quoin/report/html/timeline.h>
#include <quoin/report/html/unchecked.h>
#include <quoin/report/html/words.h>

namespace quoin {
namespace {

std::string counts_html(const StoryView& story) {
  const StoryTotals totals = count_story(*story.report);
  const auto shared = static_cast<std::size_t>(std::count_if(
      story.clusters.begin(), story.clusters.end(),
      [](const ClusterView& cluster) { return cluster.outlets.size() > 1; }));
  std::string out = fmt::format(
      "<p class=\"counts\">{} of {}, {}; {} printed by more than one. ",
      plural(totals.documents, "document"), plural(totals.outlets, "outlet"),
      plural(totals.quotations, "quotation"), shared);
  const bool has_agency_copy =
      std::any_of(story.clusters.begin(), story.clusters.end(),
                  [](const ClusterView& c) { return c.has_reference; });
  if (totals.references == 0 && has_agency_copy) {
    out +=
        "No reference was supplied; what an agency sent is held against its "
        "own copy.";
  } else if (totals.references == 0) {
    out +=
        "No reference: printings are held against each other, and none is "
        "called right.";
  } else {
    out +=
        fmt::format("Held against {}.", plural(totals.references, "reference"));
  }
  return out + "</p>\n";
}

std::vector<FilterList> filters_of(const StoryView& story) {
  FilterList speakers{"s", "Speaker", {}};
  for (std::size_t i = 0; i < story.speakers.size(); ++i) {
    const std::string& name = story.speakers[i];
    speakers.options.emplace_back(std::to_string(i),
                                  name.empty() ? "not named" : name);
  }
  FilterList outlets{"o", "Outlet", {}};
  for (std::size_t i = 0; i < story.outlets.size(); ++i) {
    outlets.options.emplace_back(std::to_string(i), story.outlets[i].name);
  }
  std::set<std::string> present;
  for (const ClusterView& cluster : story.clusters) {
    for (const PrintingView& printing : cluster.printings) {
      present.insert(grade_token(cluster, printing));
    }
  }
  FilterList grades{"g", "Grade", {}};
  for (std::size_t g = 0; g < kGradeCount; ++g) {
    const std::string token(to_string(static_cast<Grade>(g)));
    if (present.contains(token))
      grades.options.emplace_back(token, spaced(token));
  }
  if (present.contains("unmarked")) {
    grades.options.emplace_back("unmarked", "without marks");
  }
  return {std::move(speakers), std::move(outlets), std::move(grades)};
}

std::string cards_html(const StoryView& story) {
  std::string out = filter_html(filters_of(story), "quotation");
  for (const ClusterView& cluster : story.clusters) {
    out += card_html(story, cluster);
  }
  if (story.clusters.empty()) {
    out += "<p>No quotation stands in two documents.</p>\n";
  }
  return out;
}

std::string documents_html(const StoryView& story) {
  std::string rows;
  for (std::size_t i = 0; i < story.report->articles.size(); ++i) {
    const Document& document = story.document(i);
    if (story.outlet_of[i] != kNoIndex) {
      rows += document_row(document, story.outlets[story.outlet_of[i]].name);
    }
  }
  for (const DeclaredReference& reference : story.report->references) {
    rows += document_row(story.document(reference.article),
                         "Reference: " + spaced(to_string(reference.type)));
  }
  return documents_table(rows) + legend_html();
}

}  // namespace

std::string compare_html(const StoryReport& report,
                         std::span<const Grammar* const> grammars) {
  const StoryView story = make_story_view(report, grammars);
  Page page;
  page.title = report.name.value_or("Comparison");
  page.kicker = "Who printed it, and in which words";
  page.head = glance_html(story) + counts_html(story);
  page.sections = {
      {"differences", "Differences", differences_html(story)},
      {"matrix", "Matrix", matrix_html(story)},
      {"quotations", "Quotations", cards_html(story)},
      {"timeline", "First in print", timeline_html(story)},
      {"scoreboard", "Scoreboard", scoreboard_html(story)},
      {"unchecked", "Not checked", unchecked_html(story)},
      {"documents", "Documents", documents_html(story)},
  };
  return page_html(page);
}

}  // namespace quoin
