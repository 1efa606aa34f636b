// SPDX-License-Identifier: Apache-2.0
#include <quoin/match/turns.h>

#include <algorithm>
#include <map>
#include <optional>

namespace quoin {
namespace {

constexpr std::size_t kLongestLabel = 60;
constexpr std::size_t kMostWords = 7;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_outside_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// The label a line begins with; it may be of any case here.
std::optional<TextSpan> label_of(std::string_view text, TextSpan line) {
  std::size_t begin = line.begin;
  while (begin < line.end && (text[begin] == ' ' || text[begin] == '\t')) {
    ++begin;
  }
  const std::size_t colon =
      text.substr(0, std::min(line.end, begin + kLongestLabel))
          .find(':', begin);
  if (colon == std::string_view::npos || colon == begin) return std::nullopt;
  const bool ends = colon + 1 == text.size() || text[colon + 1] == ' ' ||
                    text[colon + 1] == '\t' || text[colon + 1] == '\n' ||
                    text[colon + 1] == '\r';
  if (!ends || !(is_upper(text[begin]) || is_outside_ascii(text[begin]))) {
    return std::nullopt;
  }
  std::size_t words = 1;
  for (std::size_t i = begin; i < colon; ++i) {
    const char c = text[i];
    words += c == ' ';
    if (c == '"' || c == '?' || c == '!' || c == ';') return std::nullopt;
  }
  if (words > kMostWords) return std::nullopt;
  return TextSpan{begin, colon};
}

bool is_in_capitals(std::string_view label) {
  std::size_t upper = 0;
  for (std::size_t i = 0; i < label.size(); ++i) {
    // McDONALD and the like; what stands in brackets may be small.
    if (label[i] == '(') break;
    if (is_lower(label[i]) && !(i > 0 && is_upper(label[i - 1]) &&
                                i + 1 < label.size() &&
                                (is_upper(label[i + 1]) ||
                                 label[i + 1] == '.'))) {
      return false;
    }
    upper += is_upper(label[i]) || is_outside_ascii(label[i]);
  }
  return upper >= 2;
}

}  // namespace

std::vector<Turn> find_turns(std::string_view text) {
  std::vector<TextSpan> labels;
  std::map<std::string_view, std::size_t> times;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (const auto label = label_of(text, {begin, end})) {
      labels.push_back(*label);
      ++times[text.substr(label->begin, label->size())];
    }
    begin = end + 1;
  }
  std::vector<Turn> turns;
  for (const TextSpan label : labels) {
    const std::string_view name = text.substr(label.begin, label.size());
    if (!is_in_capitals(name) && times[name] < 2) continue;
    if (!turns.empty()) turns.back().words.end = label.begin;
    turns.push_back({label, {label.end + 1, text.size()}});
  }
  return turns;
}

}  // namespace quoin
