// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/excerpt.h>

namespace quoin {
namespace {

constexpr std::size_t kMostGivenUp = 24;  // bytes, for a cut between words

bool is_inside_character(std::string_view text, std::size_t at) {
  return at < text.size() &&
         (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

}  // namespace

std::string_view head_of(std::string_view text, std::size_t most_bytes) {
  if (text.size() <= most_bytes) return text;
  std::size_t end = most_bytes;
  while (end > 0 && is_inside_character(text, end)) --end;
  for (std::size_t i = end; i > 0 && end - i < kMostGivenUp; --i) {
    if (is_space(text[i - 1])) return text.substr(0, i - 1);
  }
  return text.substr(0, end);
}

std::string_view tail_of(std::string_view text, std::size_t most_bytes) {
  if (text.size() <= most_bytes) return text;
  std::size_t begin = text.size() - most_bytes;
  while (is_inside_character(text, begin)) ++begin;
  for (std::size_t i = begin; i < text.size() && i - begin < kMostGivenUp;
       ++i) {
    if (is_space(text[i])) return text.substr(i + 1);
  }
  return text.substr(begin);
}

}  // namespace quoin
