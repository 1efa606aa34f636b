// SPDX-License-Identifier: Apache-2.0
// Who wrote a text, and which agency its copy is credited to.
//
//   pairs wire-agencies   "AP" "Associated Press" = "Associated Press"
//   pairs wire-datelines  "(" = ") -" ") —"    LONDON (AP) — The harbour …
//   words wire-before     "with files from"    a line that credits the agency
//   words wire-after      "contributed to this report"
//   words byline-starts   by                   By Ann Bell, Associated Press
//
// Looked for in the byline that a page states, in the first lines and the last
// ones; an agency that is mentioned elsewhere is part of the story.

#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <quoin/text/document.h>
#include <quoin/text/lexicon.h>

namespace quoin {

class CreditPhrases {
 public:
  CreditPhrases() = default;
  explicit CreditPhrases(const Lexicon& lexicon);

  // Sets what is missing of `byline` and `wire`, and takes the word by which a
  // byline begins off it. Costs the same for documents of any length.
  void read(Document& document) const;

 private:
  struct Agency {
    std::string printed;
    std::string name;
  };
  // The lines that may credit somebody: the first and the last of the article,
  // the bylines, and what stands right below the article.
  struct Edges {
    std::vector<std::string_view> first;
    std::vector<std::string_view> bylines;
    std::vector<std::string_view> last;
  };
  struct Mention {
    std::size_t begin = 0;
    std::size_t end = 0;
    const Agency* agency = nullptr;
  };

  std::optional<Mention> find_agency(std::string_view text) const;
  std::optional<Mention> agency_at(std::string_view text,
                                   std::size_t at) const;
  const Agency* of_dateline(std::string_view paragraph) const;
  const Agency* of_line(std::string_view line) const;
  std::size_t size_of_byline_start(std::string_view line) const;
  std::optional<std::string> byline_of(std::string_view line) const;
  static Edges edges_of(const Document& document);
  const Agency* find_wire(const Document& document, const Edges& edges) const;

  std::vector<Agency> agencies_;  // the longest first
  // How they begin, by two bytes: nearly every place of a text begins none.
  std::bitset<std::size_t{1} << 16> beginnings_;
  std::vector<std::pair<std::string, std::vector<std::string>>> datelines_;
  std::vector<std::string> before_;  // folded
  std::vector<std::string> after_;
  std::vector<std::string> byline_starts_;
};

}  // namespace quoin
