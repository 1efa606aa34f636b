// SPDX-License-Identifier: Apache-2.0
// The words of the page that are not of any document: what grades are called
// and mean, and numbers as sentences have them.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <quoin/grade/finding.h>
#include <quoin/grade/profile.h>
#include <quoin/report/phrases.h>

namespace quoin {

// Grades that look alike in a report. A family has a glyph and a tint, and its
// name is never left out, so that nothing hangs on colour.
struct GradeWords {
  std::string_view label;    // "marked edit"
  std::string_view meaning;  // one line
  std::string_view family;   // "same", "part", "note", "word", "risk", "open"
  std::string_view glyph;
};

const GradeWords& grade_words(Grade grade);

// A grade as a chip, in the tint of its family: <span class="g g-word">…
// `more` is escaped text behind the label.
std::string grade_chip(Grade grade, std::string_view more = {});

// "two outlets"; sentence_case makes "Two outlets" of it.
std::string counted(std::size_t count, std::string_view noun);
// "two", "Two"; figures from ten on.
std::string number_word(std::size_t number);
std::string sentence_case(std::string text);

// The beginning of a text on one line, in marks, cut between words:
// “which is why we take steps …”
std::string title_of(std::string_view text, std::size_t most_characters);

}  // namespace quoin
