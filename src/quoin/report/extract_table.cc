// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/extract_table.h>

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include <quoin/base/display.h>
#include <quoin/text/positions.h>

namespace quoin {
namespace {

enum Column : std::size_t { kPlace, kWords, kSpeaker, kCue, kRule, kColumns };

// The most columns that each takes; the words take what is left.
constexpr std::array<std::size_t, kColumns> kMost = {12, 0, 26, 16, 24};
constexpr std::size_t kFewestWords = 24;
constexpr std::size_t kGap = 2;

struct Row {
  std::array<std::string, kColumns> cells;
  bool dimmed = false;
};

std::string printed(const Document& document, TextSpan span) {
  return single_line(document.slice(span));
}

Row make_row(const Article& article, const Grammar& grammar, std::size_t index,
             const Position& place) {
  const Document& document = article.document;
  const Quotation& quotation = article.quotations[index];
  const Attribution& attribution = article.attributions[index];
  Row row;
  row.dimmed = quotation.block == BlockRole::kFurniture;
  row.cells[kPlace] = fmt::format("{}:{}", place.line, place.column);
  row.cells[kWords] = printed(document, quotation.open) +
                      printed(document, quotation.span) +
                      printed(document, quotation.close);
  // A nested quotation stands under the one that holds it.
  row.cells[kWords].insert(0, std::string(2 * quotation.depth, ' '));
  row.cells[kSpeaker] = speaker_label(article, index);
  if (attribution.cue) row.cells[kCue] = printed(document, *attribution.cue);
  if (attribution.rule != kNoRule) {
    row.cells[kRule] =
        grammar.rule_names()[static_cast<std::size_t>(attribution.rule)].name;
  }
  return row;
}

std::array<std::size_t, kColumns> set_widths(const std::vector<Row>& rows,
                                             std::size_t columns) {
  std::array<std::size_t, kColumns> widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < kColumns; ++i) {
      widths[i] = std::max(widths[i], display_width(row.cells[i]));
    }
  }
  std::size_t taken = kGap;
  for (std::size_t i = 0; i < kColumns; ++i) {
    if (i == kWords) continue;
    widths[i] = std::min(widths[i], kMost[i]);
    taken += widths[i] + kGap;
  }
  const std::size_t left = columns > taken ? columns - taken : 0;
  widths[kWords] = std::min(widths[kWords], std::max(kFewestWords, left));
  return widths;
}

void append_row(const Row& row, const std::array<std::size_t, kColumns>& widths,
                const TextStyle& style, std::string& out) {
  std::array<std::string, kColumns> cells;
  for (std::size_t i = 0; i < kColumns; ++i) {
    cells[i] = pad_to_width(clip_to_width(row.cells[i], widths[i]), widths[i]);
  }
  if (!row.dimmed) {
    cells[kPlace] = style.dim(cells[kPlace]);
    cells[kSpeaker] = style.bold(cells[kSpeaker]);
    cells[kRule] = style.dim(cells[kRule]);
  }
  std::string line;
  for (const std::string& cell : cells) {
    line.append(line.empty() ? 0 : kGap, ' ').append(cell);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  out.append(kGap, ' ');
  out += row.dimmed ? style.dim(line) : line;
  out += '\n';
}

std::string plural(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace

std::string speaker_label(const Article& article, std::size_t quotation) {
  const Quotation& found = article.quotations[quotation];
  const std::optional<Speaker>& speaker =
      article.attributions[quotation].speaker;
  if (speaker && speaker->name) return single_line(*speaker->name);
  if (speaker && !speaker->candidates.empty()) {
    std::string label;
    for (const std::string& candidate : speaker->candidates) {
      if (!label.empty()) label += " or ";
      label += candidate;
    }
    return single_line(label) + "?";
  }
  if (speaker) return printed(article.document, speaker->mention);
  if (found.block == BlockRole::kFurniture) return "(furniture)";
  if (found.kind == QuotationKind::kSpeech) return "—";
  return fmt::format("({})", to_string(found.kind));
}

void append_table(const Article& article, const Grammar& grammar,
                  const TextStyle& style, std::string& out) {
  if (article.quotations.empty()) return;
  const Document& document = article.document;
  out += style.bold(single_line(document.id));
  for (const auto& more : {document.outlet, document.title}) {
    if (more) out += " · " + single_line(*more);
  }
  out += '\n';
  PositionCursor cursor(document.text);
  std::vector<Row> rows;
  rows.reserve(article.quotations.size());
  for (std::size_t i = 0; i < article.quotations.size(); ++i) {
    const Position& place = cursor.advance_to(article.quotations[i].span.begin);
    rows.push_back(make_row(article, grammar, i, place));
  }
  const auto widths = set_widths(rows, style.columns);
  for (const Row& row : rows) append_row(row, widths, style, out);
  out += '\n';
}

void ExtractTotals::add(const Article& article) {
  ++documents;
  for (std::size_t i = 0; i < article.quotations.size(); ++i) {
    if (article.quotations[i].block == BlockRole::kFurniture) {
      ++furniture;
      continue;
    }
    ++quotations;
    if (article.attributions[i].speaker) ++attributed;
  }
}

void ExtractTotals::add(const ExtractTotals& more) {
  documents += more.documents;
  quotations += more.quotations;
  attributed += more.attributed;
  furniture += more.furniture;
}

std::string to_string(const ExtractTotals& totals) {
  std::string out = fmt::format(
      "{} in {}, {} with a speaker", plural(totals.quotations, "quotation"),
      plural(totals.documents, "document"), totals.attributed);
  if (totals.furniture > 0) {
    out += fmt::format("; {} more in furniture", totals.furniture);
  }
  return out;
}

}  // namespace quoin
