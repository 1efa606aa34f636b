// SPDX-License-Identifier: Apache-2.0
#include <quoin/quote/posts.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace quoin {
namespace {

// Where the last dash with white space before it stands.
std::size_t last_dash(std::string_view words) {
  constexpr std::array<std::string_view, 5> kDashes = {
      " \u2014", " \u2013", " \u2015", " --", " - "};
  std::size_t last = std::string_view::npos;
  for (const std::string_view dash : kDashes) {
    const std::size_t at = words.rfind(dash);
    if (at == std::string_view::npos) continue;
    if (last == std::string_view::npos || at > last) last = at;
  }
  return last;
}

// "pic.twitter.com/abc" and "https://t.co/abc" at the end belong to nobody's
// words.
std::string_view without_links(std::string_view words) {
  for (;;) {
    while (words.ends_with(' ')) words.remove_suffix(1);
    const std::size_t space = words.rfind(' ');
    const std::string_view last =
        space == std::string_view::npos ? words : words.substr(space + 1);
    const bool is_link = last.find('/') != std::string_view::npos &&
                         last.find('.') != std::string_view::npos;
    if (!is_link || last.size() == words.size()) return words;
    words.remove_suffix(last.size());
  }
}

}  // namespace

std::optional<TextSpan> find_post(std::string_view text, TextSpan paragraph) {
  constexpr std::size_t kLongestName = 80;
  constexpr std::size_t kLongestDate = 40;
  std::string_view words = text.substr(paragraph.begin, paragraph.size());
  const std::size_t handle = words.rfind(" (@");
  if (handle == std::string_view::npos) return std::nullopt;
  const std::size_t close = words.find(')', handle);
  if (close == std::string_view::npos ||
      close - handle > kLongestName ||
      words.size() - close > kLongestDate) {
    return std::nullopt;
  }
  const std::string_view date = words.substr(close + 1);
  if (date.ends_with('.')) return std::nullopt;  // it goes on as a sentence
  const std::size_t dash = last_dash(words.substr(0, handle));
  if (dash == std::string_view::npos || handle - dash > kLongestName) {
    return std::nullopt;
  }
  std::size_t begin = 0;
  while (begin < dash && (words[begin] == ' ' || words[begin] == '\t')) {
    ++begin;
  }
  const std::string_view said = without_links(words.substr(begin, dash - begin));
  if (said.empty()) return std::nullopt;
  return TextSpan{paragraph.begin + begin,
                  paragraph.begin + begin + said.size()};
}

}  // namespace quoin
