// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/markdown.h>

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include <quoin/base/display.h>
#include <quoin/report/evidence.h>
#include <quoin/report/extract_table.h>
#include <quoin/text/positions.h>

namespace quoin {
namespace {

// GitHub refuses comments of more than 65,536 characters.
constexpr std::size_t kMostBytes = 60000;
constexpr std::size_t kMostColumns = 400;  // of a text in a cell

std::string cell_text(std::string_view text) {
  return markdown_text(clip_to_width(single_line(text), kMostColumns));
}

std::string place_of(const Passage& passage) {
  return markdown_text(passage.document->id) +
         fmt::format(":{}", passage.begin.line);
}

// The name of an outlet, or of a document without one.
std::string printer_of(const Document& document) {
  return document.outlet ? *document.outlet : document.id;
}

void append_document(const Article& article, const Grammar& grammar,
                     std::string& out) {
  if (article.quotations.empty()) return;
  const Document& document = article.document;
  std::string heading = markdown_text(document.id);
  if (document.outlet) heading += " · " + markdown_text(*document.outlet);
  if (document.title) heading += ": " + markdown_text(*document.title);
  out += "### " + heading + "\n\n";
  out += "| line | quotation | speaker | rule |\n| ---: | --- | --- | --- |\n";
  PositionCursor cursor(document.text);
  for (std::size_t i = 0; i < article.quotations.size(); ++i) {
    const Quotation& quotation = article.quotations[i];
    const int rule = article.attributions[i].rule;
    out += fmt::format(
        "| {} | {}{}{} | {} | {} |\n",
        cursor.advance_to(quotation.span.begin).line,
        markdown_text(document.slice(quotation.open)),
        cell_text(document.slice(quotation.span)),
        markdown_text(document.slice(quotation.close)),
        markdown_text(speaker_label(article, i)),
        rule == kNoRule
            ? std::string()
            : markdown_text(
                  grammar.rule_names()[static_cast<std::size_t>(rule)].name));
  }
}

std::string finding_row(const Assessment& one) {
  std::string what = fmt::format("**{}**", as_words(category_of(one)));
  for (const std::string& difference : one.differences) {
    what += "<br>" + markdown_text(difference);
  }
  if (!one.note.empty()) what += "<br>" + markdown_text(one.note);
  if (one.against) {
    what += fmt::format("<br>{} {}: “{}”", one.is_nearest ? "nearest" : "in",
                        place_of(*one.against), cell_text(one.against->text()));
  }
  std::string printed = fmt::format("“{}”", cell_text(one.printed->text()));
  if (one.speaker) printed += "<br>— " + cell_text(*one.speaker);
  return fmt::format("| {} | {} | {} | {} |\n", as_words(to_string(one.severity)),
                     place_of(*one.printed), printed, what);
}

// The gravest first, and of equal ones the earlier.
std::vector<const Assessment*> rows_of(const Assessed& all) {
  std::vector<const Assessment*> rows;
  for (const Assessment& one : all.items) {
    const bool is_row = one.outcome == Outcome::kFinding ||
                        one.outcome == Outcome::kDiffers ||
                        one.outcome == Outcome::kCannotCheck;
    if (is_row) rows.push_back(&one);
  }
  const auto rank = [](const Assessment* one) {
    return one->outcome == Outcome::kCannotCheck
               ? -1
               : static_cast<int>(one->severity);
  };
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const Assessment* a, const Assessment* b) {
                     return rank(a) > rank(b);
                   });
  return rows;
}

void append_findings(const Assessed& all, std::string& out) {
  const std::vector<const Assessment*> rows = rows_of(all);
  if (rows.empty()) return;
  out +=
      "\n| severity | where | printed | what |\n| --- | --- | --- | --- |\n";
  std::size_t shown = 0;
  while (shown < rows.size() && out.size() < kMostBytes) {
    out += finding_row(*rows[shown++]);
  }
  if (shown == rows.size()) return;
  out += fmt::format("\nand {} more, which do not fit here\n",
                     rows.size() - shown);
}

void append_documents(const Assessed& all, std::string& out) {
  constexpr std::size_t kOutcomes = 7;
  std::map<const Document*, std::array<std::size_t, kOutcomes>> counts;
  std::vector<const Document*> order;
  for (const Assessment& one : all.items) {
    const auto [at, is_new] = counts.try_emplace(one.document);
    if (is_new) order.push_back(one.document);
    ++at->second[static_cast<std::size_t>(one.outcome)];
  }
  if (order.empty()) return;
  out +=
      "\n| printed by | clean | findings | differ | not checked | not printed "
      "|\n| --- | ---: | ---: | ---: | ---: | ---: |\n";
  std::size_t shown = 0;
  while (shown < order.size() && out.size() < kMostBytes) {
    const auto& of = counts[order[shown]];
    const auto count = [&](Outcome outcome) {
      return of[static_cast<std::size_t>(outcome)];
    };
    out += fmt::format("| {} | {} | {} | {} | {} | {} |\n",
                       cell_text(printer_of(*order[shown])),
                       count(Outcome::kClean) + count(Outcome::kBase),
                       count(Outcome::kFinding), count(Outcome::kDiffers),
                       count(Outcome::kCannotCheck),
                       count(Outcome::kNotPrinted));
    ++shown;
  }
  if (shown == order.size()) return;
  out += fmt::format("\nand {} documents more\n", order.size() - shown);
}

}  // namespace

std::string markdown_text(std::string_view text) {
  constexpr std::string_view kSpecial = "\\`*_[]<>|~&$#";
  const std::string line = single_line(text);
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool is_last = i + 1 == line.size() || line[i + 1] == ' ';
    // Addresses and the names of emoji are links without any brackets.
    const bool is_link = (c == ':' && !is_last) ||
                         (c == '.' && i >= 3 && line.substr(i - 3, 3) == "www");
    if (is_link || kSpecial.find(c) != std::string_view::npos) out += '\\';
    out += c;
    // What stands behind them is no mention and no number of an issue.
    if (c == '@' || c == '#') out += "<!-- -->";
  }
  return out;
}

ExtractView extract_markdown() {
  ExtractView view;
  view.between = "\n";
  view.append = append_document;
  return view;
}

std::string assessment_markdown(const Assessed& all) {
  std::string out;
  if (all.title) out += "### " + markdown_text(*all.title) + "\n\n";
  out += fmt::format("**{}** (profile {})\n", summary_line(all),
                     markdown_text(all.profile));
  append_findings(all, out);
  append_documents(all, out);
  return out;
}

}  // namespace quoin
