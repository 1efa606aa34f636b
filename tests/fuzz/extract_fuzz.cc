// SPDX-License-Identifier: Apache-2.0
// Any bytes go through extraction, and what comes out keeps the promises of
// the headers: spans lie in the text and between code points, quotations stand
// in order and nest, speakers do not come from inside their own quotation.
#include <cstdint>
#include <string>
#include <utility>

#include <quoin/quoin.h>
#include <quoin/report/extract_json.h>
#include <quoin/text/decode.h>

#include "check.h"

namespace quoin {
namespace {

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() ||
         (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void check_span(const Document& document, TextSpan span) {
  QUOIN_CHECK(span.begin <= span.end);
  QUOIN_CHECK(span.end <= document.text.size());
  QUOIN_CHECK(is_boundary(document.text, span.begin));
  QUOIN_CHECK(is_boundary(document.text, span.end));
}

void check_quotation(const Article& article, std::size_t index) {
  const Quotation& q = article.quotations[index];
  check_span(article.document, q.span);
  check_span(article.document, q.open);
  check_span(article.document, q.close);
  QUOIN_CHECK(q.open.end <= q.span.begin);
  QUOIN_CHECK(q.span.end <= q.close.begin);
  QUOIN_CHECK(q.segments.size() != 1);
  std::size_t last_end = q.span.begin;
  for (const TextSpan segment : q.segments) {
    check_span(article.document, segment);
    QUOIN_CHECK(last_end <= segment.begin);
    last_end = segment.end;
  }
  QUOIN_CHECK(last_end <= q.span.end);
  QUOIN_CHECK(q.parent == kNoParent ? q.depth == 0 : q.depth > 0);
  if (q.parent != kNoParent) {
    QUOIN_CHECK(q.parent >= 0 && q.parent < static_cast<int>(index));
    const Quotation& parent =
        article.quotations[static_cast<std::size_t>(q.parent)];
    QUOIN_CHECK(parent.span.contains(q.span));
    QUOIN_CHECK(parent.depth + 1 == q.depth);
  }
  if (index > 0) {
    QUOIN_CHECK(article.quotations[index - 1].span.begin <= q.span.begin);
  }
}

void check_attribution(const Article& article, std::size_t index) {
  const Attribution& a = article.attributions[index];
  for (const auto& span : {a.cue, a.medium, a.addressee}) {
    if (span) check_span(article.document, *span);
  }
  if (!a.speaker) return;
  const TextSpan mention = a.speaker->mention;
  check_span(article.document, mention);
  const Quotation& q = article.quotations[index];
  if (q.segments.empty()) {
    QUOIN_CHECK(!mention.overlaps(q.span));
    return;
  }
  for (const TextSpan segment : q.segments) {
    QUOIN_CHECK(!mention.overlaps(segment));
  }
}

const Grammar& grammar() {
  static const Grammar kGrammar = *load_built_in_grammar("en");
  return kGrammar;
}

}  // namespace
}  // namespace quoin

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace quoin;
  Document document;
  document.id = "fuzz";
  document.text = decode_utf8(std::string(fuzz_input(data, size))).text;
  const Article article = extract(std::move(document), grammar());
  QUOIN_CHECK(article.attributions.size() == article.quotations.size());
  for (std::size_t i = 0; i < article.quotations.size(); ++i) {
    check_quotation(article, i);
    check_attribution(article, i);
  }
  std::string line;
  append_json_line(article, grammar(), OffsetUnit::kCodePoint, line);
  QUOIN_CHECK(line.find('\n') == line.size() - 1);
  return 0;
}
