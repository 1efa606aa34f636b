// SPDX-License-Identifier: Apache-2.0
// A verification as the parts of a page show it.

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/grammar/grammar.h>
#include <quoin/report/verify_report.h>
#include <quoin/text/positions.h>

namespace quoin {

struct CheckedView {
  const VerifiedQuotation* verified = nullptr;
  std::size_t draft = 0;
  std::string anchor;
  std::optional<std::string> speaker;
  FindingSeverity severity = FindingSeverity::kCannotCheck;
  std::string verdict;  // "‘ruined’ became ‘spoiled’"; not escaped
};

struct VerifyView {
  const VerifyReport* report = nullptr;
  std::span<const Grammar* const> grammars;  // one a draft, or none
  std::vector<CheckedView> checked;          // by draft, then position
  std::vector<std::string> speakers;         // sorted; "" last
  std::vector<PositionIndex> draft_positions;
  std::vector<PositionIndex> source_positions;

  std::string_view words(const CheckedView& one) const {
    return report->drafts[one.draft].document.slice(one.verified->span);
  }
  std::size_t speaker_index(const CheckedView& checked) const;
};

// Requires: the report outlives the view, which points into it.
VerifyView make_verify_view(const VerifyReport& report,
                            std::span<const Grammar* const> grammars);

// "serious", "not checked"
std::string severity_words(FindingSeverity severity);
std::string severity_chip(FindingSeverity severity);

// What documents are called: the outlet, else the title, else the id.
std::string document_name(const Document& document);

// The part of the page about one quotation of a draft.
std::string verify_card_html(const VerifyView& view,
                             const CheckedView& checked);

}  // namespace quoin
