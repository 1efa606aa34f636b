// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/words.h>

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include <quoin/base/display.h>

namespace quoin {
namespace {

// In the order of Grade.
constexpr std::array<GradeWords, kGradeCount> kGrades = {{
    {"identical", "Nothing differs.", "same", "="},
    {"typographic",
     "Only the type: glyphs of marks and dashes, kinds of spaces.", "same",
     "="},
    {"convention",
     "Only house style: spelling, figures, capitals, the comma or stop at the "
     "end.",
     "same", "="},
    {"excerpt", "Words at the ends are not printed; those printed are equal.",
     "part", "\u2282"},
    {"punctuation", "The words are equal, marks between them are not.", "note",
     ","},
    {"marked edit",
     "Words were changed under a visible mark: an ellipsis, brackets, [sic].",
     "note", "\u2026"},
    {"cleanup", "Fillers, stutters or false starts were left out.", "note",
     "~"},
    {"minor wording",
     "At most two small words or endings, a contraction, the spelling of a "
     "name.",
     "word", "\u2248"},
    {"omission", "Words inside were left out, and no mark says so.", "word",
     "\u2212"},
    {"insertion", "Words inside were added, and no mark says so.", "word", "+"},
    {"substitution", "A word of content was replaced.", "word", "\u2260"},
    {"reordered", "Parts stand in another order.", "risk", "\u21C4"},
    {"spliced", "Parts that lie far apart are joined, and no mark says so.",
     "risk", "\u22C8"},
    {"meaning risk",
     "The change touches a negation, number, modal, condition, name or the "
     "like. Double and unrelated negations give false alarms: look.",
     "risk", "!"},
    {"paraphrase in marks", "The content is there, the words are not.", "risk",
     "!"},
    {"not found", "The references hold nothing of it.", "open", "?"},
    {"cannot check", "There is nothing to compare it with.", "open", "?"},
}};

constexpr std::array<std::string_view, 10> kNumbers = {
    "no",   "one", "two",   "three", "four",
    "five", "six", "seven", "eight", "nine"};

}  // namespace

const GradeWords& grade_words(Grade grade) {
  return kGrades[static_cast<std::size_t>(grade)];
}

std::string grade_chip(Grade grade, std::string_view more) {
  const GradeWords& words = grade_words(grade);
  return fmt::format(
      "<span class=\"g g-{}\"><i aria-hidden=\"true\">{}</i>{}{}{}</span>",
      words.family, words.glyph, words.label, more.empty() ? "" : " ", more);
}

std::string number_word(std::size_t number) {
  return number < kNumbers.size() ? std::string(kNumbers[number])
                                  : std::to_string(number);
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", number_word(count), noun,
                     count == 1 ? "" : "s");
}

std::string sentence_case(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

std::string title_of(std::string_view text, std::size_t most_characters) {
  const std::string line = single_line(text);
  std::string_view shown = line;
  bool is_cut = false;
  if (display_width(line) > most_characters) {
    shown = fit_to_width(line, most_characters);
    const std::size_t space = shown.rfind(' ');
    if (space != std::string_view::npos && space > shown.size() / 2) {
      shown = shown.substr(0, space);
    }
    is_cut = true;
  }
  // What the host sentence put there is not of the title.
  while (shown.ends_with(',') || shown.ends_with(' ')) shown.remove_suffix(1);
  return fmt::format("\u201C{}{}\u201D", shown, is_cut ? " \u2026" : "");
}

}  // namespace quoin
