// SPDX-License-Identifier: Apache-2.0
#include "compare_command.h"

#include <memory>

#include <quoin/report/html/compare_html.h>

#include "command.h"
#include "common_options.h"
#include "grammars.h"
#include "inputs.h"
#include "report_formats.h"
#include "story_input.h"

namespace quoin::cli {
namespace {

// Of thousands of clusters nobody reads more.
constexpr std::size_t kMostShown = 40;
constexpr std::size_t kNotGiven = static_cast<std::size_t>(-1);

struct CompareCommandOptions : CommonOptions {
  std::vector<std::string> files;
  ReportFormat format = ReportFormat::kText;
  std::string profile = "ap";
  std::string report;  // a page for people; empty: none
  std::size_t window = 14;
  std::size_t limit = kNotGiven;
};

// Exit status: 0 when a quotation was printed by more than one, 1 when none
// was, 2 error; also when one document was bad and the rest went through.
int run_compare(const CompareCommandOptions& options) {
  Result<Grammars> grammars = Grammars::load(options.grammar, options.lang);
  if (!grammars) {
    report(grammars.error());
    return kExitError;
  }
  const GradeTables tables =
      compile_grade_tables(grammars->standard().lexicon());
  const Profile* profile = find_profile_or_report(tables, options.profile);
  if (profile == nullptr) return kExitError;
  const StoryInput story = read_story_input(options.files, options, *grammars);
  report(story.diagnostics);
  if (story.articles.empty()) {
    if (!story.failed) {
      report_error("there is no document to compare",
                   "the files that were named hold none");
    }
    return kExitError;
  }

  const Comparison comparison =
      compare_story(story, *grammars, options.window);
  StoryReport shown = story.report(comparison);
  const bool many = story.articles.size() > kMostOfOneStory;
  shown.most_clusters =
      options.limit != kNotGiven        ? options.limit
      : many && !story.has_manifest ? kMostShown
                                    : 0;
  Output output(options.output);
  output.write(format_report(
      shown, *profile, find_document_files(options.files, story.articles),
      options.format, options.offsets, style_for(output)));
  if (!output.finish()) return kExitError;
  if (!options.report.empty()) {
    Output page(options.report);
    page.write(compare_html(shown, story.grammars));
    if (!page.finish()) return kExitError;
  }
  if (story.failed) return kExitError;
  return comparison.clusters.empty() ? kExitNothing : kExitFound;
}

}  // namespace

void declare_compare(Command& quoin) {
  const auto options = std::make_shared<CompareCommandOptions>();
  Command command = quoin.add_command(
      "compare", "The same quotations across outlets, graded word for word");
  command.add_arguments("FILE", options->files,
                        "A story manifest, the documents themselves, or "
                        "folders of them");
  add_compare_format_option(command, options->format);
  add_profile_option(command, options->profile);
  command.add_text("--report", options->report, "FILE",
                   "Also write an HTML page that needs nothing else");
  command.add_number("--window", options->window, 0, 36500, "DAYS",
                     "Of more than two dozen documents without a manifest, "
                     "compare those at most so many days apart (14); 0: all");
  command.add_number("--limit", options->limit, 0, 1000000, "N",
                     "Show at most so many quotations as text, and count the "
                     "rest; 0: all");
  add_common_options(command, *options);
  command.add_footer(
      "Without a reference differences are stated from both sides.\n"
      "Exit status: 0 compared, 1 no quotation in common, 2 error.");
  command.on_run([options] { return run_compare(*options); });
}

}  // namespace quoin::cli
