// SPDX-License-Identifier: Apache-2.0
#include <quoin/quote/find_quotations.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <quoin/quote/collect.h>
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
  const std::vector<UnmarkedSpeech> unmarked =
      find_unmarked(text, paragraphs, marks, count_doubles(tokens, marks));
  auto next = unmarked.begin();
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const std::span<MarkToken> own(tokens.data() + first_token[i],
                                   first_token[i + 1] - first_token[i]);
    pairer.pair(text, own);
    // Marks say more than layout does.
    const bool layout =
        std::none_of(own.begin(), own.end(), [&](const MarkToken& token) {
          return token.role == MarkRole::kOpen;
        });
    for (; next != unmarked.end() && next->paragraph == i; ++next) {
      if (layout) collector.add_unmarked(next->span, next->goes_on);
    }
    collector.add(paragraphs[i], own);
  }
  return collector.finish();
}

}  // namespace quoin
