// SPDX-License-Identifier: Apache-2.0
// One printed quotation held against what was said: a flat view of compare and
// verify, which all formats for other programs are written from.
//
//   const Assessed all = assess(verify_report);
//   for (const Assessment& one : all.items)
//     if (one.outcome == Outcome::kFinding) ... one.printed->begin.line
//
// Nothing is decided here: grades and severities are those of grade/.

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/grade/profile.h>
#include <quoin/report/story_report.h>
#include <quoin/report/verify_report.h>
#include <quoin/text/positions.h>

namespace quoin {

enum class Outcome : std::uint8_t {
  kClean,        // the profile passes it
  kFinding,      // a note, or more
  kDiffers,      // from another printing; neither is known to be right
  kCannotCheck,  // nothing to hold it against, or another language
  kBase,         // the printing that the others are shown against
  kNotPrinted,   // a document without the words of a cluster
  kNotLookedAt,  // in marks, and no speech: furniture, titles
};

std::string_view to_string(Outcome outcome);  // "not_printed"

// Words in a document; a view of it.
struct Passage {
  const Document* document = nullptr;
  TextSpan span;
  Position begin;
  Position end;

  std::string_view text() const { return document->slice(span); }
};

struct Assessment {
  Outcome outcome = Outcome::kClean;
  const Document* document = nullptr;  // that prints the words, or does not
  std::optional<Passage> printed;
  std::optional<Passage> against;  // the reference, source or other printing
  bool is_nearest = false;         // `against` does not hold the words
  std::string id;         // of the finding, or of the words (finding_id.h)
  std::string cluster;    // "c1"; empty in verify
  std::string quotation;  // "q3"; empty for words without marks
  std::optional<std::string> speaker;
  std::optional<Grade> grade;
  FindingSeverity severity = FindingSeverity::kPass;
  bool misattributed = false;  // the source has somebody else say it
  std::optional<Extent> extent;
  std::string rule;  // "punctuation/restrictive-comma"; empty without a grade
  std::vector<std::string> flags;
  std::vector<std::string> differences;  // in words, one each
  std::string note;  // what else a reader must know: why it was not checked
};

struct Assessed {
  std::string command;  // "compare", "verify"
  std::optional<std::string> title;
  std::string profile;
  // The path of each document that is a file of text, by its id: where tools
  // that open files are led. Of others the lines are not those of a file.
  std::map<std::string, std::string> files;
  // By document, then position; what is not printed or not looked at last.
  std::vector<Assessment> items;

  std::size_t count(Outcome outcome) const;
  // The path, or the id of a document without one.
  const std::string& path_of(const Document& document) const;
};

// Of every printing of every cluster, and of every document without it.
Assessed assess(const StoryReport& report, const Profile& profile);

// Of every quotation of the drafts.
Assessed assess(const VerifyReport& report);

// "misattributed", else the grade: what the formats call a rule.
std::string_view category_of(const Assessment& one);

// "meaning risk": an id as people read it.
std::string as_words(std::string_view id);

}  // namespace quoin
