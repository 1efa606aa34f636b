// SPDX-License-Identifier: Apache-2.0
// quoin grade REFERENCE PRINTED
// quoin grade --format jsonl [FILE]

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <quoin/grade/finding.h>
#include <quoin/report/offsets.h>

namespace quoin::cli {

enum class GradeFormat : std::uint8_t { kText, kJsonl };

struct GradeOptions {
  // Text: the reference and the printed text. Data: at most one file of pairs,
  // "-" or none for standard input.
  std::vector<std::string> arguments;
  GradeFormat format = GradeFormat::kText;
  GradeMode mode = GradeMode::kReference;  // of pairs that name none
  OffsetUnit offsets = OffsetUnit::kCodePoint;
  std::string profile = "default";
  std::string grammar;  // a folder; empty: built in
  std::string output;   // a file; empty: standard output
};

// Exit status of text: 0 the profile passes it, 1 it does not, 2 error. Of
// data: 0, or 2 when a line was bad; the others are answered all the same.
int run_grade(const GradeOptions& options);

}  // namespace quoin::cli
