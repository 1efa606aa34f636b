// SPDX-License-Identifier: Apache-2.0
#include "grade_command.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <quoin/base/suggest.h>
#include <quoin/grade/grade.h>
#include <quoin/grade/profile.h>
#include <quoin/read/input.h>
#include <quoin/read/pairs.h>
#include <quoin/report/finding_json.h>

#include "command.h"
#include "grammars.h"

namespace quoin::cli {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 30;

int grade_texts(const GradeOptions& options, const GradeTables& tables,
                const Profile& profile) {
  if (options.arguments.size() != 2) {
    report_error("two texts are needed: the reference and what was printed",
                 "quoin grade 'we will act' 'we may act'");
    return kExitError;
  }
  const Finding finding = grade(options.arguments[0], options.arguments[1],
                                tables, options.mode);
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
    const Result<TextPair> pair =
        reader.read_line(line, input->name(), number);
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

}  // namespace

int run_grade(const GradeOptions& options) {
  const Result<Grammars> grammars =
      Grammars::load(options.grammar, std::nullopt);
  if (!grammars) return report(grammars.error()), kExitError;
  const GradeTables tables =
      compile_grade_tables(grammars->standard().lexicon());
  const Profile* profile = find_profile(tables, options.profile);
  if (profile == nullptr) {
    std::vector<std::string_view> known;
    for (const Profile& each : tables.profiles) known.push_back(each.name);
    report_error("there is no profile '" + options.profile + "'",
                 suggest_name(options.profile, known));
    return kExitError;
  }
  return options.format == GradeFormat::kJsonl
             ? grade_pairs(options, tables)
             : grade_texts(options, tables, *profile);
}

}  // namespace quoin::cli
