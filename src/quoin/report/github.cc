// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/github.h>

#include <array>

#include <fmt/format.h>

#include <quoin/base/display.h>
#include <quoin/report/evidence.h>

namespace quoin {
namespace {

constexpr std::size_t kMostShown = 10;

struct Level {
  std::string_view command;
  std::string_view noun;
  std::size_t total = 0;
  std::size_t shown = 0;
};

enum LevelIndex : std::size_t { kError, kWarning, kNotice, kLevels };

// Nobody is called wrong without a reference: no more than a notice.
LevelIndex level_of(const Assessment& one) {
  if (one.outcome != Outcome::kFinding) return kNotice;
  if (one.severity == FindingSeverity::kSerious) return kError;
  return one.severity == FindingSeverity::kReview ? kWarning : kNotice;
}

bool is_shown(const Assessment& one) {
  return one.outcome == Outcome::kFinding || one.outcome == Outcome::kDiffers;
}

// As the runner reads it: % first, and in properties also what ends one.
std::string escape(std::string_view text, bool in_property) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '%': out += "%25"; break;
      case '\r': out += "%0D"; break;
      case '\n': out += "%0A"; break;
      case ':': out += in_property ? "%3A" : ":"; break;
      case ',': out += in_property ? "%2C" : ","; break;
      default: out += c;
    }
  }
  return out;
}

std::string annotation(std::string_view command, const Assessed& all,
                       const Assessment& one) {
  const Passage& printed = *one.printed;
  std::string properties = fmt::format(
      "file={},line={},endLine={}",
      escape(all.path_of(*one.document), true),
      printed.begin.line, printed.end.line);
  // Columns mean something to GitHub only within one line.
  if (printed.begin.line == printed.end.line) {
    properties += fmt::format(",col={},endColumn={}", printed.begin.column,
                              printed.end.column);
  }
  properties += ",title=" + escape(as_words(category_of(one)), true);
  std::string message;
  for (const std::string& line : evidence_card(all, one)) {
    message += (message.empty() ? "" : "\n") + line;
  }
  return fmt::format("::{} {}::{}\n", command, properties,
                     escape(message, false));
}

// A line of the log. The runner finds commands of the old form anywhere in it.
std::string log_line(std::string_view noun, const Assessment& one) {
  std::string line = single_line(
      fmt::format("{} {}:{}: “{}” {}", noun, one.document->id,
                  one.printed->begin.line, one.printed->text(),
                  evidence_line(one)));
  for (std::size_t at = 0; (at = line.find("##[", at)) != std::string::npos;) {
    line.insert(at + 2, " ");
  }
  return line + "\n";
}

}  // namespace

std::string assessment_github(const Assessed& all) {
  std::array<Level, kLevels> levels = {{{"error", "serious finding"},
                                        {"warning", "finding to review"},
                                        {"notice", "note"}}};
  for (const Assessment& one : all.items) {
    if (is_shown(one)) ++levels[level_of(one)].total;
  }
  std::string shown;
  std::string rest;
  for (const Assessment& one : all.items) {
    if (!is_shown(one)) continue;
    Level& level = levels[level_of(one)];
    // The tenth place is kept for the line that counts the others.
    const std::size_t places =
        level.total > kMostShown ? kMostShown - 1 : kMostShown;
    if (level.shown < places) {
      shown += annotation(level.command, all, one);
      ++level.shown;
    } else {
      rest += log_line(level.noun, one);
    }
  }
  for (const Level& level : levels) {
    const std::size_t more = level.total - level.shown;
    if (more == 0) continue;
    shown += fmt::format("::{} title=and {} more::{} more of this level are in "
                         "the log of this step\n",
                         level.command, more, more);
  }
  return shown + rest + summary_line(all) + "\n";
}

}  // namespace quoin
