// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/timeline.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <quoin/match/days.h>
#include <quoin/report/html/escape.h>
#include <quoin/report/html/words.h>

namespace quoin {
namespace {

constexpr long kDay = 24 * 60;
constexpr std::size_t kMostRows = 30;
constexpr std::size_t kMostTitle = 34;
constexpr std::size_t kMostTicks = 6;
// Of the drawing, in its own units.
constexpr int kWidth = 900;
constexpr int kLeft = 300;   // where dots may begin
constexpr int kRight = 860;  // and end
constexpr int kRow = 34;
constexpr int kTop = 34;
constexpr int kStep = 20;  // between dots of one moment

// One outlet that printed a quotation at a known time.
struct Dot {
  long minute = 0;
  std::size_t outlet = 0;
  std::size_t printing = 0;
};

struct Row {
  const ClusterView* cluster = nullptr;
  std::vector<Dot> dots;  // by time, then outlet; one an outlet, its first
};

std::optional<int> digits(std::string_view text, std::size_t at) {
  if (at + 2 > text.size()) return std::nullopt;
  const char a = text[at];
  const char b = text[at + 1];
  if (a < '0' || a > '9' || b < '0' || b > '9') return std::nullopt;
  return (a - '0') * 10 + (b - '0');
}

// "+02:00", "-0530", "Z": minutes to take off; none for no zone.
long zone_of(std::string_view text) {
  const std::size_t sign = text.find_first_of("+-");
  if (sign == std::string_view::npos) return 0;
  const std::optional<int> hours = digits(text, sign + 1);
  if (!hours) return 0;
  std::size_t at = sign + 3;
  if (at < text.size() && text[at] == ':') ++at;
  const long minutes = *hours * 60 + digits(text, at).value_or(0);
  return text[sign] == '+' ? minutes : -minutes;
}

std::vector<Row> rows_of(const StoryView& story) {
  std::vector<Row> rows;
  for (const ClusterView& cluster : story.clusters) {
    std::map<std::size_t, Dot> first;
    for (std::size_t i = 0; i < cluster.printings.size(); ++i) {
      const PrintingView& printing = cluster.printings[i];
      if (!printing.is_marked()) continue;
      const std::optional<long> minute =
          minute_of(story.document(printing.article).published);
      if (!minute) continue;
      const auto [at, is_new] =
          first.emplace(printing.outlet, Dot{*minute, printing.outlet, i});
      if (!is_new && *minute < at->second.minute) {
        at->second = {*minute, printing.outlet, i};
      }
    }
    if (first.empty()) continue;
    Row row{&cluster, {}};
    for (const auto& [outlet, dot] : first) row.dots.push_back(dot);
    std::stable_sort(
        row.dots.begin(), row.dots.end(),
        [](const Dot& a, const Dot& b) { return a.minute < b.minute; });
    rows.push_back(std::move(row));
  }
  return rows;
}

// "4 Mar" for a count of days as days_of gives it (Howard Hinnant's
// civil_from_days).
std::string date_of(long minute) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "Jan", "Feb", "Mar", "Apr", "May", "Jun",
      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const long days = minute / kDay;
  const long era = days / 146097;
  const long day_of_era = days - era * 146097;
  const long year_of_era = (day_of_era - day_of_era / 1460 +
                            day_of_era / 36524 - day_of_era / 146096) /
                           365;
  const long day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long shifted = (5 * day_of_year + 2) / 153;
  const long day = day_of_year - (153 * shifted + 2) / 5 + 1;
  const long month = shifted < 10 ? shifted + 3 : shifted - 9;
  return fmt::format("{} {}", day,
                     kMonths[static_cast<std::size_t>(month - 1)]);
}

std::string clock_of(long minute) {
  return fmt::format("{:02}:{:02}", minute % kDay / 60, minute % 60);
}

struct Scale {
  long begin = 0;
  long end = 0;

