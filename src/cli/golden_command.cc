// SPDX-License-Identifier: Apache-2.0
#include "golden_command.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <quoin/golden/difference.h>

#include "command.h"
#include "common_options.h"
#include "golden_cases.h"
#include "golden_files.h"

namespace quoin::cli {
namespace {

struct GoldenOptions {
  std::vector<std::string> folders;
  std::string grammar;            // a folder; empty: built in
  bool show_moved = false;        // list what only moved, too
  std::vector<std::string> only;  // bless: these cases, by folder name
  std::string reason;             // bless: why, kept in the case's blessed.md
  bool keeps_nothing = false;     // check: no .new files
};

namespace fs = std::filesystem;

std::string plural(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

// What all cases came to.
struct Tally {
  std::size_t cases = 0;
  std::size_t differing = 0;
  std::size_t failed = 0;
  std::size_t worse = 0;
  ChangeCounts counts{};
};

void print_change(const Change& change, Output& output) {
  std::string line =
      fmt::format("    {} {}", to_string(change.kind), change.document);
  if (change.line > 0) line += fmt::format(":{}", change.line);
  line += fmt::format("  “{}”", change.words);
  if (!change.detail.empty()) line += "\n        " + change.detail;
  output.write(line + "\n");
}

bool is_as_expected(const GoldenRun& run, const ChangeCounts& counts) {
  return run.exists && !run.is_stale && is_same(counts);
}

// What differs in one golden file; false when nothing that matters does.
bool print_run(const GoldenRun& run, const std::vector<Change>& changes,
               const GoldenOptions& options, Output& output) {
  const ChangeCounts counts = count_changes(changes);
  const bool same = is_as_expected(run, counts);
  const bool silent = same && (changes.empty() || !options.show_moved);
  if (silent) return false;
  output.write(fmt::format(
      "  {}: {}\n", run.view,
      run.is_stale ? "stale: nothing gives this file any more"
      : run.exists ? summarize(counts, count_worse(changes))
                   : "there is no golden file yet"));
  for (const Change& change : changes) {
    if (change.kind == ChangeKind::kMoved && !options.show_moved) continue;
    if (run.exists) print_change(change, output);
  }
  return !same;
}

bool is_wanted(const GoldenCase& one, const GoldenOptions& options) {
  if (options.only.empty()) return true;
  const std::string name = fs::path(one.folder).filename().string();
  return std::find(options.only.begin(), options.only.end(), name) !=
         options.only.end();
}

// Blesses one golden file of a case when anything in it changed, places too.
bool bless_run(const GoldenCase& one, const GoldenRun& run,
               const std::vector<Change>& changes,
               const GoldenOptions& options) {
  if (!bless_golden(run)) return false;
  if (run.exists && !run.is_stale && run.expected == run.actual) return true;
  const std::string what =
      run.is_stale ? "removed"
      : run.exists ? summarize(count_changes(changes), count_worse(changes))
                   : "first blessing";
  return note_reason(one, fmt::format("{} ({})", run.view, what),
                     options.reason);
}

void run_case(const GoldenCase& one, const GoldenOptions& options, bool bless,
              Grammars& grammars, Output& output, Tally& tally) {
  ++tally.cases;
  Result<std::vector<GoldenRun>> runs = run_golden_case(one, grammars);
  if (!runs) {
    report(runs.error());
    ++tally.failed;
    return;
  }
  std::vector<std::vector<Change>> changes;
  bool differs = false;
  for (const GoldenRun& run : *runs) {
    changes.push_back(find_changes(run.expected, run.actual));
    const ChangeCounts counts = count_changes(changes.back());
    const bool is_same_run = is_as_expected(run, counts);
    differs = differs || !is_same_run;
    if (!bless && !options.keeps_nothing &&
        !write_pending(run, !is_same_run)) {
      ++tally.failed;
    }
    tally.worse += count_worse(changes.back());
    for (std::size_t i = 0; run.exists && i < counts.size(); ++i) {
      tally.counts[i] += counts[i];
    }
  }
  tally.differing += differs ? 1 : 0;
  if (differs || options.show_moved) output.write(one.folder + "\n");
  for (std::size_t i = 0; i < runs->size(); ++i) {
    print_run((*runs)[i], changes[i], options, output);
    if (bless && !bless_run(one, (*runs)[i], changes[i], options)) {
      ++tally.failed;
    }
  }
}

int run_golden(const GoldenOptions& options, bool bless) {
  Result<Grammars> grammars = Grammars::load(options.grammar, std::nullopt);
  if (!grammars) {
    report(grammars.error());
    return kExitError;
  }
  Output output;
  Tally tally;
  for (const std::string& folder : options.folders) {
    Result<std::vector<GoldenCase>> cases = find_golden_cases(folder);
    if (!cases) {
      report(cases.error());
      ++tally.failed;
      continue;
    }
    for (const GoldenCase& one : *cases) {
      if (is_wanted(one, options)) {
        run_case(one, options, bless, *grammars, output, tally);
      }
    }
  }
  if (tally.cases == 0 && tally.failed == 0) {
    report_error("no case has that name", "'--only' takes a folder's name");
    return kExitError;
  }
  const bool quiet = tally.differing == 0 && is_same(tally.counts) &&
                     tally.counts == ChangeCounts{};
  output.write(fmt::format("{}: {}{}\n", plural(tally.cases, "case"),
                           tally.differing == 0
                               ? std::string("the same")
                               : fmt::format("{} {}", tally.differing,
                                             bless                  ? "blessed"
                                             : tally.differing == 1 ? "differs"
                                                                    : "differ"),
                           quiet ? "" : "; " + summarize(tally.counts, tally.worse)));
  if (!output.finish() || tally.failed > 0) return kExitError;
  return tally.differing > 0 && !bless ? kExitNothing : kExitFound;
}

// Compares and changes no golden file. Exit status: 0 the same, 1 something differs,
// 2 a case cannot be run.
int run_golden_check(GoldenOptions options) {
  options.keeps_nothing = options.keeps_nothing || is_in_ci();
  return run_golden(options, false);
}

// Writes what came out as what is expected from now on.
int run_golden_bless(const GoldenOptions& options) {
  if (is_in_ci()) {
    report_error("CI never blesses: a golden file is what a person agreed to",
                 "bless on your machine, and commit what changed");
    return kExitError;
  }
  return run_golden(options, true);
}

}  // namespace

void declare_golden(Command& quoin) {
  const auto options = std::make_shared<GoldenOptions>();
  Command golden =
      quoin.add_group("golden", "Hold today's output against what is expected");
  const auto add_part = [&](const char* name, const char* description) {
    Command part = golden.add_command(name, description);
    part.add_arguments("DIR", options->folders,
                       "Folders of cases, each a folder with documents");
    add_grammar_option(part, options->grammar);
    part.add_flag("--moved", options->show_moved,
                  "Also list what only moved to another line");
    part.add_texts("--only", options->only, "CASE",
                   "Only these cases, by the name of their folder");
    return part;
  };
  Command check = add_part("check", "Compare with what is expected");
  check.add_flag("--no-new", options->keeps_nothing,
                 "Do not write what came out beside the golden file, as .new; "
                 "never done in CI");
  check.add_footer(
      "Exit status: 0 the same, 1 something differs, 2 cannot run.");
  check.on_run([options] { return run_golden_check(*options); });
  Command bless =
      add_part("bless", "Take today's output as expected from now on");
  bless.add_text("--reason", options->reason, "TEXT",
                 "Why; kept in the blessed.md of each case that changes");
  bless.add_footer("Exit status: 0 blessed, 2 cannot run.");
  bless.on_run([options] { return run_golden_bless(*options); });
}

}  // namespace quoin::cli
