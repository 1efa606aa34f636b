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
#include <quoin/quote/incises.h>
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

// Where an article goes on. Asked for one paragraph after the other.
class Insets {
 public:
  explicit Insets(const Document& document) : blocks_(document.blocks) {}

  // The paragraph that goes on with paragraph `i`: the next one, or if that is
  // an inset and `i` is none, the one behind the inset.
  std::size_t next(std::span<const TextSpan> paragraphs, std::size_t i) {
    if (next_ > i + 1) return next_;  // i stands in the inset passed already
    next_ = i + 1;
    if (is_inset_at(paragraphs[i].begin)) return next_;
    while (next_ < paragraphs.size() && is_inset_at(paragraphs[next_].begin)) {
      ++next_;
    }
    return next_;
  }

 private:
  bool is_inset_at(std::size_t at) {
    while (block_ < blocks_.size() && blocks_[block_].span.end <= at) ++block_;
    return block_ < blocks_.size() && is_inset(blocks_[block_].role);
  }

  std::span<const Block> blocks_;
  std::size_t block_ = 0;
  std::size_t next_ = 0;
};

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
  Insets insets(document);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const std::span<MarkToken> own(tokens.data() + first_token[i],
                                   first_token[i + 1] - first_token[i]);
    const std::size_t next = insets.next(paragraphs, i);
    const bool more = next < paragraphs.size() &&
                      first_token[next] < first_token[next + 1];
    pairer.pair(text, own, more ? &tokens[first_token[next]] : nullptr);
    collector.add(paragraphs[i], own);
  }
  std::vector<Quotation> found =
      split_at_incises(text, collector.finish(), marks);
  flag_duplicates(text, paragraphs, found);
  const std::vector<UnmarkedSpeech> speech =
      find_unmarked(text, paragraphs, marks, count_doubles(tokens, marks));
  if (speech.empty()) return found;
  return merge_unmarked(std::move(found), speech, document);
}

}  // namespace quoin
