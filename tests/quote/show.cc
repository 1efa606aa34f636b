// SPDX-License-Identifier: Apache-2.0
#include "show.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

namespace quoin {
namespace {

Lexicon english_lexicon() {
  Lexicon lexicon;
  lexicon.lang = "en";
  const auto add = [&](const char* name, std::string left,
                       std::vector<std::string> right) {
    lexicon.pairs[name].push_back({{std::move(left)}, std::move(right), "t:1"});
  };
  add("double-marks", "\u201C", {"\u201D"});
  add("double-marks", "\"", {"\""});
  add("double-marks", "\u201E", {"\u201C", "\u201D"});
  add("double-marks", "\u00AB", {"\u00BB"});
  add("double-marks", "``", {"''"});
  add("double-marks", "''", {"''"});
  add("single-marks", "\u2018", {"\u2019"});
  add("single-marks", "'", {"'"});
  lexicon.words["apostrophes"] = {"'", "\u2019", "\u2018"};
  lexicon.words["elisions"] = {"twas", "em", "n", "tis"};
  lexicon.words["closing-cues"] = {"said", "says", "told"};
  lexicon.words["dialogue-cues"] = {"said"};
  lexicon.words["dialogue-dashes"] = {"\u2014", "\u2013", "--"};
  lexicon.words["kept-dashes"] = {"--"};
  lexicon.words["question-labels"] = {"Q"};
  lexicon.words["answer-labels"] = {"A"};
  return lexicon;
}

std::string show_as(const Document& document,
                    const std::vector<Quotation>& quotations, bool flags) {
  // Closing strings before opening ones at the same byte; inner ends first.
  std::vector<std::tuple<std::size_t, int, std::string>> inserts;
  for (const Quotation& quotation : quotations) {
    std::string end;
    if (flags) {
      for (std::string_view name : flag_names(quotation.flags)) {
        end += end.empty() ? ":" : ",";
        end += name;
      }
    }
    if (quotation.segments.empty()) {
      inserts.emplace_back(quotation.span.begin, 1, "{");
      inserts.emplace_back(quotation.span.end, 0, "}" + end);
    }
    for (TextSpan segment : quotation.segments) {
      const bool last = segment == quotation.segments.back();
      inserts.emplace_back(segment.begin, 1, "<");
      inserts.emplace_back(segment.end, 0, last ? ">" + end : ">");
    }
  }
  std::stable_sort(inserts.begin(), inserts.end(),
                   [](const auto& a, const auto& b) {
                     return std::tie(std::get<0>(a), std::get<1>(a)) <
                            std::tie(std::get<0>(b), std::get<1>(b));
                   });
  std::string shown;
  std::size_t done = 0;
  for (const auto& [at, kind, text] : inserts) {
    shown += document.text.substr(done, at - done);
    shown += text;
    done = at;
  }
  return shown + document.text.substr(done);
}

}  // namespace

const MarkConventions& english_marks() {
  static const MarkConventions kMarks = [] {
    Result<MarkConventions> compiled = compile_marks(english_lexicon());
    if (!compiled) std::abort();
    return *std::move(compiled);
  }();
  return kMarks;
}

Document document_of(std::string_view text) {
  Document document;
  document.id = "test";
  document.text = text;
  return document;
}

std::string show(const Document& document,
                 const std::vector<Quotation>& quotations) {
  return show_as(document, quotations, false);
}

std::string show_with_flags(const Document& document,
                            const std::vector<Quotation>& quotations) {
  return show_as(document, quotations, true);
}

}  // namespace quoin
