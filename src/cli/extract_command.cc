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
#include <quoin/report/extract_table.h>

#include "command.h"
#include "common_options.h"
#include "extract_formats.h"
#include "grammars.h"
#include "inputs.h"
#include "talk.h"

namespace quoin::cli {
namespace {

struct ExtractOptions : CommonOptions {
  std::vector<std::string> files;
  ExtractFormat format = ExtractFormat::kTable;
  std::vector<std::string> without;  // rules
  bool explain = false;
};

// What the documents of one job came to.
struct Answer {
  std::string text;
  std::vector<Diagnostic> diagnostics;
  ExtractTotals totals;
  std::size_t bytes = 0;  // of its text
  bool failed = false;
};

void add(std::vector<Diagnostic> said, Answer& out) {
  out.failed = out.failed || has_error(said);
  out.diagnostics.insert(out.diagnostics.end(), said.begin(), said.end());
}

void answer(Result<Document> read, const ExtractView& view, Grammars& grammars,
            Answer& out) {
  if (!read) return add(std::move(read).error(), out);
  add(warnings_about(*read), out);
  const Grammar& grammar = grammars.of_document(*read);
  const Article article = extract(*std::move(read), grammar);
  out.totals.add(article);
  out.bytes += article.document.text.size();
  std::string text;
  view.append(article, grammar, text);
  if (!out.text.empty() && !text.empty()) out.text += view.between;
  out.text += text;
}

// The table for people is set for the terminal it goes to.
ExtractView choose_view(const ExtractOptions& options, const Output& output) {
  if (options.format != ExtractFormat::kTable) {
    return view_of(options.format, options.offsets, options.explain);
  }
  ExtractView view;
  const TextStyle style = style_for(output);
  view.append = [style, explain = options.explain](
                    const Article& article, const Grammar& grammar,
                    std::string& out) {
    if (explain) {
      append_explanation(article, grammar, style, out);
    } else {
      append_table(article, grammar, style, out);
    }
  };
  return view;
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
  Inputs inputs(options.files, options.reading(), options.filter);
  Output output(options.output);
  const ExtractView view = choose_view(options, output);
  Progress progress(options.files);
  ExtractTotals totals;
  bool failed = false;
  bool is_first = true;
  output.write(view.head);

  run_ordered(
      thread_count(options.threads), [&] { return inputs.next_job(); },
      [&](DocumentJob job) {
        Answer out;
        job.run([&](Result<Document> read) {
          answer(std::move(read), view, *grammars, out);
        });
        return out;
      },
      [&](Answer done) {
        report(done.diagnostics);
        if (!done.text.empty()) {
          if (!is_first) output.write(view.between);
          is_first = false;
          output.write(done.text);
        }
        totals.add(done.totals);
        progress.add(done.bytes, done.totals.documents, inputs.share_read());
        failed = failed || done.failed;
        return output.wanted();
      });

  output.write(view.tail);
  if (options.format == ExtractFormat::kTable && totals.documents > 0) {
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
  add_format_option(command, options->format);
  add_common_options(command, *options);
  command.add_texts("--without", options->without, "RULE",
                    "Leave out a rule, such as 'alternation', which guesses "
                    "who speaks in a dialogue");
  command.add_flag("--explain", options->explain,
                   "Say of each quotation which rule won, what it matched, "
                   "which rules lost and how the name was found");
  command.add_footer("Exit status: 0 found, 1 nothing found, 2 error.");
  command.on_run([options] { return run_extract(*options); });
}

}  // namespace quoin::cli
