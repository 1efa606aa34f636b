// SPDX-License-Identifier: Apache-2.0
#include "extract_command.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <quoin/base/ordered_pipeline.h>
#include <quoin/quoin.h>
#include <quoin/report/explain_text.h>
#include <quoin/report/extract_json.h>
#include <quoin/report/extract_table.h>

#include "command.h"
#include "common_options.h"
#include "grammars.h"
#include "input_options.h"
#include "inputs.h"

namespace quoin::cli {
namespace {

enum class Format : std::uint8_t { kTable, kJsonl };

struct ExtractOptions : CommonOptions, InputOptions {
  std::vector<std::string> files;
  Format format = Format::kTable;
  std::vector<std::string> without;  // rules
  bool explain = false;
};

// What the documents of one job came to.
struct Answer {
  std::string text;
  std::vector<Diagnostic> diagnostics;
  ExtractTotals totals;
  bool failed = false;
};

void add(std::vector<Diagnostic> said, Answer& out) {
  out.failed = out.failed || has_error(said);
  out.diagnostics.insert(out.diagnostics.end(), said.begin(), said.end());
}

void answer(Result<Document> read, const ExtractOptions& options,
            const TextStyle& style, Grammars& grammars, Answer& out) {
  if (!read) return add(std::move(read).error(), out);
  add(warnings_about(*read), out);
  const Grammar& grammar = grammars.of_document(*read);
  const Article article = extract(*std::move(read), grammar);
  out.totals.add(article);
  if (options.format == Format::kJsonl) {
    if (options.explain) {
      const auto why = explain_article(article, grammar);
      append_json_line(article, grammar, options.offsets, out.text, &why);
    } else {
      append_json_line(article, grammar, options.offsets, out.text);
    }
  } else if (options.explain) {
    append_explanation(article, grammar, style, out.text);
  } else {
    append_table(article, grammar, style, out.text);
  }
}

// Exit status: 0 found, 1 nothing found, 2 error; also when one input was bad
// and the rest went through.
int run_extract(const ExtractOptions& options) {
  Result<Grammars> grammars =
      Grammars::load(options.grammar, options.lang, options.without);
  if (!grammars) {
    report(grammars.error());
    return kExitError;
  }
  ReadOptions reading = options.reading();
  reading.lang = options.lang;
  Inputs inputs(options.files, reading, options.filter);
  Output output(options.output);
  const TextStyle style = style_for(output);
  ExtractTotals totals;
  bool failed = false;

  run_ordered(
      thread_count(options.threads), [&] { return inputs.next_job(); },
      [&](DocumentJob job) {
        Answer out;
        job.run([&](Result<Document> read) {
          answer(std::move(read), options, style, *grammars, out);
        });
        return out;
      },
      [&](Answer done) {
        report(done.diagnostics);
        output.write(done.text);
        totals.add(done.totals);
        failed = failed || done.failed;
        return output.wanted();
      });

  if (options.format == Format::kTable && totals.documents > 0) {
    output.write(to_string(totals) + "\n");
  }
  if (!output.finish() || failed) return kExitError;
  return totals.quotations > 0 ? kExitFound : kExitNothing;
}

}  // namespace

void declare_extract(Command& quoin) {
  const auto options = std::make_shared<ExtractOptions>();
  Command command = quoin.add_command(
      "extract", "Find every quotation, who said it and by which rule");
  command.add_arguments("FILE", options->files,
                        "Texts, web pages, archives, transcripts, JSON Lines, "
                        "story manifests, folders; - is standard input");
  command.add_choice<Format>(
      "--format", options->format,
      {{"table", Format::kTable}, {"jsonl", Format::kJsonl}}, "FORMAT",
      "table for people (default), jsonl for programs: one line a document");
  add_common_options(command, *options);
  command.add_texts("--without", options->without, "RULE",
                    "Leave out a rule, such as 'alternation', which guesses "
                    "who speaks in a dialogue");
  command.add_flag("--explain", options->explain,
                   "Say of each quotation which rule won, what it matched, "
                   "which rules lost and how the name was found");
  add_input_options(command, *options);
  command.add_footer("Exit status: 0 found, 1 nothing found, 2 error.");
  command.on_run([options] { return run_extract(*options); });
}

}  // namespace quoin::cli
