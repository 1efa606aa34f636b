// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/filter.h>

#include <fmt/format.h>

#include <quoin/base/display.h>
#include <quoin/report/html/escape.h>

namespace quoin {
namespace {

constexpr std::size_t kMostOption = 60;

}  // namespace

std::string filter_html(const std::vector<FilterList>& lists,
                        const std::string& noun) {
  std::string out =
      "<form class=\"filter\" hidden role=\"search\" "
      "aria-label=\"Filter\">\n";
  for (const FilterList& list : lists) {
    if (list.options.size() < 2) continue;
    out += fmt::format(
        "<label>{} <select data-key=\"{}\"><option value=\"\">All</option>",
        html_text(list.label), list.key);
    for (const auto& [token, text] : list.options) {
      out +=
          fmt::format("<option value=\"{}\">{}</option>", html_text(token),
                      html_text(clip_to_width(single_line(text), kMostOption)));
    }
    out += "</select></label>\n";
  }
  return out + fmt::format(
                   "<label>Words <input type=\"search\" size=\"16\"></label>\n"
                   "<button type=\"button\">Show all</button>\n"
                   "<output data-noun=\"{}\"></output>\n</form>\n",
                   html_text(noun));
}

}  // namespace quoin
