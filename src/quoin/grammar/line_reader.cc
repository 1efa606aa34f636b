// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/line_reader.h>

#include <algorithm>

#include <quoin/text/characters.h>

namespace quoin {
namespace {

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

}  // namespace

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

std::size_t count_code_points(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(
                           text.begin(), text.end(), is_continuation));
}

std::string unescape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    out += text[i];
  }
  return out;
}

void LineReader::skip_space() {
  take_while([](char byte) { return byte == ' ' || byte == '\t'; });
}

std::string_view LineReader::take() {
  const std::size_t from = at_++;
  while (!at_end() && is_continuation(line_[at_])) ++at_;
  return line_.substr(from, at_ - from);
}

std::string_view LineReader::take_name(bool& is_name) {
  const std::size_t from = at_;
  is_name = true;
  for (; !at_end(); take()) {
    if (is_name_byte(line_[at_])) continue;
    const char32_t c = code_point_at(line_, at_).value;
    if (c != '_' && (!is_word_character(c) || c == '\'')) break;
    is_name = false;
  }
  return line_.substr(from, at_ - from);
}

std::string_view LineReader::take_through(char closing, bool& closed) {
  const std::size_t from = at_;
  while (!at_end() && line_[at_] != closing) {
    at_ += line_[at_] == '\\' && at_ + 1 < line_.size() ? 2 : 1;
  }
  closed = !at_end();
  const std::string_view inside = line_.substr(from, at_ - from);
  if (closed) ++at_;
  return inside;
}

Place LineReader::place_since(std::size_t from) const {
  return {number_, count_code_points(line_.substr(0, from)) + 1,
          std::max<std::size_t>(
              1, count_code_points(line_.substr(from, at_ - from)))};
}

}  // namespace quoin
