// SPDX-License-Identifier: Apache-2.0
#include "read_command.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <quoin/base/ordered_pipeline.h>
#include <quoin/report/document_json.h>
#include <quoin/text/language.h>

#include "command.h"
#include "common_options.h"
#include "grammars.h"
#include "input_options.h"
#include "inputs.h"

namespace quoin::cli {
namespace {

enum class Format : std::uint8_t { kJsonl, kText };

struct ReadCommandOptions : InputOptions {
  std::vector<std::string> files;
  Format format = Format::kJsonl;
  std::string output;
};

struct Answer {
  std::string text;
  std::vector<Diagnostic> diagnostics;
  std::size_t documents = 0;
};

// Whom a text credits is said in words of its language.
void read_credits(Document& document, Grammars& grammars) {
  const std::optional<std::string> lang =
      document.lang ? document.lang : detect_language(document.text);
  grammars.of_language(lang).credits().read(document);
}

void add(Result<Document> read, Format format, Grammars& grammars,
         Answer& out) {
  const std::vector<Diagnostic> said =
      read ? warnings_about(*read) : std::move(read).error();
  out.diagnostics.insert(out.diagnostics.end(), said.begin(), said.end());
  if (!read) return;
  ++out.documents;
  read_credits(*read, grammars);
  if (format == Format::kJsonl) {
    append_document_json(*read, out.text);
  } else {
    append_document_text(*read, out.text);
  }
}

// Exit status: 0 read, 1 nothing to read, 2 error; also when one input was bad
// and the rest went through.
int run_read(const ReadCommandOptions& options) {
  Result<Grammars> grammars = Grammars::load("", options.lang);
  if (!grammars) {
    report(grammars.error());
    return kExitError;
  }
  Inputs inputs(options.files, options.reading(), options.filter);
  Output output(options.output);
  std::size_t documents = 0;
  bool failed = false;
  run_ordered(
      thread_count(options.threads), [&] { return inputs.next_job(); },
      [&](DocumentJob job) {
        Answer out;
        job.run([&](Result<Document> read) {
          add(std::move(read), options.format, *grammars, out);
        });
        return out;
      },
      [&](Answer done) {
        report(done.diagnostics);
        output.write(done.text);
        documents += done.documents;
        failed = failed || has_error(done.diagnostics);
        return output.wanted();
      });
  if (!output.finish() || failed) return kExitError;
  return documents > 0 ? kExitFound : kExitNothing;
}

}  // namespace

void declare_read(Command& quoin) {
  const auto options = std::make_shared<ReadCommandOptions>();
  Command command = quoin.add_command(
      "read", "Show what is read of pages, archives and transcripts");
  command.add_arguments("FILE", options->files,
                        "Texts, web pages, archives, transcripts, JSON Lines, "
                        "story manifests, folders; - is standard input");
  command.add_choice<Format>(
      "--format", options->format,
      {{"jsonl", Format::kJsonl}, {"text", Format::kText}}, "FORMAT",
      "jsonl (default), one line a document, which the other commands read; "
      "text for people");
  add_output_option(command, options->output);
  add_input_options(command, *options);
  command.add_footer("Exit status: 0 read, 1 nothing to read, 2 error.");
  command.on_run([options] { return run_read(*options); });
}

}  // namespace quoin::cli
