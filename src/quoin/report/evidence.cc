// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/evidence.h>

#include <algorithm>

#include <fmt/format.h>

#include <quoin/base/display.h>

namespace quoin {
namespace {

constexpr std::array<CategoryWords, kCategoryCount> kCategories = {{
    {"identical", "Printed exactly as said"},
    {"typographic", "Only glyphs of marks, dashes or spaces differ"},
    {"convention", "Only house style differs"},
    {"excerpt", "Words at the ends are not printed"},
    {"punctuation", "Punctuation inside the quotation differs"},
    {"marked_edit", "Words are changed under a visible mark"},
    {"cleanup", "Fillers, stutters or false starts are left out"},
    {"minor_wording", "A small word or an ending differs"},
    {"omission", "Words inside the quotation are left out"},
    {"insertion", "Words are added inside the quotation"},
    {"substitution", "A word is replaced by another"},
    {"reordered", "Parts stand in another order"},
    {"spliced", "Passages that stand apart are joined unmarked"},
    {"meaning_risk", "A word that can turn the meaning differs"},
    {"paraphrase_in_marks", "The content is there, the words are not"},
    {"not_found", "The words are not in the sources"},
    {"cannot_check", "There was nothing to hold the words against"},
    {"misattributed", "The source has somebody else say it"},
}};

std::string place_of(const Passage& passage) {
  return fmt::format("{}:{}", passage.document->id, passage.begin.line);
}

// What was found, without the words themselves.
std::string gist_of(const Assessment& one) {
  if (one.differences.empty()) return one.note;
  return fmt::format("{}", fmt::join(one.differences, "; "));
}

std::string counted(std::size_t count, std::string_view one,
                    std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace

const std::array<CategoryWords, kCategoryCount>& categories() {
  return kCategories;
}

std::size_t category_index(std::string_view id) {
  const auto found =
      std::find_if(kCategories.begin(), kCategories.end(),
                   [&](const CategoryWords& words) { return words.id == id; });
  return static_cast<std::size_t>(found - kCategories.begin());
}

std::string evidence_line(const Assessment& one) {
  std::string out = as_words(category_of(one));
  const std::string gist = gist_of(one);
  if (!gist.empty()) out += ": " + gist;
  if (one.against) {
    out += fmt::format(" ({}{})", one.is_nearest ? "nearest: " : "",
                       place_of(*one.against));
  }
  return single_line(out);
}

std::vector<std::string> evidence_card(const Assessed& all,
                                       const Assessment& one) {
  std::vector<std::string> lines;
  const auto add_text = [&](std::string_view label, const Passage& passage) {
    lines.push_back(fmt::format("{} {}: “{}”", label, place_of(passage),
                                single_line(passage.text())));
  };
  if (one.printed) add_text("printed in", *one.printed);
  if (one.against) {
    const bool is_printing = one.outcome == Outcome::kDiffers;
    add_text(one.is_nearest ? "nearest in"
             : is_printing  ? "another printing in"
                            : "held against",
             *one.against);
  }
  for (const std::string& difference : one.differences) {
    lines.push_back(single_line(difference));
  }
  if (!one.note.empty()) lines.push_back(single_line(one.note));
  if (one.grade) {
    std::string grade = fmt::format("grade {}", as_words(to_string(*one.grade)));
    if (!one.rule.empty()) grade += fmt::format(", rule {}", one.rule);
    if (one.extent) grade += fmt::format(", extent {}", to_string(*one.extent));
    lines.push_back(grade + fmt::format(", {} by profile {}",
                                        as_words(to_string(one.severity)),
                                        all.profile));
  }
  lines.push_back(
      "speaker: " +
      (one.speaker ? single_line(*one.speaker) : std::string("not named")));
  if (one.outcome == Outcome::kDiffers) {
    lines.emplace_back("no reference: neither printing is known to be right");
  }
  if (!one.id.empty()) lines.push_back("finding " + one.id);
  return lines;
}

std::string summary_line(const Assessed& all) {
  const std::size_t clean =
      all.count(Outcome::kClean) + all.count(Outcome::kBase);
  const std::size_t findings = all.count(Outcome::kFinding);
  const std::size_t differ = all.count(Outcome::kDiffers);
  const std::size_t unchecked = all.count(Outcome::kCannotCheck);
  std::string out =
      counted(clean + findings + differ + unchecked,
              all.command == "compare" ? "printing" : "quotation",
              all.command == "compare" ? "printings" : "quotations");
  out += fmt::format(": {} clean", clean);
  if (findings > 0) out += ", " + counted(findings, "finding", "findings");
  if (differ > 0) {
    out += fmt::format(", {} {} from another printing", differ,
                       differ == 1 ? "differs" : "differ");
  }
  if (unchecked > 0) out += fmt::format(", {} not checked", unchecked);
  const std::size_t unseen = all.count(Outcome::kNotLookedAt);
  if (unseen > 0) out += fmt::format(", {} not looked at", unseen);
  return out;
}

}  // namespace quoin
