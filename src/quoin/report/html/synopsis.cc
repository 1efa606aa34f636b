// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/synopsis.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <quoin/report/html/escape.h>
#include <quoin/report/html/excerpt.h>
#include <quoin/report/html/words.h>

namespace quoin {
namespace {

constexpr std::size_t kMostReadings = 6;
constexpr std::size_t kMostNames = 3;
constexpr std::size_t kMostAgreed = 120;  // bytes

// A stretch of the base that no reading divides further.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// How one reading has one stretch.
struct Cell {
  bool is_printed = true;
  bool is_changed = false;
  std::string html;
};

struct Column {
  const ReadingView* reading = nullptr;
  const PrintingView* printing = nullptr;  // the first of it
  std::vector<Edit> edits;
};

// The reference has a column of its own when nobody prints it as it is.
std::vector<Column> columns_of(const ClusterView& cluster) {
  std::vector<Column> columns;
  if (cluster.has_reference && cluster.base_reading == kNoIndex) {
    columns.emplace_back();
  }
  for (const ReadingView& reading : cluster.readings) {
    const PrintingView& first = cluster.printings[reading.printings.front()];
    Column column{&reading, &first, {}};
    if (first.finding != nullptr) {
      column.edits = edits_of(*first.finding, first.base_side, first.text);
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

bool counts(const Edit& edit) {
  return edit.operation->grade > Grade::kConvention;
}

// Cut where an edit that counts begins or ends; insertions are empty stretches.
std::vector<Stretch> stretches_of(const std::vector<Column>& columns,
                                  std::size_t size) {
  std::set<std::size_t> cuts = {0, size};
  std::set<std::size_t> points;
  for (const Column& column : columns) {
    for (const Edit& edit : column.edits) {
      if (!counts(edit)) continue;
      cuts.insert({edit.begin, edit.end});
      if (edit.empty()) points.insert(edit.begin);
    }
  }
  std::vector<Stretch> stretches;
  std::size_t at = 0;
  for (const std::size_t cut : cuts) {
    if (cut > at) stretches.push_back({at, cut});
    if (points.contains(cut)) stretches.push_back({cut, cut});
    at = cut;
  }
  return stretches;
}

// The edit that covers a stretch, if one does.
const Edit* edit_over(const Column& column, Stretch stretch) {
  for (const Edit& edit : column.edits) {
    if (!counts(edit)) continue;
    const bool covers = edit.begin <= stretch.begin && stretch.end <= edit.end;
    const bool is_point = stretch.begin == stretch.end;
    // A point at the edge of a longer edit is not of it.
    if (covers && (edit.empty() == is_point ||
                   (edit.begin < stretch.begin && stretch.end < edit.end))) {
      return &edit;
    }
  }
  return nullptr;
}

// What an insertion stands after, so that a lone comma has a place.
std::string word_before(std::string_view base, std::size_t at) {
  const std::string_view before = base.substr(0, at);
  const std::size_t space = before.find_last_of(" \n");
  const std::string_view word =
      space == std::string_view::npos ? before : before.substr(space + 1);
  if (word.empty() || word.size() > 40) return {};
  return "<span class=\"cut\">\u2026 " + html_printed(word) + "</span>";
}

Cell cell_of(const Column& column, Stretch stretch, std::string_view base) {
  const std::string_view same =
      base.substr(stretch.begin, stretch.end - stretch.begin);
  const Edit* edit = edit_over(column, stretch);
  if (edit == nullptr) return {true, false, html_printed(same)};
  if (edit->operation->grade == Grade::kExcerpt && !edit->empty()) {
    return {false, false, "<span class=\"cut\">not printed</span>"};
  }
  // A replacement that others divide is shown where it begins.
  if (stretch.begin != edit->begin) {
    return {true, true, "<span class=\"cut\">\u2033</span>"};
  }
  if (edit->text.empty()) {
    return {true, true,
            "<del>" + html_printed(same) +
                "</del><small class=\"op\">not here</small>"};
  }
  return {true, true,
          fmt::format("{}<ins>{}</ins><small class=\"op\">{}</small>",
                      edit->empty() ? word_before(base, edit->begin) : "",
                      html_printed(edit->text),
                      edit->empty() ? "only here" : "differs")};
}

// The space between two edits.
bool is_blank(std::string_view base, Stretch stretch) {
  const std::string_view text =
      base.substr(stretch.begin, stretch.end - stretch.begin);
  return !text.empty() &&
         text.find_first_not_of(" \n\t") == std::string_view::npos;
}

std::string nothing() {
  return "<span class=\"cut\"><small> nothing here</small></span>";
}

std::string shortened(std::string_view text) {
  if (text.size() <= kMostAgreed) return html_printed(text);
  return html_printed(head_of(text, kMostAgreed / 2)) +
         " <span class=\"para\">[\u2026]</span> " +
         html_printed(tail_of(text, kMostAgreed / 2));
}

std::string row(const std::vector<Column>& columns, Stretch stretch,
                std::string_view base) {
  const std::string_view text =
      base.substr(stretch.begin, stretch.end - stretch.begin);
  std::vector<Cell> cells;
  bool all_agree = true;
  for (const Column& column : columns) {
    cells.push_back(cell_of(column, stretch, base));
    if (!cells.back().is_printed || cells.back().is_changed) all_agree = false;
  }
  if (all_agree) {
    return fmt::format(
        "<tr class=\"agree\"><td colspan=\"{}\" dir=\"auto\">{}"
        "</td></tr>\n",
        columns.size(), shortened(text));
  }
  std::string out = "<tr>";
  for (const Cell& cell : cells) {
    const bool is_same = cell.is_printed && !cell.is_changed;
    out += fmt::format("<td dir=\"auto\">{}</td>",
                       is_same && text.empty()
                           ? word_before(base, stretch.begin) + nothing()
                           : (is_same ? shortened(text) : cell.html));
  }
  return out + "</tr>\n";
}

}  // namespace

std::string reading_names(const StoryView& story, const ClusterView& cluster,
                          const ReadingView& reading) {
  std::vector<std::size_t> outlets;
  for (const std::size_t p : reading.printings) {
    const std::size_t outlet = cluster.printings[p].outlet;
    if (std::find(outlets.begin(), outlets.end(), outlet) == outlets.end()) {
      outlets.push_back(outlet);
    }
  }
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

std::string synopsis_html(const StoryView& story, const ClusterView& cluster) {
  std::vector<Column> columns = columns_of(cluster);
  if (columns.size() < 3) return {};  // a pair tells it better
  std::string note;
  if (columns.size() > kMostReadings) {
    note = fmt::format(
        "<p class=\"hint\">{} of {} readings; the others are "
        "side by side below.</p>\n",
        kMostReadings, columns.size());
    columns.resize(kMostReadings);
  }
  std::string out =
      "<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
      "aria-label=\"Synopsis\"><table class=\"synopsis\"><thead><tr>";
  for (const Column& column : columns) {
    if (column.reading == nullptr) {
      out += fmt::format("<th scope=\"col\">{}</th>",
                         sentence_case(base_name(cluster)));
      continue;
    }
    out += fmt::format("<th scope=\"col\"><b class=\"rd\">{}</b> {}</th>",
                       column.reading->letter,
                       reading_names(story, cluster, *column.reading));
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const Stretch& stretch : stretches_of(columns, cluster.base.size())) {
    if (is_blank(cluster.base, stretch)) continue;
    out += row(columns, stretch, cluster.base);
  }
  return out + "</tbody></table></div>\n" + note;
}

}  // namespace quoin
