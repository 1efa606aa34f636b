// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/csv_writer.h>

#include <algorithm>
#include <array>

namespace quoin {
namespace {

// Full-width forms too: some spreadsheets read them alike. The apostrophe is
// here so that the way back is certain.
constexpr std::array<std::string_view, 12> kDangerous = {
    "=",  "+",  "-",            "@",            "\t",           "\r",
    "\n", "'",  "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

bool is_dangerous(std::string_view text) {
  return std::any_of(
      kDangerous.begin(), kDangerous.end(),
      [&](std::string_view start) { return text.starts_with(start); });
}

}  // namespace

CsvWriter& CsvWriter::cell(std::string_view text) {
  if (!is_first_) out_ += ',';
  is_first_ = false;
  const bool is_escaped = style_ != CsvStyle::kRaw && is_dangerous(text);
  const bool is_quoted =
      text.find_first_of(",\"\r\n") != std::string_view::npos;
  if (is_quoted) out_ += '"';
  if (is_escaped) out_ += '\'';
  for (const char c : text) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  if (is_quoted) out_ += '"';
  return *this;
}

CsvWriter& CsvWriter::list(const std::vector<std::string>& texts) {
  std::string joined;
  for (const std::string& text : texts) {
    joined += (joined.empty() ? "" : "; ") + text;
  }
  return cell(joined);
}

CsvWriter& CsvWriter::number(std::size_t value) {
  return cell(std::to_string(value));
}

void CsvWriter::end_row() {
  out_ += "\r\n";
  is_first_ = true;
}

std::string csv_head(CsvStyle style,
                     const std::vector<std::string_view>& columns) {
  std::string out = style == CsvStyle::kExcel ? "\uFEFF" : "";
  CsvWriter csv(style, out);
  for (const std::string_view column : columns) csv.cell(column);
  csv.end_row();
  return out;
}

}  // namespace quoin
