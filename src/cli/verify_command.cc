// SPDX-License-Identifier: Apache-2.0
#include "verify_command.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include <quoin/grade/profile.h>
#include <quoin/report/html/verify_html.h>

#include "command.h"
#include "common_options.h"
#include "files.h"
#include "grammars.h"
#include "inputs.h"
#include "report_formats.h"
#include "story_input.h"

namespace quoin::cli {
namespace {

struct VerifyCommandOptions : CommonOptions {
  std::vector<std::string> drafts;
  std::vector<std::string> against;  // files, and folders of files
  bool complete = false;             // what is not in them was not said
  std::string profile = "ap";
  ReportFormat format = ReportFormat::kText;
  std::string report;  // a page for people; empty: none
};

namespace fs = std::filesystem;

std::string identity_of(const std::string& file) {
  std::error_code error;
  const fs::path path = fs::canonical(file, error);
  return error ? file : path.generic_string();
}

struct SourceFiles {
  std::vector<std::string> files;
  bool failed = false;
};

// Every file once, and no draft: held against itself it would always stand.
SourceFiles find_sources(const VerifyCommandOptions& options) {
  SourceFiles sources;
  std::vector<std::string> files;
  for (const std::string& name : options.against) {
    FoundFiles found = find_files({name}, options.filter);
    sources.failed = sources.failed || !found.diagnostics.empty();
    report(found.diagnostics);
    std::move(found.files.begin(), found.files.end(),
              std::back_inserter(files));
  }
  std::set<std::string> drafts;
  for (const std::string& draft : options.drafts) {
    drafts.insert(identity_of(draft));
  }
  std::set<std::string> seen;
  for (std::string& file : files) {
    const std::string identity = identity_of(file);
    if (drafts.contains(identity)) {
      Diagnostic warning;
      warning.severity = Severity::kWarning;
      warning.file = file;
      warning.message = "a draft is not taken for a source";
      report(warning);
    } else if (seen.insert(identity).second) {
      sources.files.push_back(std::move(file));
    }
  }
  return sources;
}

// Whether a draft and a source are declared to be in two languages. Words are
// compared within one, so that what is missing may have been translated.
bool languages_differ(const StoryInput& drafts, const StoryInput& sources) {
  const auto base = [](const Article& article) {
    const std::string tag = article.document.lang.value_or("");
    return tag.substr(0, tag.find('-'));
  };
  for (const Article& draft : drafts.articles) {
    for (const Article& source : sources.articles) {
      const std::string ours = base(draft);
      const std::string theirs = base(source);
      if (!ours.empty() && !theirs.empty() && ours != theirs) return true;
    }
  }
  return false;
}

// Whether the sources can be taken for all that was said; says why not.
bool are_complete(bool sources_failed, const StoryInput& drafts,
                  const StoryInput& sources) {
  Diagnostic warning;
  warning.severity = Severity::kWarning;
  warning.file = "quoin";
  warning.hint = "what is not found counts as not checked";
  if (sources_failed) {
    warning.message =
        "a source could not be read, so that they are not complete";
  } else if (languages_differ(drafts, sources)) {
    warning.message =
        "drafts and sources are in several languages, so that words may be "
        "translated";
  } else {
    return true;
  }
  report(warning);
  return false;
}

// Exit status: 0 when the profile has no findings, also when something could
// not be checked; 1 when it has; 2 error, also when one document was bad and
// the rest went through.
int run_verify(const VerifyCommandOptions& options) {
  Result<Grammars> grammars = Grammars::load(options.grammar, options.lang);
  if (!grammars) return report(grammars.error()), kExitError;
  const SourceFiles files = find_sources(options);
  const StoryInput drafts =
      read_story_input(options.drafts, options, *grammars);
  report(drafts.diagnostics);
  const GradeTables tables =
      compile_grade_tables(grammar_of_most(drafts, *grammars).lexicon());
  const Profile* profile = find_profile_or_report(tables, options.profile);
  if (profile == nullptr) return kExitError;
  const StoryInput sources =
      read_story_input(files.files, options, *grammars);
  report(sources.diagnostics);
  if (drafts.articles.empty()) {
    if (!drafts.failed) {
      report_error("there is no draft to verify",
                   "the files that were named hold none");
    }
    return kExitError;
  }
  if (sources.articles.empty()) {
    report_error("there is no source to hold the draft against");
    return kExitError;
  }

  VerifyOptions verifying;
  const bool sources_failed = files.failed || sources.failed;
  verifying.complete =
      options.complete && are_complete(sources_failed, drafts, sources);
  verifying.source_speakers.resize(sources.articles.size());
  for (const DeclaredReference& reference : sources.references) {
    verifying.source_speakers[reference.article] = reference.speaker;
  }
  VerifyReport shown;
  shown.drafts = drafts.articles;
  shown.sources = sources.articles;
  shown.profile = profile;
  shown.complete = verifying.complete;
  shown.verified =
      verify_drafts(drafts.articles, sources.articles, tables, verifying);
  Output output(options.output);
  DocumentFiles paths = find_document_files(files.files, sources.articles);
  paths.merge(find_document_files(options.drafts, drafts.articles));
  output.write(format_report(shown, paths, options.format, options.offsets,
                             style_for(output)));
  if (!output.finish()) return kExitError;
  if (!options.report.empty()) {
    Output page(options.report);
    page.write(verify_html(shown, drafts.grammars));
    if (!page.finish()) return kExitError;
  }
  if (drafts.failed || sources_failed) return kExitError;
  return count_verified(shown).findings == 0 ? kExitFound : kExitNothing;
}

}  // namespace

void declare_verify(Command& quoin) {
  const auto options = std::make_shared<VerifyCommandOptions>();
  Command command = quoin.add_command(
      "verify", "Do the quotations of a draft stand in its sources, and how?");
  command.add_arguments("DRAFT", options->drafts,
                        "Texts, web pages, archives, JSON Lines, folders; - is "
                        "standard input");
  command.add_texts("--against", options->against, "SOURCE",
                    "Transcripts, releases, reports: files, and folders with "
                    "all that is in them",
                    Need::kRequired);
  command.add_flag("--complete", options->complete,
                   "The sources hold all that was said: what is not in them "
                   "is a finding");
  add_profile_option(command, options->profile);
  add_verify_format_option(command, options->format);
  command.add_text("--report", options->report, "FILE",
                   "Also write an HTML page that needs nothing else");
  add_common_options(command, *options);
  command.add_footer(
      "In sources the words need not stand in marks.\n"
      "Exit status: 0 no findings, 1 findings, 2 error.");
  command.on_run([options] { return run_verify(*options); });
}

}  // namespace quoin::cli
