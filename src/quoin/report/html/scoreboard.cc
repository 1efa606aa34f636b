// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/scoreboard.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <quoin/report/html/escape.h>
#include <quoin/report/html/words.h>

namespace quoin {
namespace {

struct Family {
  std::string_view id;
  std::string_view heading;
};
constexpr std::array<Family, 6> kFamilies = {{
    {"same", "Same words"},
    {"part", "Excerpt"},
    {"note", "Punctuation, marked edits"},
    {"word", "Words changed"},
    {"risk", "Order or meaning"},
    {"open", "Not found or not comparable"},
}};

struct Line {
  std::size_t outlet = 0;
  std::size_t quotations = 0;
  std::size_t clustered = 0;
  std::size_t cannot_check = 0;
  std::size_t graded = 0;
  std::array<std::size_t, kFamilies.size()> by_family{};
};

std::size_t family_of(Grade grade) {
  const std::string_view id = grade_words(grade).family;
  const auto at =
      std::find_if(kFamilies.begin(), kFamilies.end(),
                   [&](const Family& family) { return family.id == id; });
  return static_cast<std::size_t>(at - kFamilies.begin());
}

std::vector<Line> lines_of(const StoryView& story) {
  std::vector<Line> lines(story.outlets.size());
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i].outlet = i;
  for (const ScoreRow& row : story.report->comparison->rows) {
    if (story.outlet_of[row.article] == kNoIndex) continue;
    Line& line = lines[story.outlet_of[row.article]];
    line.quotations += row.quotations;
    line.clustered += row.clustered;
    line.cannot_check += row.cannot_check;
    for (std::size_t g = 0; g < row.by_grade.size(); ++g) {
      line.graded += row.by_grade[g];
      line.by_family[family_of(static_cast<Grade>(g))] += row.by_grade[g];
    }
  }
  return lines;
}

// The counts beside it say the same, so the bar is for the eye alone.
std::string bar(const Line& line) {
  if (line.graded == 0) return {};
  std::string out =
      "<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" "
      "aria-hidden=\"true\" focusable=\"false\">";
  std::size_t before = 0;
  for (std::size_t f = 0; f < kFamilies.size(); ++f) {
    const std::size_t count = line.by_family[f];
    if (count == 0) continue;
    out += fmt::format(
        "<rect class=\"b-{}\" x=\"{}\" y=\"0\" width=\"{}\" height=\"10\"/>",
        kFamilies[f].id, before * 100 / line.graded,
        (before + count) * 100 / line.graded - before * 100 / line.graded);
    before += count;
  }
  return out + "</svg>";
}

std::string number_cell(std::size_t count) {
  return fmt::format("<td class=\"n{}\">{}</td>", count == 0 ? " zero" : "",
                     count);
}

}  // namespace

std::string scoreboard_html(const StoryView& story) {
  const std::vector<Line> lines = lines_of(story);
  const bool is_graded = std::any_of(
      lines.begin(), lines.end(), [](const Line& l) { return l.graded > 0; });
  std::string out;
  if (!is_graded) {
    out +=
        "<p>No printing was held against a reference, so no outlet is "
        "graded and none is ranked. Differences are stated from both "
        "sides.</p>\n";
  }
  out +=
      "<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
      "aria-label=\"Scoreboard\"><table class=\"plain score\"><thead><tr>"
      "<th scope=\"col\">Outlet</th><th scope=\"col\">Quotations</th>"
      "<th scope=\"col\">Printed elsewhere too</th>"
      "<th scope=\"col\">Nothing to hold against</th>";
  if (is_graded) {
    out += "<th scope=\"col\">Graded</th>";
    for (const Family& family : kFamilies) {
      out += fmt::format("<th scope=\"col\">{}</th>", family.heading);
    }
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const Line& line : lines) {
    out += fmt::format(
        "<tr><th scope=\"row\">{}{}</th><td class=\"n\">{}</td>"
        "<td class=\"n\">{} of {}</td><td class=\"n\">{} of {}</td>",
        html_name(story.outlets[line.outlet].name), bar(line), line.quotations,
        line.clustered, line.quotations, line.cannot_check, line.quotations);
    if (is_graded) {
      out += fmt::format("<td class=\"n\">{}</td>", line.graded);
      for (const std::size_t count : line.by_family) out += number_cell(count);
    }
    out += "</tr>\n";
  }
  return out + "</tbody></table></div>\n";
}

}  // namespace quoin
