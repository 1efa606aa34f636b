// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/verify_html.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <quoin/report/html/aligned.h>
#include <quoin/report/html/documents.h>
#include <quoin/report/html/escape.h>
#include <quoin/report/html/filter.h>
#include <quoin/report/html/page.h>
#include <quoin/report/html/verify_view.h>
#include <quoin/report/html/words.h>

namespace quoin {
namespace {

constexpr std::size_t kMostTold = 3;
constexpr std::size_t kMostShown = 20;
constexpr std::size_t kMostTitle = 90;

std::string were(std::size_t count, std::string_view one,
                 std::string_view many) {
  return std::string(count == 1 ? one : many);
}

// Findings, gravest first.
std::vector<const CheckedView*> findings_of(const VerifyView& view) {
  std::vector<const CheckedView*> findings;
  for (const CheckedView& checked : view.checked) {
    if (is_finding(checked.severity)) findings.push_back(&checked);
  }
  std::stable_sort(findings.begin(), findings.end(),
                   [](const CheckedView* a, const CheckedView* b) {
                     return a->severity > b->severity;
                   });
  return findings;
}

std::string glance_html(const VerifyView& view) {
  const VerifyTotals totals = count_verified(*view.report);
  const std::vector<const CheckedView*> findings = findings_of(view);
  std::string out = "<ul class=\"lede\">\n";
  const std::string total = number_word(totals.quotations);
  if (totals.quotations == 0) {
    out += "<li>There is no quotation to check.</li>\n";
  } else if (findings.empty()) {
    out += fmt::format("<li>{} of {} {} in the sources as printed.</li>\n",
                       sentence_case(number_word(totals.clean)),
                       counted(totals.quotations, "quotation"),
                       were(totals.clean, "stands", "stand"));
  } else if (findings.size() <= kMostTold) {
    for (const CheckedView* checked : findings) {
      out += fmt::format(
          "<li><a href=\"#{}\"><bdi>{}</bdi></a>: <bdi>{}</bdi>.<span "
          "class=\"names\">{}</span></li>\n",
          checked->anchor,
          html_printed(title_of(view.words(*checked), kMostTitle)),
          html_printed(checked->verdict), severity_chip(checked->severity));
    }
  } else {
    out += fmt::format(
        "<li>{} of {} quotations differ from the sources.</li>"
        "\n",
        sentence_case(number_word(findings.size())), total);
  }
  if (!findings.empty() && totals.clean > 0) {
    out += fmt::format("<li>{} of {} {} in the sources as printed.</li>\n",
                       sentence_case(number_word(totals.clean)), total,
                       were(totals.clean, "stands", "stand"));
  }
  if (totals.cannot_check > 0) {
    out += fmt::format("<li>{} could not be checked.</li>\n",
                       sentence_case(number_word(totals.cannot_check)));
  }
  return out +
         fmt::format(
             "</ul>\n<p class=\"counts\">{} in {}, held against {} by profile "
             "{}. {}</p>\n",
             plural(totals.quotations, "quotation"),
             plural(view.report->drafts.size(), "draft"),
             plural(view.report->sources.size(), "source"),
             html_text(view.report->profile->name),
             view.report->complete
                 ? "The sources are declared complete."
                 : "The sources are not known to be complete: what is not in "
                   "them may have been said all the same.");
}

std::string difference_lines(const VerifyView& view,
                             const CheckedView& checked) {
  if (checked.verified->passages.empty()) {
    return fmt::format("<p class=\"line\" dir=\"auto\">{}</p>",
                       html_printed(title_of(view.words(checked), kMostTitle)));
  }
  const SourcePassage& passage = checked.verified->passages.front();
  const std::string_view source =
      view.report->sources[passage.source].document.slice(passage.sentences);
  std::string out;
  for (const Edit& edit :
       edits_of(passage.finding, BaseSide::kFirst, view.words(checked))) {
    if (!is_difference(*edit.operation)) continue;
    out += fmt::format("<p class=\"line\" dir=\"auto\">{}</p>",
                       change_in_line(edit, source, passage.finding.mode));
  }
  return out;
}

std::string differences_html(const VerifyView& view) {
  const std::vector<const CheckedView*> findings = findings_of(view);
  if (findings.empty()) {
    return "<p>The profile objects to nothing that could be checked.</p>\n";
  }
  std::string out = "<ol class=\"diffs\">\n";
  for (std::size_t i = 0; i < std::min(kMostShown, findings.size()); ++i) {
    const CheckedView& checked = *findings[i];
    out += fmt::format(
        "<li><a class=\"go\" href=\"#{}\">{}</a>{}<p class=\"who\">{} \u00B7 "
        "<bdi>{}</bdi> \u00B7 rule <code>{}</code></p></li>\n",
        checked.anchor, severity_chip(checked.severity),
        difference_lines(view, checked),
        html_name(document_name(view.report->drafts[checked.draft].document)),
        html_printed(checked.verdict), html_text(checked.verified->rule));
  }
  out += "</ol>\n";
  if (findings.size() > kMostShown) {
    out += fmt::format("<p class=\"more\">and {} more, below.</p>\n",
                       findings.size() - kMostShown);
  }
  return out;
}

std::string where_it_stands(const VerifyView& view,
                            const CheckedView& checked) {
  std::string out;
  for (const SourcePassage& passage : checked.verified->passages) {
    const Document& source = view.report->sources[passage.source].document;
    out += fmt::format(
        "{}{}, line {}", out.empty() ? "" : "<br>",
        html_name(document_name(source)),
        view.source_positions[passage.source].at(passage.span.begin).line);
  }
  return out.empty() ? "nowhere in the sources" : out;
}

std::string matrix_html(const VerifyView& view) {
  if (view.checked.empty()) return "<p>There is no quotation to check.</p>\n";
  std::string out =
      "<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
      "aria-label=\"Matrix of quotations\"><table class=\"matrix\"><thead><tr>"
      "<th scope=\"col\">Quotation</th><th scope=\"col\">Draft</th>"
      "<th scope=\"col\">Judged</th><th scope=\"col\">Grade</th>"
      "<th scope=\"col\">Stands in</th></tr></thead>\n<tbody>\n";
  for (const CheckedView& checked : view.checked) {
    const Document& draft = view.report->drafts[checked.draft].document;
    out += fmt::format(
        "<tr data-of=\"{0}\" data-s=\"{1}\" data-o=\"{2}\" data-g=\"{3}\" "
        "data-v=\"{4}\"><th scope=\"row\"><a href=\"#{0}\"><bdi>{5}</bdi></a>"
        "<span class=\"by\">{6} \u00B7 <bdi>{7}</bdi></span></th>"
        "<td><span class=\"on\">Draft</span>{8}, line {9}</td>"
        "<td><span class=\"on\">Judged</span>{10}</td>"
        "<td><span class=\"on\">Grade</span>{11}</td>"
        "<td><span class=\"on\">Stands in</span><span>{12}</span></td></tr>\n",
        checked.anchor, view.speaker_index(checked), checked.draft,
        to_string(checked.verified->grade), to_string(checked.severity),
        html_printed(title_of(view.words(checked), kMostTitle)),
        checked.speaker ? html_name(*checked.speaker) : "speaker not named",
        html_printed(checked.verdict), html_name(document_name(draft)),
        view.draft_positions[checked.draft]
            .at(checked.verified->span.begin)
            .line,
        severity_chip(checked.severity), grade_chip(checked.verified->grade),
        where_it_stands(view, checked));
  }
  return out + "</tbody></table></div>\n";
}

std::string cards_html(const VerifyView& view) {
  FilterList speakers{"s", "Speaker", {}};
  for (std::size_t i = 0; i < view.speakers.size(); ++i) {
    speakers.options.emplace_back(std::to_string(i), view.speakers[i].empty()
                                                         ? "not named"
                                                         : view.speakers[i]);
  }
  FilterList drafts{"o", "Draft", {}};
  for (std::size_t i = 0; i < view.report->drafts.size(); ++i) {
    drafts.options.emplace_back(std::to_string(i),
                                document_name(view.report->drafts[i].document));
  }
  std::set<Grade> grades_present;
  std::set<FindingSeverity> severities_present;
  std::string cards;
  for (const CheckedView& checked : view.checked) {
    grades_present.insert(checked.verified->grade);
    severities_present.insert(checked.severity);
    cards += verify_card_html(view, checked);
  }
  FilterList severities{"v", "Judged", {}};
  for (const FindingSeverity severity : severities_present) {
    severities.options.emplace_back(std::string(to_string(severity)),
                                    severity_words(severity));
  }
  FilterList grades{"g", "Grade", {}};
  for (const Grade grade : grades_present) {
    const std::string token(to_string(grade));
    grades.options.emplace_back(token, spaced(token));
  }
  return filter_html({std::move(speakers), std::move(drafts),
                      std::move(severities), std::move(grades)},
                     "quotation") +
         cards;
}

std::string scoreboard_html(const VerifyView& view) {
  constexpr std::size_t kSeverities = 6;
  std::vector<std::vector<std::size_t>> counts(
      view.report->drafts.size(), std::vector<std::size_t>(kSeverities));
  std::vector<std::size_t> totals(view.report->drafts.size());
  for (const CheckedView& checked : view.checked) {
    ++counts[checked.draft][static_cast<std::size_t>(checked.severity)];
    ++totals[checked.draft];
  }
  std::string out =
      "<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
      "aria-label=\"Scoreboard\"><table class=\"plain score\"><thead><tr>"
      "<th scope=\"col\">Draft</th><th scope=\"col\">Quotations</th>";
  for (std::size_t s = 0; s < kSeverities; ++s) {
    out += fmt::format(
        "<th scope=\"col\">{}</th>",
        sentence_case(severity_words(static_cast<FindingSeverity>(s))));
  }
  out += "</tr></thead>\n<tbody>\n";
  for (std::size_t d = 0; d < counts.size(); ++d) {
    out += fmt::format(
        "<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td>",
        html_name(document_name(view.report->drafts[d].document)), totals[d]);
    for (const std::size_t count : counts[d]) {
      out += fmt::format("<td class=\"n{}\">{} of {}</td>",
                         count == 0 ? " zero" : "", count, totals[d]);
    }
    out += "</tr>\n";
  }
  return out + "</tbody></table></div>\n";
}

std::string unchecked_html(const VerifyView& view) {
  std::string items;
  for (std::size_t d = 0; d < view.report->drafts.size(); ++d) {
    const Article& article = view.report->drafts[d];
    for (const std::size_t q : quotations_not_looked_at(*view.report, d)) {
      const Quotation& quotation = article.quotations[q];
      items += fmt::format(
          "<li><b>{}</b> <bdi>{}</bdi> <span class=\"by\">{}, line {}</span>"
          "</li>\n",
          why_not_looked_at(quotation),
          html_printed(
              title_of(article.document.slice(quotation.span), kMostTitle)),
          html_name(document_name(article.document)),
          view.draft_positions[d].at(quotation.span.begin).line);
    }
  }
  std::string out;
  for (const CheckedView& checked : view.checked) {
    if (checked.severity != FindingSeverity::kCannotCheck) continue;
    out += fmt::format(
        "<li><a href=\"#{}\"><bdi>{}</bdi></a> <span "
        "class=\"by\"><bdi>{}</bdi></span></li>\n",
        checked.anchor, html_printed(title_of(view.words(checked), kMostTitle)),
        html_printed(checked.verdict));
  }
  if (!out.empty()) {
    out = "<h3>Looked at, and not checked</h3>\n<ul class=\"alone\">\n" + out +
          "</ul>\n";
  }
  if (!items.empty()) {
    out += "<h3>In marks, and not looked at</h3>\n<ul class=\"alone\">\n" +
           items + "</ul>\n";
  }
  return out +
         "<h3>Limits of this check</h3>\n<ul><li>Indirect speech (she said the "
         "harbour would close) is not checked.</li></ul>\n";
}

std::string documents_html(const VerifyView& view) {
  std::string rows;
  for (const Article& article : view.report->drafts) {
    rows += document_row(article.document, "Draft");
  }
  for (const Article& article : view.report->sources) {
    rows += document_row(article.document, "Source");
  }
  return documents_table(rows) + legend_html();
}

}  // namespace

std::string verify_html(const VerifyReport& report,
                        std::span<const Grammar* const> grammars) {
  const VerifyView view = make_verify_view(report, grammars);
  Page page;
  page.title = report.drafts.size() == 1
                   ? document_name(report.drafts[0].document)
                   : plural(report.drafts.size(), "draft") + " checked";
  page.kicker = "Does it stand in the sources";
  page.head = glance_html(view);
  page.sections = {
      {"differences", "Findings", differences_html(view)},
      {"matrix", "Matrix", matrix_html(view)},
      {"quotations", "Quotations", cards_html(view)},
      {"scoreboard", "Scoreboard", scoreboard_html(view)},
      {"unchecked", "Not checked", unchecked_html(view)},
      {"documents", "Documents", documents_html(view)},
  };
  return page_html(page);
}

}  // namespace quoin
