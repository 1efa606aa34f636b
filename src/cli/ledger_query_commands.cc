// SPDX-License-Identifier: Apache-2.0
#include "ledger_query_commands.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <quoin/grade/tables.h>
#include <quoin/ledger/check.h>
#include <quoin/ledger/history.h>
#include <quoin/ledger/ledger_json.h>
#include <quoin/ledger/ledger_text.h>
#include <quoin/ledger/pages.h>
#include <quoin/ledger/printing_csv.h>
#include <quoin/ledger/search.h>

#include "command.h"
#include "common_options.h"
#include "grammars.h"
#include "ledger_options.h"

namespace quoin::cli {
namespace {

struct QueryOptions : LedgerOptions {
  std::vector<std::string> words;
  std::string grammar;
  PrintingFilter filter;
  bool outlets = false;
  bool speakers = false;
  std::size_t limit = 20;
};

constexpr std::size_t kMostRows = 1'000'000'000;

// Opens, asks, and ends the output; the exit status. `ask` gives how many
// things were found, after it has written them.
using Ask = std::function<Result<std::size_t>(const Ledger&, Output&)>;

int answer(const QueryOptions& options, const Ask& ask) {
  Result<Ledger> ledger = Ledger::open(ledger_path(options), Access::kRead);
  if (!ledger) {
    report(ledger.error());
    return kExitError;
  }
  Output output(options.output);
  const Result<std::size_t> found = ask(*ledger, output);
  if (!found) {
    report(found.error());
    return kExitError;
  }
  if (!output.finish()) return kExitError;
  return *found > 0 ? kExitFound : kExitNothing;
}

template <class Record>
void write_record(const Record& record, const QueryOptions& options,
                  Output& output) {
  std::string text;
  if (options.format == LedgerFormat::kJsonl) {
    append_json(record, text);
  } else {
    append_text(record, style_for(output), text);
  }
  output.write(text);
}

template <class Record>
std::size_t write_records(const std::vector<Record>& records, bool more,
                          const QueryOptions& options, Output& output) {
  for (const Record& record : records) write_record(record, options, output);
  if (options.format == LedgerFormat::kText && records.empty()) {
    output.write("nothing found\n");
  }
  if (options.format == LedgerFormat::kText && more) {
    output.write(
        fmt::format("and more: --limit shows more than {}\n", options.limit));
  }
  return records.size();
}

// -------------------------------------------------------------------- list

Result<std::size_t> list_all(const QueryOptions& options, const Ledger& ledger,
                             Output& output) {
  if (options.outlets) {
    Result<std::vector<OutletCard>> cards =
        list_outlets(ledger, options.filter.outlet);
    if (!cards) return std::move(cards).error();
    return write_records(*cards, false, options, output);
  }
  if (options.speakers || options.filter.speaker) {
    Result<std::vector<SpeakerRow>> rows =
        list_speakers(ledger, options.filter.speaker, options.limit);
    if (!rows) return std::move(rows).error();
    return write_records(*rows, rows->size() == options.limit, options, output);
  }
  Result<DocumentList> list =
      list_documents(ledger, options.filter.outlet, options.limit);
  if (!list) return std::move(list).error();
  return write_records(list->documents, list->more, options, output);
}

// -------------------------------------------------------------------- show

Result<std::size_t> show_named(const std::string& name,
                               const QueryOptions& options,
                               const Ledger& ledger, Output& output) {
  if (is_printing_id(name)) {
    Result<Printing> printing = find_printing(ledger, name);
    if (!printing) return std::move(printing).error();
    write_record(*printing, options, output);
    return std::size_t{1};
  }
  Result<std::vector<DocumentPage>> pages = find_documents(ledger, name);
  if (!pages) return std::move(pages).error();
  return write_records(*pages, false, options, output);
}

Result<std::size_t> show_all(const QueryOptions& options, const Ledger& ledger,
                             Output& output) {
  std::size_t shown = 0;
  if (options.filter.speaker) {
    Result<SpeakerPage> page =
        find_speaker(ledger, *options.filter.speaker, options.limit);
    if (!page) return std::move(page).error();
    write_record(*page, options, output);
    if (page->more && options.format == LedgerFormat::kText) {
      output.write(
          fmt::format("and more: --limit shows more than {}\n", options.limit));
    }
    ++shown;
  }
  if (options.filter.outlet) {
    Result<std::vector<OutletCard>> cards =
        list_outlets(ledger, options.filter.outlet);
    if (!cards) return std::move(cards).error();
    shown += write_records(*cards, false, options, output);
  }
  for (const std::string& name : options.words) {
    Result<std::size_t> found = show_named(name, options, ledger, output);
    if (!found) return std::move(found).error();
    shown += *found;
  }
  return shown;
}

int run_show(const QueryOptions& options) {
  if (options.words.empty() && !options.filter.speaker &&
      !options.filter.outlet) {
    report_error("what is to be shown?",
                 "give an id or a URL, --speaker NAME or --outlet NAME");
    return kExitError;
  }
  return answer(options, [&](const Ledger& ledger, Output& output) {
    return show_all(options, ledger, output);
  });
}

// ----------------------------------------------------------------- history

Result<std::size_t> write_history(const std::string& what,
                                  const GradeTables& tables,
                                  const QueryOptions& options,
                                  const Ledger& ledger, Output& output) {
  Result<History> history = find_history(ledger, what, tables);
  if (!history) return std::move(history).error();
  std::string text;
  if (options.format == LedgerFormat::kText) {
    append_text(*history, style_for(output), text);
  } else {
    for (const HistoryEntry& entry : history->entries) append_json(entry, text);
  }
  output.write(text);
  return history->entries.size();
}

int run_history(const QueryOptions& options) {
  Result<Grammars> grammars = Grammars::load(options.grammar, std::nullopt);
  if (!grammars) {
    report(grammars.error());
    return kExitError;
  }
  const GradeTables tables =
      compile_grade_tables(grammars->standard().lexicon());
  const std::string what = fmt::format("{}", fmt::join(options.words, " "));
  return answer(options, [&](const Ledger& ledger, Output& output) {
    return write_history(what, tables, options, ledger, output);
  });
}

// ------------------------------------------------------------------ search

Result<std::size_t> write_found(const QueryOptions& options,
                                const Ledger& ledger, Output& output) {
  SearchQuery query;
  query.phrases = options.words;
  query.filter = options.filter;
  query.limit = options.limit;
  Result<PrintingList> found = search_ledger(ledger, query);
  if (!found) return std::move(found).error();
  return write_records(found->printings, found->more, options, output);
}

int run_search(const QueryOptions& options) {
  return answer(options, [&](const Ledger& ledger, Output& output) {
    return write_found(options, ledger, output);
  });
}

// ------------------------------------------------------------------ export

enum class ExportFormat : std::uint8_t { kJsonl, kCsv, kCsvExcel, kCsvRaw };

struct ExportOptions : QueryOptions {
  ExportFormat as = ExportFormat::kJsonl;
};

CsvStyle csv_style(ExportFormat format) {
  switch (format) {
    case ExportFormat::kCsvExcel: return CsvStyle::kExcel;
    case ExportFormat::kCsvRaw: return CsvStyle::kRaw;
    case ExportFormat::kCsv:
    case ExportFormat::kJsonl: break;
  }
  return CsvStyle::kSafe;
}

int run_export(const ExportOptions& options) {
  return answer(options, [&](const Ledger& ledger, Output& output) {
    const CsvStyle style = csv_style(options.as);
    const bool is_csv = options.as != ExportFormat::kJsonl;
    if (is_csv) output.write(printing_csv_head(style));
    return for_each_printing(ledger, options.filter,
                             [&](const Printing& printing) {
                               std::string line;
                               if (is_csv) {
                                 append_csv(printing, style, line);
                               } else {
                                 append_json(printing, line);
                               }
                               output.write(line);
                               return output.wanted();
                             });
  });
}

// ------------------------------------------------------------------- check

// For the index of search the file must be one that can be written to; when it
// is not, the rest is checked and this is said.
Result<Ledger> open_for_check(const std::string& path) {
  DatabaseOptions options;
  options.busy_milliseconds = 5'000;
  Result<Ledger> reading = Ledger::open(path, Access::kRead, options);
  if (!reading) return reading;
  Result<Ledger> writing = Ledger::open(path, Access::kWrite, options);
  return writing ? std::move(writing) : std::move(reading);
}

// Exit status: 0 whole, 1 something is wrong, 2 it cannot be read.
int run_check(const QueryOptions& options) {
  Result<Ledger> ledger = open_for_check(ledger_path(options));
  if (!ledger) {
    report(ledger.error());
    return kExitError;
  }
  Result<LedgerCheck> check = check_ledger(*ledger);
  if (!check) {
    report(check.error());
    return kExitError;
  }
  Output output(options.output);
  write_record(*check, options, output);
  if (!output.finish()) return kExitError;
  return check->problems.empty() ? kExitFound : kExitNothing;
}

// ---------------------------------------------------------------- options

void add_limit(Command& command, QueryOptions& options) {
  command.add_number("--limit,-n", options.limit, 1, kMostRows, "N",
                     "How many are shown (default: 20)");
}

void add_filter(Command& command, PrintingFilter& filter) {
  command.add_text("--outlet", filter.outlet, "NAME", "Only of this outlet");
  command.add_text("--speaker", filter.speaker, "NAME",
                   "Only what this speaker says");
  command.add_text("--since", filter.since, "DATE",
                   "Only what was published then or later: 2031, 2031-03, …");
  command.add_text("--until", filter.until, "DATE",
                   "Only what was published then or earlier");
  command.add_flag("--all-versions", filter.all_versions,
                   "Each version of a page, also where its words are the same "
                   "in a later one");
}

}  // namespace

void declare_ledger_list(Command& ledger) {
  const auto options = std::make_shared<QueryOptions>();
  Command command = ledger.add_command(
      "list", "The documents recorded last; or all outlets, or speakers");
  command.add_flag("--outlets", options->outlets,
                   "Outlets by name, each with its counts; none is ranked");
  command.add_flag("--speakers", options->speakers,
                   "Speakers, those quoted most first");
  command.add_text("--outlet", options->filter.outlet, "NAME",
                   "Only of this outlet");
  command.add_text("--speaker", options->filter.speaker, "NAME",
                   "Speakers whose name holds this");
  add_limit(command, *options);
  add_ledger_options(command, *options);
  command.add_footer("Exit status: 0 found, 1 nothing found, 2 error.");
  command.on_run([options] {
    return answer(*options, [&](const Ledger& opened, Output& output) {
      return list_all(*options, opened, output);
    });
  });
}

void declare_ledger_show(Command& ledger) {
  const auto options = std::make_shared<QueryOptions>();
  Command command = ledger.add_command(
      "show", "A document, a quotation, a speaker or an outlet");
  command.add_arguments("ID", options->words,
                        "The id, URL or address of a document, or the id of a "
                        "quotation",
                        Need::kOptional);
  command.add_text("--speaker", options->filter.speaker, "NAME",
                   "All that somebody is quoted as saying");
  command.add_text("--outlet", options->filter.outlet, "NAME",
                   "What an outlet printed, counted and graded");
  add_limit(command, *options);
  add_ledger_options(command, *options);
  command.add_footer("Exit status: 0 found, 1 nothing found, 2 error.");
  command.on_run([options] { return run_show(*options); });
}

void declare_ledger_history(Command& ledger) {
  const auto options = std::make_shared<QueryOptions>();
  Command command = ledger.add_command(
      "history", "One quotation through all outlets and versions");
  command.add_arguments("QUOTATION", options->words,
                        "Its words, or the id of one of its printings");
  add_ledger_options(command, *options);
  add_grammar_option(command, options->grammar);
  command.add_footer(
      "Printings that are cut or changed are found too, and held against the "
      "words\nasked for from both sides.\n"
      "Exit status: 0 found, 1 nothing found, 2 error.");
  command.on_run([options] { return run_history(*options); });
}

void declare_ledger_search(Command& ledger) {
  const auto options = std::make_shared<QueryOptions>();
  Command command = ledger.add_command(
      "search", "Find phrases in all that was printed inside marks");
  command.add_arguments("PHRASE", options->words,
                        "Words in this order; several phrases must stand in "
                        "one quotation");
  add_filter(command, options->filter);
  add_limit(command, *options);
  add_ledger_options(command, *options);
  command.add_footer(
      "Capitals, accents, marks and dashes do not count; a star at the end of "
      "a phrase\nstands for the rest of its last word. What was recorded last "
      "comes first.\n"
      "Exit status: 0 found, 1 nothing found, 2 error.");
  command.on_run([options] { return run_search(*options); });
}

void declare_ledger_export(Command& ledger) {
  const auto options = std::make_shared<ExportOptions>();
  Command command =
      ledger.add_command("export", "Every printing with all that is known");
  add_filter(command, options->filter);
  add_ledger_option(command, *options);
  command.add_choice<ExportFormat>(
      "--format", options->as,
      {{"jsonl", ExportFormat::kJsonl},
       {"csv", ExportFormat::kCsv},
       {"csv-excel", ExportFormat::kCsvExcel},
       {"csv-raw", ExportFormat::kCsvRaw}},
      "FORMAT",
      "jsonl (default): one record a line; csv, for which no cell is a "
      "formula; csv-excel, csv-raw");
  command.add_footer("Exit status: 0 found, 1 nothing found, 2 error.");
  command.on_run([options] { return run_export(*options); });
}

void declare_ledger_check(Command& ledger) {
  const auto options = std::make_shared<QueryOptions>();
  Command command = ledger.add_command(
      "check", "Is the file whole, and is every record as it was written?");
  add_ledger_options(command, *options);
  command.add_footer("Exit status: 0 whole, 1 not, 2 it cannot be read.");
  command.on_run([options] { return run_check(*options); });
}

}  // namespace quoin::cli
