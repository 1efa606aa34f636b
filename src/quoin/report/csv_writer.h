// SPDX-License-Identifier: Apache-2.0
// Comma-separated values as RFC 4180 has them: CRLF, `"` doubled.
//
// Spreadsheets run a cell that begins with = + - @, a tab or a line break as a
// formula, and documents are written by strangers. So such a cell gets an
// apostrophe in front, and so does one that begins with an apostrophe: whoever
// takes one leading apostrophe away has exactly what was printed.
//
//   CsvWriter csv(CsvStyle::kSafe, out);
//   csv.cell("=1+1").cell("a, b").number(3).end_row();   // '=1+1,"a, b",3

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoin {

enum class CsvStyle : std::uint8_t {
  kSafe,
  kExcel,  // safe, and begins with U+FEFF, by which Excel knows UTF-8
  kRaw,    // every cell as it is: for programs that run no formulas
};

class CsvWriter {
 public:
  CsvWriter(CsvStyle style, std::string& out) : style_(style), out_(out) {}

  CsvWriter& cell(std::string_view text);
  CsvWriter& optional(const std::optional<std::string>& text) {
    return cell(text ? std::string_view(*text) : std::string_view());
  }
  // Joined by "; ".
  CsvWriter& list(const std::vector<std::string>& texts);
  CsvWriter& number(std::size_t value);
  void end_row();

 private:
  CsvStyle style_;
  std::string& out_;
  bool is_first_ = true;
};

// The mark that the file begins with, and the names of its columns.
std::string csv_head(CsvStyle style,
                     const std::vector<std::string_view>& columns);

}  // namespace quoin
