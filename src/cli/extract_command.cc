// SPDX-License-Identifier: Apache-2.0
#include "extract_command.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <quoin/base/ordered_pipeline.h>
#include <quoin/quoin.h>
#include <quoin/report/extract_json.h>
#include <quoin/report/extract_table.h>

#include "command.h"
#include "grammars.h"
#include "inputs.h"

namespace quoin::cli {
namespace {

// What one document, or one bad one, came to.
struct Answer {
  std::string text;
  std::vector<Diagnostic> diagnostics;
  ExtractTotals totals;
  bool failed = false;
};

Answer answer(Result<Document> read, const ExtractOptions& options,
              const TextStyle& style, Grammars& grammars) {
  Answer out;
  if (!read) {
    out.failed = true;
    out.diagnostics = std::move(read).error();
    return out;
  }
  out.diagnostics = warnings_about(*read);
  const Grammar& grammar = grammars.of_language(read->lang);
  const Article article = extract(*std::move(read), grammar);
  out.totals.add(article);
  if (options.format == ExtractFormat::kJsonl) {
    append_json_line(article, grammar, options.offsets, out.text);
  } else {
    append_table(article, grammar, style, out.text);
  }
  return out;
}

}  // namespace

int run_extract(const ExtractOptions& options) {
  Result<Grammars> grammars = Grammars::load(options.grammar, options.lang);
  if (!grammars) {
    report(grammars.error());
    return kExitError;
  }
  ReadOptions reading;
  reading.lang = options.lang;
  reading.max_size = options.max_size_mb << 20;
  Inputs inputs(options.files, reading);
  Output output(options.output);
  const TextStyle style = style_for(output);
  ExtractTotals totals;
  bool failed = false;

  run_ordered(
      thread_count(options.threads), [&] { return inputs.next(); },
      [&](Result<Document> read) {
        return answer(std::move(read), options, style, *grammars);
      },
      [&](Answer done) {
        report(done.diagnostics);
        output.write(done.text);
        totals.add(done.totals);
        failed = failed || done.failed;
        return output.wanted();
      });

  if (options.format == ExtractFormat::kTable && totals.documents > 0) {
    output.write(to_string(totals) + "\n");
  }
  if (!output.finish() || failed) return kExitError;
  return totals.quotations > 0 ? kExitFound : kExitNothing;
}

}  // namespace quoin::cli
