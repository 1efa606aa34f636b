// SPDX-License-Identifier: Apache-2.0
#include "grade_command.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <quoin/grade/grade.h>
#include <quoin/grade/profile.h>
#include <quoin/read/input.h>
#include <quoin/read/pairs.h>
#include <quoin/report/finding_json.h>

#include "command.h"
#include "common_options.h"
#include "grammars.h"
#include "report_formats.h"

namespace quoin::cli {
namespace {

enum class Format : std::uint8_t { kText, kJsonl };

struct GradeOptions {
  // Text: the reference and the printed text. Data: at most one file of pairs,
  // "-" or none for standard input.
  std::vector<std::string> arguments;
  Format format = Format::kText;
  GradeMode mode = GradeMode::kReference;  // of pairs that name none
  OffsetUnit offsets = OffsetUnit::kCodePoint;
  std::string profile = "default";
  std::string grammar;  // a folder; empty: built in
  std::optional<std::string> lang;
  std::string output;   // a file; empty: standard output
};

constexpr std::size_t kMostBytes = std::size_t{1} << 30;

int grade_texts(const GradeOptions& options, const GradeTables& tables,
                const Profile& profile) {
  if (options.arguments.size() != 2) {
    report_error("two texts are needed: the reference and what was printed",
                 "quoin grade 'we will act' 'we may act'");
    return kExitError;
  }
  const Finding finding =
      grade(options.arguments[0], options.arguments[1], tables, options.mode);
  const FindingSeverity severity = severity_of(finding, profile);
  Output output(options.output);
  std::string out;
  out += std::string(to_string(finding.grade)) + "  (" +
         std::string(to_string(severity)) + " by profile " + profile.name +
         ", rule " + finding.rule + ")\n";
  for (const Operation& operation : finding.operations) {
    out += "  " + operation.words;
    for (const std::string& flag : operation.flags) out += "  [" + flag + "]";
    out += '\n';
  }
  out += "  " + std::to_string(finding.reference_words) + " words, " +
         std::to_string(finding.printed_words) + " printed, " +
         std::to_string(finding.word_edits) + " word edits; extent " +
         std::string(to_string(finding.extent)) + "\n";
  output.write(out);
  if (!output.finish()) return kExitError;
  return severity <= FindingSeverity::kInfo ? kExitFound : kExitNothing;
}

// Invalid pairs are reported and the rest goes on.
int grade_pairs(const GradeOptions& options, const GradeTables& tables) {
  if (options.arguments.size() > 1) {
    report_error("one file of pairs is read at a time");
    return kExitError;
  }
  const std::string name =
      options.arguments.empty() ? "-" : options.arguments.front();
  Result<Input> input = Input::open(name);
  if (!input) return report(input.error()), kExitError;
  const Result<std::string> read = input->read_all(kMostBytes);
  if (!read) return report(read.error()), kExitError;
  Output output(options.output);
  PairReader reader;
  bool failed = false;
  std::size_t number = 0;
  std::string_view rest = *read;
  while (!rest.empty() && output.wanted()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const Result<TextPair> pair = reader.read_line(line, input->name(), number);
    if (!pair) {
      report(pair.error());
      failed = true;
      continue;
    }
    GradeMode mode = options.mode;
    if (pair->mode) {
      mode = *pair->mode == "symmetric" ? GradeMode::kSymmetric
                                        : GradeMode::kReference;
    }
    std::string out;
    append_finding_line(pair->id, pair->reference, pair->printed,
                        grade(pair->reference, pair->printed, tables, mode),
                        options.offsets, out);
    output.write(out);
  }
  if (!output.finish()) failed = true;
  return failed ? kExitError : kExitFound;
}

// Exit status of text: 0 the profile passes it, 1 it does not, 2 error. Of
// data: 0, or 2 when a line was bad; the others are answered all the same.
int run_grade(const GradeOptions& options) {
  const Result<Grammars> grammars =
      Grammars::load(options.grammar, options.lang);
  if (!grammars) return report(grammars.error()), kExitError;
  const GradeTables tables =
      compile_grade_tables(grammars->standard().lexicon());
  const Profile* profile = find_profile_or_report(tables, options.profile);
  if (profile == nullptr) return kExitError;
  return options.format == Format::kJsonl
             ? grade_pairs(options, tables)
             : grade_texts(options, tables, *profile);
}

}  // namespace

void declare_grade(Command& quoin) {
  const auto options = std::make_shared<GradeOptions>();
  Command command = quoin.add_command(
      "grade", "Grade a printed quotation against a reference, word for word");
  command.add_arguments("TEXT", options->arguments,
                        "The reference and the printed text; with --format "
                        "jsonl a file of pairs, - or nothing for standard "
                        "input",
                        Need::kOptional);
  command.add_choice<Format>(
      "--format", options->format,
      {{"text", Format::kText}, {"jsonl", Format::kJsonl}}, "FORMAT",
      "text for people (default), jsonl: a line of id, reference and printed "
      "in, a line with the grade out");
  command.add_choice<GradeMode>("--mode", options->mode,
                                {{"reference", GradeMode::kReference},
                                 {"symmetric", GradeMode::kSymmetric}},
                                "MODE",
                                "reference (default): the first text is what "
                                "was said; symmetric: both are printings");
  command.add_text("--profile", options->profile, "NAME",
                   "How a house judges: default, ap, reuters, guardian, "
                   "written-source, transcript, legal, golden");
  command.add_text("--lang", options->lang, "LANG",
                   "Language of the texts, as in BCP 47: en (default), de");
  add_grammar_option(command, options->grammar);
  add_output_option(command, options->output);
  add_offsets_option(command, options->offsets);
  command.add_footer(
      "Exit status: 0 the profile passes it, 1 it does not, 2 error; with "
      "jsonl 0 all answered, 2 error.");
  command.on_run([options] { return run_grade(*options); });
}

}  // namespace quoin::cli
