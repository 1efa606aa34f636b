// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/pair.h>

#include <utility>
#include <vector>

#include <fmt/format.h>

#include <quoin/report/describe.h>
#include <quoin/report/html/aligned.h>
#include <quoin/report/html/escape.h>
#include <quoin/report/html/words.h>

namespace quoin {

std::string pair_html(const Finding& finding, BaseSide side,
                      const PairSide& base, const PairSide& other) {
  const AlignedTexts texts = align_texts(finding, side, base.text, other.text);
  return fmt::format(
      "<div class=\"pair\"><div><h4>{}</h4><blockquote dir=\"auto\">{}"
      "</blockquote></div><div><h4>{}</h4><blockquote dir=\"auto\">{}"
      "</blockquote></div></div>\n",
      base.heading, texts.base, other.heading, texts.other);
}

std::string finding_html(const Finding& finding, BaseSide side,
                         const PairSide& base, const PairSide& other) {
  std::string first = base.name;
  std::string second = other.name;
  std::size_t base_words = finding.reference_words;
  std::size_t other_words = finding.printed_words;
  if (side == BaseSide::kSecond) {
    std::swap(first, second);
    std::swap(base_words, other_words);
  }
  std::string out = "<ul class=\"ops\">\n";
  for (const std::string& words : describe_finding(finding, first, second)) {
    out += "<li><bdi>" + html_printed(words) + "</bdi></li>\n";
  }
  out += fmt::format(
      "<li>{} \u00B7 {} against {} words, {} \u00B7 rule <code>{}</code>"
      "</li>\n</ul>\n",
      grade_chip(finding.grade), other_words, base_words,
      plural(finding.word_edits, "word edit"), html_text(finding.rule));
  return out;
}

}  // namespace quoin
