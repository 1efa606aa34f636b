// SPDX-License-Identifier: Apache-2.0
// A verification as a page: each quotation of the drafts beside the passage of
// the sources that it was held against. docs/html-report.md tells what every
// part means.

#pragma once

#include <span>
#include <string>

#include <quoin/grammar/grammar.h>
#include <quoin/report/verify_report.h>

namespace quoin {

// `grammars` are those the drafts were extracted with, one a draft: the page
// names the rules that decided. Empty when they are not known.
std::string verify_html(const VerifyReport& report,
                        std::span<const Grammar* const> grammars = {});

}  // namespace quoin
