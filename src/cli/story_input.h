// SPDX-License-Identifier: Apache-2.0
// A story read and extracted: what compare and golden begin with.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <quoin/attribute/attribution.h>
#include <quoin/base/diagnostic.h>
#include <quoin/grade/compare.h>
#include <quoin/grammar/grammar.h>
#include <quoin/report/story_report.h>

#include "grammars.h"
#include "input_options.h"

namespace quoin::cli {

struct StoryInput {
  std::optional<std::string> name;
  std::vector<Article> articles;         // documents, then references
  std::vector<const Grammar*> grammars;  // of each article
  std::vector<DeclaredReference> references;
  std::vector<Diagnostic> diagnostics;  // of what could not be read
  bool failed = false;                  // something could not
  bool has_manifest = false;            // a story was declared

  // Requires: `comparison` is of these articles; both outlive the report.
  StoryReport report(const Comparison& comparison) const;
};

// Manifests bring their references with them; the grammars must outlive what
// comes back.
StoryInput read_story_input(const std::vector<std::string>& files,
                            const InputOptions& options, Grammars& grammars);

// More documents than these, without a manifest, are no one story.
inline constexpr std::size_t kMostOfOneStory = 24;

// The grammar of most of the articles: what they are graded by.
const Grammar& grammar_of_most(const StoryInput& story,
                               const Grammars& grammars);

// Of all the articles, with the references declared. Where they are no one
// story, only those at most `window_days` apart are compared; 0: all.
Comparison compare_story(const StoryInput& story, const Grammars& grammars,
                         std::size_t window_days = 14);

}  // namespace quoin::cli
