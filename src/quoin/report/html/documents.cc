// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/documents.h>

#include <optional>

#include <fmt/format.h>

#include <quoin/base/sha256.h>
#include <quoin/report/html/escape.h>
#include <quoin/report/html/words.h>

namespace quoin {
namespace {

std::string optional_cell(const std::optional<std::string>& value) {
  return value ? html_name(*value) : std::string("\u2013");
}

}  // namespace

std::string document_row(const Document& document, std::string_view what) {
  std::string title = html_name(document.title.value_or(document.id));
  if (document.url) {
    const std::string link = html_link(*document.url);
    title = link.empty() ? title + "<br>" + html_name(*document.url)
                         : fmt::format(
                               "<a href=\"{}\" rel=\"noopener noreferrer\">{}"
                               "</a>",
                               link, title);
  }
  return fmt::format(
      "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}"
      "</td><td class=\"sha\">{}<br><code>{}</code></td></tr>\n",
      html_name(what), title, optional_cell(document.published),
      optional_cell(document.wire), optional_cell(document.lang),
      html_name(document.id), sha256_hex(document.text));
}

std::string documents_table(std::string_view rows) {
  return fmt::format(
      "<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
      "aria-label=\"Documents\"><table class=\"plain docs\"><thead><tr>"
      "<th scope=\"col\">Outlet</th><th scope=\"col\">Title</th>"
      "<th scope=\"col\">Published</th><th scope=\"col\">Wire</th>"
      "<th scope=\"col\">Language</th><th scope=\"col\">File and SHA-256 of "
      "its "
      "text</th></tr></thead>\n<tbody>\n{}</tbody></table></div>\n",
      rows);
}

std::string legend_html() {
  std::string out =
      "<details class=\"legend\"><summary>What the grades mean</summary>\n"
      "<p>A printing has the highest class that any single difference falls "
      "in. A grade says what changed, never who is at fault.</p>\n<dl>\n";
  for (std::size_t g = 0; g < kGradeCount; ++g) {
    const Grade grade = static_cast<Grade>(g);
    out += fmt::format("<dt>{}</dt><dd>{}</dd>\n", grade_chip(grade),
                       grade_words(grade).meaning);
  }
  return out +
         "<dt><span class=\"g g-open\"><i aria-hidden=\"true\">\u00AB</i>"
         "without marks</span></dt><dd>Eight words or more of it stand "
         "outside quotation marks.</dd>\n</dl></details>\n";
}

}  // namespace quoin
