// SPDX-License-Identifier: Apache-2.0
// Golden files: what a case is expected to give, one quotation a line.
//
// Nothing in them changes with a release or a machine: no version, time or
// path. Long texts are cut in the middle and told apart by a digest, so that
// lines stay readable. docs/golden.md describes both kinds of file.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/record.h>
#include <quoin/base/result.h>

namespace quoin {

inline constexpr std::string_view kExtractGolden = "expected.extract.jsonl";
inline constexpr std::string_view kCompareGolden = "expected.compare.jsonl";

// One record a line.
std::string golden_text(const std::vector<Record>& records);

// A record that is being written; empty values are left out.
class RecordBuilder {
 public:
  RecordBuilder& text(std::string_view name, std::string_view value);
  RecordBuilder& number(std::string_view name, std::size_t value);
  RecordBuilder& list(std::string_view name, std::vector<std::string> value);
  // The words of a quotation: "text", and "digest" where they are cut.
  RecordBuilder& words(std::string_view value);

  Record take() { return std::move(record_); }

 private:
  Record record_;
};

// "which is why we take … offensive attacks.": at most 72 columns.
std::string shorten_words(std::string_view text);

// Numbers records of equal document and text 2, 3, … in "nth", so that every
// record can be told from the others.
void number_repeats(std::vector<Record>& records);

}  // namespace quoin
