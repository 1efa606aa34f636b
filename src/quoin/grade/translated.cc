// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/translated.h>

#include <algorithm>
#include <string>
#include <string_view>

#include <quoin/text/units.h>

namespace quoin {
namespace {

constexpr std::size_t kMostAround = 400;  // bytes of a paragraph on each side

std::string_view base_of(const Document& document) {
  if (!document.lang) return {};
  const std::string_view tag = *document.lang;
  return tag.substr(0, tag.find('-'));
}

bool holds_sign(std::string_view text, const GradeTables& tables) {
  const FoldedWords words = fold_words(text, tables.folds);
  for (std::size_t i = 0; i < words.units.size(); ++i) {
    const auto signs = tables.translation_signs.find(words.units[i].key);
    if (signs == tables.translation_signs.end()) continue;
    for (const std::vector<std::string>& sign : signs->second) {
      if (i + sign.size() > words.units.size()) continue;
      bool same = true;
      for (std::size_t k = 1; k < sign.size() && same; ++k) {
        same = words.units[i + k].key == sign[k];
      }
      if (same) return true;
    }
  }
  return false;
}

bool is_inside(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

bool languages_differ(const Document& a, const Document& b) {
  const std::string_view x = base_of(a);
  const std::string_view y = base_of(b);
  return !x.empty() && !y.empty() && x != y;
}

bool is_translation(const Article& article, TextSpan words,
                    const GradeTables& tables) {
  if (tables.translation_signs.empty()) return false;
  const std::string_view text = article.document.text;
  std::size_t begin = words.begin - std::min(words.begin, kMostAround);
  while (begin < words.begin && is_inside(text[begin])) ++begin;
  const std::size_t line = text.substr(0, words.begin).rfind('\n');
  if (line != std::string_view::npos) begin = std::max(begin, line + 1);
  std::size_t end = std::min(text.size(), words.end + kMostAround);
  while (end > words.end && end < text.size() && is_inside(text[end])) --end;
  end = std::min(end, text.find('\n', words.end));
  return holds_sign(text.substr(begin, words.begin - begin), tables) ||
         holds_sign(text.substr(words.end, end - words.end), tables);
}

void mark_translated(Finding& finding) {
  const bool words_differ = finding.grade >= Grade::kMinorWording &&
                            finding.grade != Grade::kNotFound;
  if (!words_differ) return;
  finding.grade = Grade::kCannotCheck;
  finding.rule = "cannot_check/translated";
  if (!finding.has("translated")) {
    finding.flags.emplace_back("translated");
    std::sort(finding.flags.begin(), finding.flags.end());
  }
}

}  // namespace quoin
