// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/matrix.h>

#include <utility>
#include <vector>

#include <fmt/format.h>

#include <quoin/report/html/chips.h>
#include <quoin/report/html/escape.h>
#include <quoin/report/html/words.h>

namespace quoin {
namespace {

constexpr std::size_t kMostColumns = 16;
constexpr std::size_t kMostCells = 3000;
constexpr std::size_t kMostTitle = 90;

std::string row_head(const StoryView& story, const ClusterView& cluster) {
  const std::string& speaker = story.speakers[cluster.speaker];
  return fmt::format(
      "<th scope=\"row\"><a href=\"#{}\"><bdi>{}</bdi></a>"
      "<span class=\"by\">{} \u00B7 <bdi>{}</bdi></span></th>",
      cluster.anchor, html_printed(title_of(cluster.base, kMostTitle)),
      speaker.empty() ? "speaker not named" : html_name(speaker),
      html_printed(cluster.verdict));
}

// The chips of one outlet; equal ones once, with their number.
std::string chips_of(const ClusterView& cluster, std::size_t outlet) {
  struct Chip {
    std::string html;
    std::string anchor;
    std::size_t count = 1;
  };
  std::vector<Chip> chips;
  for (const PrintingView& printing : cluster.printings) {
    if (printing.outlet != outlet) continue;
    std::string html = printing_chip(cluster, printing);
    bool is_known = false;
    for (Chip& chip : chips) {
      if (chip.html == html) {
        ++chip.count;
        is_known = true;
      }
    }
    if (!is_known) chips.push_back({std::move(html), printing.anchor, 1});
  }
  std::string out;
  for (const Chip& chip : chips) {
    out += fmt::format(
        "<a class=\"go\" href=\"#{}\">{}{}</a>", chip.anchor, chip.html,
        chip.count > 1 ? fmt::format(" <small>{} times</small>", chip.count)
                       : "");
  }
  return out;
}

std::string dense(const StoryView& story) {
  std::string out =
      "<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
      "aria-label=\"Matrix of quotations and outlets\">"
      "<table class=\"matrix\">\n<caption class=\"vh\">Each row is a "
      "quotation, each column an outlet.</caption>\n<thead><tr>"
      "<th scope=\"col\">Quotation</th>";
  for (const OutletView& outlet : story.outlets) {
    out += "<th scope=\"col\">" + html_name(outlet.name) + "</th>";
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const ClusterView& cluster : story.clusters) {
    out += fmt::format("<tr data-of=\"{}\" {}>{}", cluster.anchor,
                       filter_data(cluster), row_head(story, cluster));
    for (std::size_t i = 0; i < story.outlets.size(); ++i) {
      const std::string chips = chips_of(cluster, i);
      out += chips.empty()
                 ? "<td class=\"none\"><span aria-hidden=\"true\">\u2013</span>"
                   "<span class=\"vh\">not printed</span></td>"
                 : fmt::format("<td><span class=\"on\">{}</span>{}</td>",
                               html_name(story.outlets[i].name), chips);
    }
    out += "</tr>\n";
  }
  return out + "</tbody></table></div>\n";
}

std::string sparse(const StoryView& story) {
  std::string out = fmt::format(
      "<p class=\"hint\">{} outlets are too many for columns: each "
      "row names those that print the words.</p>\n"
      "<table class=\"matrix sparse\">\n<thead><tr>"
      "<th scope=\"col\">Quotation</th>"
      "<th scope=\"col\">Printed by</th></tr></thead>\n<tbody>\n",
      story.outlets.size());
  for (const ClusterView& cluster : story.clusters) {
    out += fmt::format("<tr data-of=\"{}\" {}>{}<td>", cluster.anchor,
                       filter_data(cluster), row_head(story, cluster));
    std::size_t last = kNoIndex;
    for (const PrintingView& printing : cluster.printings) {
      if (printing.outlet == last) continue;
      last = printing.outlet;
      out += fmt::format("<span class=\"who\">{} {}</span>",
                         html_name(story.outlet_name(printing)),
                         chips_of(cluster, printing.outlet));
    }
    out += "</td></tr>\n";
  }
  return out + "</tbody></table>\n";
}

}  // namespace

std::string matrix_html(const StoryView& story) {
  if (story.clusters.empty()) {
    return "<p>No quotation stands in two documents, so there is nothing to "
           "compare.</p>\n";
  }
  const bool fits = story.outlets.size() <= kMostColumns &&
                    story.outlets.size() * story.clusters.size() <= kMostCells;
  return fits ? dense(story) : sparse(story);
}

}  // namespace quoin
