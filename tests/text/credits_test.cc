// SPDX-License-Identifier: Apache-2.0
// Bylines and agencies, by the words of the built-in grammars.
#include <quoin/text/credits.h>

#include <string>

#include <gtest/gtest.h>

#include <quoin/grammar/grammar.h>
#include <quoin/text/blocks.h>

namespace quoin {
namespace {

struct Case {
  const char* byline;  // as the page states it; may be null
  const char* text;
  const char* wire;      // "" for none
  const char* expected;  // the byline
};

Document read(const char* lang, const char* byline, const std::string& text) {
  static const Grammar english = *load_built_in_grammar("en");
  const bool is_english = std::string(lang) == "en";
  const Result<Grammar> other =
      is_english ? load_built_in_grammar("und") : load_built_in_grammar(lang);
  const Grammar& grammar = is_english ? english : *other;
  Document document;
  document.text = text;
  if (byline != nullptr) document.byline = byline;
  find_blocks(document, grammar.phrases());
  grammar.credits().read(document);
  return document;
}

void expect_all(const char* lang, std::initializer_list<Case> cases) {
  for (const Case& one : cases) {
    const Document document = read(lang, one.byline, one.text);
    EXPECT_EQ(document.wire.value_or(""), one.wire) << one.text;
    EXPECT_EQ(document.byline.value_or(""), one.expected) << one.text;
    EXPECT_EQ(document.is_wire_told, document.wire.has_value());
  }
}

constexpr const char* kStory =
    "The harbour will stay closed until the spring, the council decided on "
    "Monday after a long debate.\n\nNobody was hurt, the harbour master told "
    "Reuters and the AP in a short call that evening.\n\n";

TEST(Credits, TellTheAgencyOfEnglishCopy) {
  const std::string story = kStory;
  expect_all("en",
             {
                 {nullptr, "PORTHAVEN (Reuters) - The harbour is closed.\n",
                  "Reuters", ""},
                 {nullptr, "PORTHAVEN, March 3 (AP) \u2014 It is closed.\n",
                  "Associated Press", ""},
                 {nullptr, "By ANN BELL\nAssociated Press\n\nIt is closed.\n",
                  "Associated Press", "ANN BELL"},
                 {nullptr, "By Ann Bell and Tom Reed, The Associated Press\n\n"
                           "The harbour is closed.\n",
                  "Associated Press", "Ann Bell and Tom Reed"},
                 {"Reuters", kStory, "Reuters", "Reuters"},
                 {"By Ann Bell, AP", kStory, "Associated Press",
                  "Ann Bell, AP"},
                 {"By Ann Bell", kStory, "", "Ann Bell"},
                 {"by Ann Bell, By Tom Reed", kStory, "",
                  "Ann Bell, Tom Reed"},
                 {"Byron Bell", kStory, "", "Byron Bell"},
                 {nullptr, kStory, "", ""},
                 // A name in the story is no credit.
                 {nullptr, "By Reuters standards the harbour is small.\n", "",
                  ""},
                 {nullptr, "By Monday the Harbour Council had decided.\n", "",
                  ""},
             });
  for (const char* line :
       {"The Associated Press contributed to this report.",
        "Associated Press writer Ann Bell contributed to this story.",
        "\u2014 With files from The Associated Press", "Source: AP",
        "(AP)", "\u2014 Associated Press",
        "Copyright 2031 The Associated Press. All rights reserved."}) {
    const Document document =
        read("en", nullptr, kStory + std::string(line) + "\n");
    EXPECT_EQ(document.wire.value_or(""), "Associated Press") << line;
  }
}

TEST(Credits, TellTheAgencyOfOtherLanguages) {
  expect_all("de", {{"Von Anna Bell", "Hafen (dpa) - Der Hafen ist zu.\n",
                     "dpa", "Anna Bell"}});
  expect_all("fr", {{nullptr, "PARIS (AFP) \u2013 Le port est ferm\u00E9.\n",
                     "Agence France-Presse", ""}});
  expect_all("es", {{nullptr, "Madrid, 3 mar (EFE).- El puerto cierra.\n",
                     "EFE", ""}});
  expect_all("ru", {{nullptr,
                     "\u041C\u041E\u0421\u041A\u0412\u0410, 3 "
                     "\u043C\u0430\u0440\u0442\u0430. "
                     "/\u0422\u0410\u0421\u0421/. "
                     "\u041F\u043E\u0440\u0442.\n",
                     "\u0422\u0410\u0421\u0421", ""}});
}

TEST(Credits, WhatIsDeclaredStands) {
  static const Grammar english = *load_built_in_grammar("en");
  Document document;
  document.text = "PORTHAVEN (Reuters) - The harbour is closed.\n";
  document.wire = "Northern Wire";
  english.credits().read(document);
  EXPECT_EQ(document.wire, "Northern Wire");
  EXPECT_FALSE(document.is_wire_told);
}

}  // namespace
}  // namespace quoin
