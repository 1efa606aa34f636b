// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/finding_id.h>

#include <vector>

#include <quoin/base/sha256.h>

namespace quoin {
namespace {

constexpr std::size_t kDigits = 12;

}  // namespace

std::string finding_id(std::initializer_list<FindingSide> sides) {
  std::string content;
  for (const FindingSide& side : sides) {
    // Lengths, so that no two contents run into one.
    content += std::to_string(side.document.size()) + ':';
    content += side.document;
    content += std::to_string(side.words.size()) + ':';
    content += side.words;
    content += std::to_string(side.occurrence) + ';';
  }
  return "f" + sha256_hex(content).substr(0, kDigits);
}

Occurrences::Occurrences(const Article& article) {
  std::map<std::string_view, std::size_t> seen;
  const auto count = [&](TextSpan span) {
    const auto [at, is_new] = by_begin_.try_emplace(span.begin, 0);
    if (is_new) at->second = seen[article.document.slice(span)]++;
  };
  for (const Quotation& quotation : article.quotations) {
    if (quotation.segments.empty()) count(quotation.span);
    for (const TextSpan segment : quotation.segments) count(segment);
  }
}

std::size_t Occurrences::at(std::size_t begin) const {
  const auto found = by_begin_.find(begin);
  return found == by_begin_.end() ? 0 : found->second;
}

}  // namespace quoin
