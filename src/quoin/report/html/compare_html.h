// SPDX-License-Identifier: Apache-2.0
// A comparison as a page: one self-contained file for people, which needs no
// network and no script. docs/html-report.md tells what every part means.

#pragma once

#include <span>
#include <string>

#include <quoin/grammar/grammar.h>
#include <quoin/report/story_report.h>

namespace quoin {

// `grammars` are those the articles were extracted with, one an article: the
// page names the rules that decided. Empty when they are not known.
std::string compare_html(const StoryReport& report,
                         std::span<const Grammar* const> grammars = {});

}  // namespace quoin
