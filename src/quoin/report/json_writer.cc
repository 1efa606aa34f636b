// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/json_writer.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace quoin {
namespace {

constexpr std::array<bool, 256> make_escaped() {
  std::array<bool, 256> table{};
  for (std::size_t i = 0; i < 0x20; ++i) table[i] = true;
  table['"'] = table['\\'] = true;
  return table;
}
constexpr std::array<bool, 256> kEscaped = make_escaped();

void append_escape(char c, std::string& out) {
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  out += "\\u00";
  out += kDigits[byte >> 4];
  out += kDigits[byte & 15];
}

void append_number(std::size_t value, std::string& out) {
  std::array<char, 20> digits;  // set up to `end`
  char* const end =
      std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

}  // namespace

JsonWriter& JsonWriter::open(char bracket, bool broken) {
  before_value();
  out_ += bracket;
  if (broken) ++broken_;
  ++depth_;
  comma_due_ = false;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  const bool was_broken = is_broken();
  --depth_;
  if (was_broken) --broken_;
  if (was_broken && comma_due_) new_line();
  out_ += bracket;
  comma_due_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  before_value();
  char* const to = grow(name.size() + 4);
  to[0] = '"';
  char* const behind = std::copy(name.begin(), name.end(), to + 1);
  behind[0] = '"';
  behind[1] = ':';
  behind[2] = ' ';
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  before_value();
  out_ += '"';
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!kEscaped[static_cast<unsigned char>(text[at])]) continue;
    out_.append(text, begin, at - begin);
    append_escape(text[at], out_);
    begin = at + 1;
  }
  out_.append(text, begin);
  out_ += '"';
  comma_due_ = true;
  return *this;
}

JsonWriter& JsonWriter::number(std::size_t value) {
  before_value();
  append_number(value, out_);
  comma_due_ = true;
  return *this;
}

JsonWriter& JsonWriter::fraction(double value) {
  before_value();
  std::array<char, 64> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(),
                                 value, std::chars_format::fixed, 4)
                       .ptr;
  out_.append(digits.data(), end);
  comma_due_ = true;
  return *this;
}

JsonWriter& JsonWriter::numbered(char prefix, std::size_t value) {
  before_value();
  out_ += '"';
  out_ += prefix;
  append_number(value, out_);
  out_ += '"';
  comma_due_ = true;
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  before_value();
  out_ += value ? "true" : "false";
  comma_due_ = true;
  return *this;
}

JsonWriter& JsonWriter::null() {
  before_value();
  out_ += "null";
  comma_due_ = true;
  return *this;
}

JsonWriter& JsonWriter::string_or_null(const std::optional<std::string>& text) {
  return text ? string(*text) : null();
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (is_broken()) {
    if (comma_due_) out_ += ',';
    new_line();
  } else if (comma_due_) {
    out_.append(", ", 2);
  }
}

// Room for so many bytes behind what is written.
char* JsonWriter::grow(std::size_t size) {
  const std::size_t at = out_.size();
  out_.resize(at + size);
  return out_.data() + at;
}

void JsonWriter::new_line() {
  out_ += '\n';
  out_.append(2 * depth_, ' ');
}

JsonWriter& JsonWriter::field(std::string_view name,
                              const std::vector<std::string>& texts) {
  key(name).begin_array();
  for (const std::string& text : texts) string(text);
  return end_array();
}

}  // namespace quoin
