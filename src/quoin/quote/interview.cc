// SPDX-License-Identifier: Apache-2.0
#include <quoin/quote/interview.h>

#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace quoin {
namespace {

constexpr std::size_t kFewest = 2;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Of a paragraph without blanks in front: what stands behind "A: ", "A. " or, without a space, "答：".
std::optional<TextSpan> behind_label(std::string_view text, TextSpan paragraph,
                                     std::span<const std::string> labels) {
  while (paragraph.begin < paragraph.end && is_blank(text[paragraph.end - 1])) {
    --paragraph.end;
  }
  const std::string_view words = text.substr(paragraph.begin, paragraph.size());
  for (const std::string& label : labels) {
    if (!words.starts_with(label)) continue;
    std::string_view rest = words.substr(label.size());
    constexpr std::string_view kWideColon = "\uFF1A";
    if (rest.starts_with(kWideColon)) {
      rest.remove_prefix(kWideColon.size());
    } else if (rest.size() > 2 && (rest[0] == ':' || rest[0] == '.') &&
               is_blank(rest[1])) {
      rest.remove_prefix(2);
    } else {
      continue;
    }
    while (!rest.empty() && is_blank(rest[0])) rest.remove_prefix(1);
    if (rest.empty()) return std::nullopt;
    return TextSpan{paragraph.end - rest.size(), paragraph.end};
  }
  return std::nullopt;
}

}  // namespace

void add_answers(std::string_view text, std::span<const TextSpan> paragraphs,
                 const MarkConventions& marks,
                 std::vector<UnmarkedSpeech>& found) {
  // Nearly every paragraph begins with another letter.
  std::array<bool, 256> firsts{};
  for (const auto* labels : {&marks.question_labels, &marks.answer_labels}) {
    for (const std::string& label : *labels) {
      firsts[static_cast<unsigned char>(label.front())] = true;
    }
  }
  std::size_t questions = 0;
  std::vector<UnmarkedSpeech> answers;
  for (TextSpan paragraph : paragraphs) {
    while (paragraph.begin < paragraph.end && is_blank(text[paragraph.begin])) {
      ++paragraph.begin;
    }
    if (paragraph.empty() ||
        !firsts[static_cast<unsigned char>(text[paragraph.begin])]) {
      continue;
    }
    if (behind_label(text, paragraph, marks.question_labels)) ++questions;
    if (const auto said = behind_label(text, paragraph, marks.answer_labels)) {
      answers.push_back({*said, false});
    }
  }
  if (questions < kFewest || answers.size() < kFewest) return;
  found.insert(found.end(), answers.begin(), answers.end());
}

}  // namespace quoin
