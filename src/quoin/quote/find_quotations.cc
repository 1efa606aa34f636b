// SPDX-License-Identifier: Apache-2.0
#include <quoin/quote/find_quotations.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include <quoin/quote/collect.h>
#include <quoin/quote/duplicates.h>
#include <quoin/quote/mark_scan.h>
#include <quoin/quote/pair_marks.h>
#include <quoin/quote/unmarked.h>
#include <quoin/text/paragraphs.h>

namespace quoin {
namespace {

std::size_t count_doubles(std::span<const MarkToken> tokens,
                          const MarkConventions& marks) {
  return static_cast<std::size_t>(
      std::count_if(tokens.begin(), tokens.end(), [&](const MarkToken& token) {
        return !marks.marks[token.mark].single;
      }));
}

}  // namespace

std::vector<Quotation> find_quotations(const Document& document,
                                       const MarkConventions& marks) {
  const std::string_view text = document.text;
  const std::vector<TextSpan> paragraphs = find_paragraphs(text);

  std::vector<MarkToken> tokens;
  std::vector<std::uint32_t> first_token;  // of each paragraph
  first_token.reserve(paragraphs.size() + 1);
  const MarkScanner scanner(marks);
  for (TextSpan paragraph : paragraphs) {
    first_token.push_back(static_cast<std::uint32_t>(tokens.size()));
    scanner.scan(text, paragraph, tokens);
  }
  first_token.push_back(static_cast<std::uint32_t>(tokens.size()));

  MarkPairer pairer(marks, decide_style(tokens, marks));
  QuotationCollector collector(document, marks);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const std::span<MarkToken> own(tokens.data() + first_token[i],
                                   first_token[i + 1] - first_token[i]);
    const bool more = i + 1 < paragraphs.size() &&
                      first_token[i + 1] < first_token[i + 2];
    pairer.pair(text, own, more ? &tokens[first_token[i + 1]] : nullptr);
    collector.add(paragraphs[i], own);
  }
  std::vector<Quotation> found = collector.finish();
  flag_duplicates(text, paragraphs, found);
  const std::vector<UnmarkedSpeech> speech =
      find_unmarked(text, paragraphs, marks, count_doubles(tokens, marks));
  if (speech.empty()) return found;
  return merge_unmarked(std::move(found), speech, document);
}

}  // namespace quoin
