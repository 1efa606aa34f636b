// SPDX-License-Identifier: Apache-2.0
// One printing of a quotation, with all the ledger knows of it: a row of the
// view `printing` (docs/ledger.md), as search, history, speaker pages and
// exports give it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <quoin/base/result.h>
#include <quoin/ledger/ledger.h>

namespace quoin {

struct Printing {
  std::int64_t row = 0;  // of the quotation, in this file
  std::string id;        // "9f2c41d07a3b-q3", in any ledger
  std::optional<std::string> outlet;
  std::string document;
  std::size_t version = 1;
  bool latest = true;     // the document has no newer version
  bool repeated = false;  // a newer one prints the same words again
  std::optional<std::string> url;
  std::optional<std::string> title;
  std::optional<std::string> published;
  std::string recorded;
  std::optional<std::string> lang;
  std::size_t start = 0;
  std::size_t end = 0;
  std::size_t line = 0;
  std::optional<std::string> open;
  std::string words;
  std::optional<std::string> close;
  std::string kind;
  std::string block;
  std::size_t depth = 0;
  std::optional<std::string> speaker;
  std::optional<std::string> mention;
  std::vector<std::string> candidates;
  std::optional<std::string> role;
  std::optional<std::string> cue;
  std::optional<std::string> medium;
  std::optional<std::string> addressee;
  std::optional<std::string> rule;
  std::optional<std::string> at;
  std::vector<std::string> flags;
  std::optional<std::string> grade;  // none: held against no reference
  std::optional<std::string> extent;
  std::vector<std::string> differences;
  std::optional<std::string> reference;
  std::optional<std::string> reference_type;
  std::optional<std::string> reference_words;
};

// What is asked for; all of what is given must hold.
struct PrintingFilter {
  std::optional<std::string> outlet = std::nullopt;
  // In any capitals and accents.
  std::optional<std::string> speaker = std::nullopt;
  // Published then or later, and then or earlier: "2031-03" holds all of March.
  std::optional<std::string> since = std::nullopt;
  std::optional<std::string> until = std::nullopt;
  bool all_versions = false;  // else the last version with the same words
};

// In order of recording; `use` says false when it has enough.
// Internal helpers of these queries are in printing_query.h.
Result<std::size_t> for_each_printing(
    const Ledger& ledger, const PrintingFilter& filter,
    const std::function<bool(const Printing&)>& use);

}  // namespace quoin
