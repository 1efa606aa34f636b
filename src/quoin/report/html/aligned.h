// SPDX-License-Identifier: Apache-2.0
// Two texts beside each other, with what differs marked in both.
//
// Differences are <del> and <ins>, underlined and struck through by the style
// sheet and named in words beside them: colour alone says nothing. Words that
// are only missing at the ends are grey, type and house style are dotted.

#pragma once

#include <string>
#include <string_view>

#include <quoin/report/html/edits.h>

namespace quoin {

struct AlignedTexts {
  std::string base;   // HTML
  std::string other;  // HTML
};

// Requires: the texts are those that were graded.
AlignedTexts align_texts(const Finding& finding, BaseSide side,
                         std::string_view base, std::string_view other);

// One edit in a single line, with a few words of the base around it:
//   … and ruined spoiled a great many …
std::string change_in_line(const Edit& edit, std::string_view base,
                           GradeMode mode);

// What differs in type and house style only, folded away: on demand, with
// spaces and dashes made visible. Empty when there is nothing.
std::string ignored_html(const Finding& finding, BaseSide side,
                         std::string_view base, std::string_view other);

}  // namespace quoin