  int x(long minute) const {
    if (end == begin) return kLeft;
    const long width = kRight - kLeft - kStep;
    return kLeft + static_cast<int>((minute - begin) * width / (end - begin));
  }
};

Scale scale_of(const std::vector<Row>& rows) {
  Scale scale{rows.front().dots.front().minute,
              rows.front().dots.front().minute};
  for (const Row& row : rows) {
    scale.begin = std::min(scale.begin, row.dots.front().minute);
    scale.end = std::max(scale.end, row.dots.back().minute);
  }
  return scale;
}

std::string ticks(const Scale& scale, int height) {
  const long span = scale.end - scale.begin;
  const bool by_hour = span > 0 && span < 2 * kDay && scale.begin % kDay != 0;
  long step = by_hour ? 60 : kDay;
  while (span / step > static_cast<long>(kMostTicks)) step *= 2;
  std::string out;
  long at = scale.begin - scale.begin % step;
  if (at < scale.begin) at += step;
  for (; at <= scale.end; at += step) {
    const int x = scale.x(at);
    out += fmt::format(
        "<line class=\"tick\" x1=\"{0}\" y1=\"{1}\" x2=\"{0}\" y2=\"{2}\"/>"
        "<text class=\"axis\" x=\"{0}\" y=\"16\">{3}</text>",
        x, kTop - 8, height, by_hour ? clock_of(at) : date_of(at));
  }
  return out;
}

std::string drawn_row(const Row& row, const Scale& scale, int y) {
  std::string out = fmt::format(
      "<text class=\"rowname\" x=\"0\" y=\"{}\">{}</text>"
      "<line class=\"rule\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>",
      y + 4, html_text(title_of(row.cluster->base, kMostTitle)), kLeft - 12, y,
      kRight + 20, y);
  int last = -kStep;
  for (std::size_t i = 0; i < row.dots.size(); ++i) {
    const Dot& dot = row.dots[i];
    const int x = std::max(scale.x(dot.minute), last + kStep);
    last = x;
    if (x > kRight + kStep) break;  // the table has them all
    const bool is_first = dot.minute == row.dots.front().minute;
    out += fmt::format(
        "<g class=\"{}\"><circle cx=\"{}\" cy=\"{}\" r=\"9\"/>"
        "<text x=\"{}\" y=\"{}\">{}</text></g>",
        is_first ? "dot first" : "dot", x, y, x, y + 4, dot.outlet + 1);
  }
  return out;
}

std::string drawing(const StoryView& story, const std::vector<Row>& rows) {
  const std::size_t shown = std::min(rows.size(), kMostRows);
  const int height = kTop + static_cast<int>(shown) * kRow;
  const Scale scale = scale_of(rows);
  std::string out = fmt::format(
      "<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
      "aria-label=\"Chart of first printings\">"
      "<svg class=\"timeline\" viewBox=\"0 0 {} {}\" role=\"img\" "
      "aria-labelledby=\"tl-t tl-d\"><title id=\"tl-t\">When each quotation "
      "was printed</title><desc id=\"tl-d\">One line a quotation, one numbered "
      "dot an outlet, the earliest filled. The table below says the same."
      "</desc>{}",
      kWidth, height, ticks(scale, height));
  for (std::size_t i = 0; i < shown; ++i) {
    out +=
        drawn_row(rows[i], scale, kTop + static_cast<int>(i) * kRow + kRow / 2);
  }
  out += "</svg></div>\n<p class=\"key\">";
  for (std::size_t i = 0; i < story.outlets.size(); ++i) {
    if (i > 0) out += " \u00B7 ";
    out += fmt::format("{} {}", i + 1, html_name(story.outlets[i].name));
  }
  out += ". A filled dot is the earliest; times are UTC.";
  if (shown < rows.size()) {
    out += fmt::format(
        " The chart shows {} of {} quotations; the table has "
        "all.",
        shown, rows.size());
  }
  return out + "</p>\n";
}

std::string table(const StoryView& story, const std::vector<Row>& rows) {
  std::string out =
      "<details><summary>The same as a table</summary>\n"
      "<table class=\"plain\"><thead><tr><th scope=\"col\">Quotation</th>"
      "<th scope=\"col\">First printed</th><th scope=\"col\">Then</th></tr>"
      "</thead>\n<tbody>\n";
  for (const Row& row : rows) {
    std::string first;
    std::string then;
    for (const Dot& dot : row.dots) {
      std::string& list = dot.minute == row.dots.front().minute ? first : then;
      const PrintingView& printing = row.cluster->printings[dot.printing];
      list +=
          fmt::format("{}{} <time>{}</time>", list.empty() ? "" : ", ",
                      html_name(story.outlets[dot.outlet].name),
                      html_text(*story.document(printing.article).published));
    }
    out += fmt::format(
        "<tr><th scope=\"row\"><a href=\"#{}\"><bdi>{}</bdi></a></th><td>{}"
        "</td><td>{}</td></tr>\n",
        row.cluster->anchor,
        html_printed(title_of(row.cluster->base, kMostTitle)), first, then);
  }
  return out + "</tbody></table></details>\n";
}

}  // namespace

std::optional<long> minute_of(const std::optional<std::string>& published) {
  const std::optional<long> days = days_of(published);
  if (!days) return std::nullopt;
  const std::string_view text = *published;
  const bool has_time = text.size() >= 16 &&
                        (text[10] == 'T' || text[10] == ' ') && text[13] == ':';
  if (!has_time) return *days * kDay;
  const std::optional<int> hours = digits(text, 11);
  const std::optional<int> minutes = digits(text, 14);
  if (!hours || !minutes || *hours > 24 || *minutes > 59) return *days * kDay;
  return *days * kDay + *hours * 60 + *minutes - zone_of(text.substr(16));
}

std::string timeline_html(const StoryView& story) {
  std::size_t dated = 0;
  std::size_t documents = 0;
  for (std::size_t i = 0; i < story.outlet_of.size(); ++i) {
    if (story.outlet_of[i] == kNoIndex) continue;
    ++documents;
    if (minute_of(story.document(i).published)) ++dated;
  }
  std::string out =
      fmt::format("<p>{} of {} {} a date.</p>\n", dated,
                  plural(documents, "document"), dated == 1 ? "has" : "have");
  const std::vector<Row> rows = rows_of(story);
  if (dated < 2 || rows.empty()) {
    return out +
           "<p>With fewer than two dates nobody can be called first.</p>"
           "\n";
  }
  return out + drawing(story, rows) + table(story, rows);
}

}  // namespace quoin
