// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/ledger_text.h>

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include <quoin/base/display.h>
#include <quoin/report/wrap.h>

namespace quoin {
namespace {

constexpr std::size_t kIndent = 4;
constexpr std::size_t kMostLines = 4;  // of the words of one quotation
constexpr std::string_view kUndated = "undated";

std::string plural(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string spaced(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

std::string shown(const std::optional<std::string>& text,
                  std::string_view otherwise) {
  return text ? single_line(*text) : std::string(otherwise);
}

void append_line(std::size_t indent, std::string_view line, std::string& out) {
  out.append(indent, ' ').append(line).append("\n");
}

void append_words(std::string_view words, std::size_t indent,
                  const TextStyle& style, std::string& out) {
  const std::size_t width =
      style.columns > indent + 24 ? style.columns - indent : 24;
  const std::string whole = "“" + single_line(words) + "”";
  for (const std::string& line : wrap_to_width(whole, width, kMostLines)) {
    append_line(indent, line, out);
  }
}

// "4 of 9 convention, 2 of 9 substitution"
std::string describe_grades(const GradeCounts& grades, std::size_t graded) {
  std::string out;
  for (const auto& [grade, count] : grades) {
    if (!out.empty()) out += ", ";
    out += fmt::format("{} of {} {}", count, graded, spaced(grade));
  }
  return out;
}

std::string describe_change(std::string_view kind, std::string_view detail) {
  std::string out(kind);
  if (!detail.empty()) out += ": " + single_line(detail);
  return out;
}

// "2031-03-05  The Daily Tide  tide.txt:7  Harbour Board"
void append_heading(const Printing& printing, const TextStyle& style,
                    std::string& out) {
  out += shown(printing.published, kUndated);
  if (printing.outlet) out += "  " + style.bold(single_line(*printing.outlet));
  out += fmt::format("  {}:{}", single_line(printing.document), printing.line);
  if (printing.speaker || printing.mention) {
    out += "  " + style.bold(single_line(printing.speaker ? *printing.speaker
                                                          : *printing.mention));
  }
  out += '\n';
}

void append_grade(const Printing& printing, std::string& out) {
  if (!printing.grade) return;
  append_line(kIndent,
              fmt::format("{}, held against {} ({})", spaced(*printing.grade),
                          shown(printing.reference, "its reference"),
                          spaced(printing.reference_type.value_or(""))),
              out);
  for (const std::string& difference : printing.differences) {
    append_line(2 * kIndent, single_line(difference), out);
  }
}

std::string describe_place(const Printing& printing) {
  if (printing.latest) return printing.id;
  if (printing.repeated) return printing.id + "  and in later versions";
  return fmt::format("{}  last in version {} of its page", printing.id,
                     printing.version);
}

void append_entry(const HistoryEntry& entry, const TextStyle& style,
                  std::string& out) {
  const Printing& printing = entry.printing;
  append_heading(printing, style, out);
  append_words(printing.words, kIndent, style, out);
  append_line(kIndent, style.mark(spaced(entry.grade)), out);
  for (const std::string& difference : entry.differences) {
    append_line(2 * kIndent, single_line(difference), out);
  }
  append_grade(printing, out);
  if (entry.first_version != printing.version) {
    append_line(kIndent,
                fmt::format("in versions {} to {} of its page",
                            entry.first_version, printing.version),
                out);
  }
  for (const LaterChange& change : entry.changes) {
    append_line(kIndent,
                fmt::format("version {}: {}", change.version,
                            describe_change(change.kind, change.detail)),
                out);
  }
  append_line(kIndent, style.dim(describe_place(printing)), out);
}

}  // namespace

void append_text(const Printing& printing, const TextStyle& style,
                 std::string& out) {
  append_heading(printing, style, out);
  append_words(printing.words, kIndent, style, out);
  append_grade(printing, out);
  append_line(kIndent, style.dim(describe_place(printing)), out);
}

void append_text(const History& history, const TextStyle& style,
                 std::string& out) {
  append_words(history.words, 0, style, out);
  out += '\n';
  for (const HistoryEntry& entry : history.entries) {
    append_entry(entry, style, out);
  }
  out += plural(history.entries.size(), "printing");
  if (history.more) {
    out += "; the words are so common that not all candidates were looked at";
  }
  out += '\n';
}

void append_text(const OutletCard& card, const TextStyle& style,
                 std::string& out) {
  out += style.bold(shown(card.outlet, "(no outlet named)")) + "\n";
  append_line(kIndent,
              fmt::format("{}, {} with quotations changed after printing",
                          plural(card.documents, "document"), card.changed),
              out);
  append_line(
      kIndent,
      fmt::format("{}, {} with a speaker",
                  plural(card.quotations, "spoken quotation"), card.attributed),
      out);
  append_line(kIndent,
              card.graded == 0
                  ? "none held against a reference: no grades"
                  : fmt::format("{} of {} held against a reference: {}",
                                card.graded, card.quotations,
                                describe_grades(card.by_grade, card.graded)),
              out);
}

void append_text(const SpeakerRow& row, const TextStyle& style,
                 std::string& out) {
  out += fmt::format("{:>8}  {}  {}\n", row.quotations,
                     style.bold(single_line(row.name)),
                     style.dim(plural(row.outlets, "outlet")));
}

void append_text(const SpeakerPage& page, const TextStyle& style,
                 std::string& out) {
  std::string names;
  for (const std::string& name : page.names) {
    if (!names.empty()) names += " · ";
    names += single_line(name);
  }
  out += style.bold(names) + "\n";
  append_line(kIndent,
              fmt::format("{} in {}", plural(page.quotations, "quotation"),
                          plural(page.documents, "document")),
              out);
  for (const auto& [outlet, count] : page.outlets) {
    append_line(
        kIndent,
        fmt::format("{:>6}  {}", count,
                    outlet.empty() ? "(no outlet named)" : single_line(outlet)),
        out);
  }
  append_line(kIndent,
              page.graded == 0
                  ? "none held against a reference: no grades"
                  : fmt::format("{} held against a reference: {}", page.graded,
                                describe_grades(page.by_grade, page.graded)),
              out);
  out += '\n';
  for (const Printing& printing : page.printings) {
    append_text(printing, style, out);
  }
}

void append_text(const DocumentRow& row, const TextStyle& style,
                 std::string& out) {
  out +=
      shown(row.published, kUndated) + "  " + style.bold(single_line(row.id));
  if (row.outlet) out += " · " + single_line(*row.outlet);
  if (row.title) out += " · " + single_line(*row.title);
  out += row.reference ? fmt::format("  reference: {}", spaced(*row.reference))
                       : "  " + plural(row.quotations, "quotation");
  if (row.version > 1) out += fmt::format("  version {}", row.version);
  out += '\n';
}

void append_text(const DocumentPage& page, const TextStyle& style,
                 std::string& out) {
  for (const DocumentVersion& version : page.versions) {
    if (version.row.version == page.versions.front().row.version) {
      out += style.bold(single_line(version.row.id));
      if (version.row.outlet) out += " · " + single_line(*version.row.outlet);
      out += '\n';
      if (version.row.url) {
        append_line(kIndent, single_line(*version.row.url), out);
      }
    }
    append_line(
        kIndent,
        fmt::format("version {}  recorded {}  {}  {}", version.row.version,
                    single_line(version.row.recorded),
                    shown(version.row.published, kUndated),
                    version.row.reference
                        ? "reference: " + spaced(*version.row.reference)
                        : plural(version.row.quotations, "quotation")),
        out);
    if (version.same_text) {
      append_line(2 * kIndent, "the same text as before", out);
    }
    for (const DocumentChange& change : version.changes) {
      append_line(2 * kIndent,
                  style.mark(describe_change(change.kind, change.detail)), out);
      append_words(change.after.empty() ? change.before : change.after,
                   3 * kIndent, style, out);
    }
  }
  out += '\n';
  for (const Printing& printing : page.printings) {
    append_text(printing, style, out);
  }
}

void append_text(const LedgerCheck& check, const TextStyle& style,
                 std::string& out) {
  for (const std::string& problem : check.problems) {
    append_line(0, style.mark(single_line(problem)), out);
  }
  if (check.more_problems > 0) {
    append_line(0, fmt::format("and {} more", check.more_problems), out);
  }
  if (!check.searched) {
    append_line(0,
                "the index of search was not checked: the file cannot be "
                "written to",
                out);
  }
  append_line(0,
              fmt::format("{}: {} in {}, {} and {}, schema {}",
                          check.problems.empty() ? "whole" : "damaged",
                          plural(check.versions, "version"),
                          plural(check.documents, "document"),
                          plural(check.quotations, "quotation"),
                          plural(check.gradings, "grade"), check.schema),
              out);
}

}  // namespace quoin
