// SPDX-License-Identifier: Apache-2.0
#include "compare_command.h"

#include <quoin/report/compare_json.h>
#include <quoin/report/compare_text.h>

#include "command.h"
#include "grammars.h"
#include "inputs.h"
#include "story_input.h"

namespace quoin::cli {

int run_compare(const CompareCommandOptions& options) {
  Result<Grammars> grammars = Grammars::load(options.grammar, options.lang);
  if (!grammars) {
    report(grammars.error());
    return kExitError;
  }
  ReadOptions reading;
  reading.lang = options.lang;
  const StoryInput story = read_story_input(options.files, reading, *grammars,
                                            thread_count(options.threads));
  report(story.diagnostics);
  if (story.articles.empty()) return kExitError;

  const Comparison comparison = compare_story(story, *grammars);
  const StoryReport shown = story.report(comparison);
  Output output(options.output);
  output.write(options.format == CompareFormat::kJson
                   ? compare_json(shown, options.offsets)
                   : compare_text(shown, style_for(output)));
  if (!output.finish() || story.failed) return kExitError;
  return comparison.clusters.empty() ? kExitNothing : kExitFound;
}

}  // namespace quoin::cli
