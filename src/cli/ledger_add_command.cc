// SPDX-License-Identifier: Apache-2.0
#include "ledger_add_command.h"

#include <ctime>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <quoin/base/ordered_pipeline.h>
#include <quoin/ledger/story_records.h>
#include <quoin/quoin.h>

#include "command.h"
#include "common_options.h"
#include "grammars.h"
#include "input_options.h"
#include "inputs.h"
#include "ledger_batches.h"
#include "ledger_options.h"
#include "story_input.h"

namespace quoin::cli {
namespace {

struct AddOptions : LedgerOptions, InputOptions {
  std::vector<std::string> files;
  std::string grammar;
  std::optional<std::string> at;
  std::size_t batch = 1000;
};

struct AddRun {
  const AddOptions& options;
  Grammars& grammars;
  LedgerBatches& batches;
  bool failed = false;   // something could not be read
  bool stopped = false;  // the ledger cannot take more
};

std::string now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

// What one document, or one bad one, came to.
struct Read {
  std::optional<PreparedPage> page;
  std::vector<Diagnostic> diagnostics;
};

Read read_page(Result<Document> read, Grammars& grammars) {
  Read out;
  if (!read) {
    out.diagnostics = std::move(read).error();
    return out;
  }
  out.diagnostics = warnings_about(*read);
  const Grammar& grammar = grammars.of_language(read->lang);
  out.page =
      prepare_page(record_page(extract(*std::move(read), grammar), grammar));
  return out;
}

// Any number of documents, one at a time.
void add_documents(const std::vector<std::string>& files, AddRun& run) {
  Inputs inputs(files, run.options.reading(), run.options.filter);
  run_ordered(
      thread_count(run.options.threads), [&] { return inputs.next_job(); },
      [&](DocumentJob job) {
        std::vector<Read> out;
        job.run([&](Result<Document> read) {
          out.push_back(read_page(std::move(read), run.grammars));
        });
        return out;
      },
      [&](std::vector<Read> all) {
        for (Read& read : all) {
          report(read.diagnostics);
          run.failed = run.failed || !read.page;
          if (!read.page) continue;
          run.stopped = !run.batches.add(*std::move(read.page));
          if (run.stopped) return false;
        }
        return true;
      });
}

// The documents and references of one story, with the grades of the one
// against the other: all of it or nothing.
void add_story(const std::string& manifest, AddRun& run) {
  const StoryInput story =
      read_story_input({manifest}, run.options, run.grammars);
  report(story.diagnostics);
  run.failed = run.failed || story.failed;
  if (story.articles.empty()) return;
  const Comparison comparison = compare_story(story, run.grammars);
  const StoryReport shown = story.report(comparison);
  run.stopped = !run.batches.add(record_story(shown, story.grammars));
}

std::string plural(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string to_string(const LedgerTotals& totals) {
  std::string out = fmt::format(
      "{} added, {} changed, {} known; {} and {} recorded",
      plural(totals.added, "document"), totals.changed, totals.known,
      plural(totals.quotations, "quotation"), plural(totals.gradings, "grade"));
  return out;
}

void add_all(AddRun& run) {
  std::vector<std::string> documents;
  for (const std::string& file : run.options.files) {
    if (!file.ends_with(".toml")) {
      documents.push_back(file);
      continue;
    }
    if (!documents.empty()) add_documents(std::exchange(documents, {}), run);
    if (!run.stopped) add_story(file, run);
    if (run.stopped) return;
  }
  if (!documents.empty()) add_documents(std::move(documents), run);
  if (!run.stopped) run.stopped = !run.batches.commit();
}

// Exit status: 0 all is in the ledger, 1 there was no document, 2 error; also
// when one document was bad and the rest went through.
int run_add(const AddOptions& options) {
  Result<Ledger> ledger = Ledger::open(ledger_path(options), Access::kWrite);
  if (!ledger) {
    report(ledger.error());
    return kExitError;
  }
  Result<Grammars> grammars = Grammars::load(options.grammar, options.lang);
  if (!grammars) {
    report(grammars.error());
    return kExitError;
  }
  const GradeTables tables =
      compile_grade_tables(grammars->standard().lexicon());
  Output output(options.output);
  LedgerBatches batches(*ledger, tables, options.at ? *options.at : now(),
                        options.batch, options.format, output);
  AddRun run{options, *grammars, batches};
  add_all(run);
  const LedgerTotals& totals = batches.totals();
  if (options.format == LedgerFormat::kText) {
    output.write(to_string(totals) + "\n");
  }
  if (!output.finish() || run.failed || run.stopped) return kExitError;
  const bool is_nothing = totals.added + totals.changed + totals.known == 0;
  return is_nothing ? kExitNothing : kExitFound;
}

}  // namespace

void declare_ledger_add(Command& ledger) {
  const auto options = std::make_shared<AddOptions>();
  Command command = ledger.add_command(
      "add", "Record documents and stories; what is known is skipped");
  command.add_arguments("FILE", options->files,
                        "Documents as extract takes them, or story manifests, "
                        "whose grades are recorded too; - is standard input");
  add_ledger_options(command, *options);
  command.add_text("--at", options->at, "TIME",
                   "When they were recorded (default: now, in UTC)");
  command.add_number("--batch", options->batch, 1, 100'000, "N",
                     "Commit and acknowledge after so many documents, or a "
                     "second (default: 1000)");
  add_grammar_option(command, options->grammar);
  add_input_options(command, *options);
  command.add_footer(
      "A line on standard output says that a document is on the disk; what "
      "was\nnot acknowledged may be added again. A page is known by its URL, "
      "else by its\noutlet and id; one whose text changed becomes a new "
      "version.\n"
      "Exit status: 0 recorded, 1 no document, 2 error.");
  command.on_run([options] { return run_add(*options); });
}

}  // namespace quoin::cli
