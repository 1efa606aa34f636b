// SPDX-License-Identifier: Apache-2.0
// Any text has quotations that lie in it, in order and nested, under the marks
// of any language that the first byte chooses.
#include <quoin/text/blocks.h>
#include <quoin/text/decode.h>

#include <array>
#include <string>
#include <vector>

#include <quoin/grammar/grammar.h>
#include <quoin/quote/find_quotations.h>

#include "check.h"

namespace {

using namespace quoin;

const Grammar& grammar_for(std::size_t choice) {
  static const std::vector<Grammar> kGrammars = [] {
    std::vector<Grammar> loaded;
    for (const char* lang : {"en", "de", "fr", "sv", "ja"}) {
      Result<Grammar> grammar = load_built_in_grammar(lang);
      QUOIN_CHECK(grammar.has_value());
      loaded.push_back(*std::move(grammar));
    }
    return loaded;
  }();
  return kGrammars[choice % kGrammars.size()];
}

bool is_boundary(const std::string& text, std::size_t at) {
  return at == text.size() ||
         (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void check_span(const std::string& text, TextSpan span) {
  QUOIN_CHECK(span.begin <= span.end && span.end <= text.size());
  QUOIN_CHECK(is_boundary(text, span.begin) && is_boundary(text, span.end));
}

void check_blocks(const Document& document) {
  std::size_t covered = 0;
  for (const Block& block : document.blocks) {
    QUOIN_CHECK(block.span.begin == covered && block.span.end > covered);
    covered = block.span.end;
  }
  QUOIN_CHECK(covered == document.text.size());
}

void check_segments(const Document& document, const Quotation& quotation) {
  if (quotation.segments.empty()) {
    // Only hard-wrapped text has line breaks inside a paragraph.
    return;
  }
  QUOIN_CHECK(quotation.segments.size() >= 2);
  QUOIN_CHECK(quotation.segments.front().begin == quotation.span.begin);
  QUOIN_CHECK(quotation.segments.back().end == quotation.span.end);
  std::size_t last = quotation.span.begin;
  for (TextSpan segment : quotation.segments) {
    check_span(document.text, segment);
    QUOIN_CHECK(segment.begin >= last);
    last = segment.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  if (size == 0) return 0;
  const Grammar& grammar = grammar_for(data[0]);
  Document document;
  document.text = decode_utf8(std::string(fuzz_input(data + 1, size - 1))).text;
  find_blocks(document, grammar.phrases());
  check_blocks(document);

  const std::vector<Quotation> found =
      find_quotations(document, grammar.marks());
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Quotation& quotation = found[i];
    check_span(document.text, quotation.span);
    check_span(document.text, quotation.open);
    check_span(document.text, quotation.close);
    QUOIN_CHECK(quotation.open.end <= quotation.span.begin);
    QUOIN_CHECK(quotation.span.end <= quotation.close.begin);
    check_segments(document, quotation);
    if (i > 0) QUOIN_CHECK(found[i - 1].open.begin <= quotation.open.begin);
    QUOIN_CHECK((quotation.depth > 0) == (quotation.parent != kNoParent));
    if (quotation.parent == kNoParent) continue;
    QUOIN_CHECK(static_cast<std::size_t>(quotation.parent) < i);
    const Quotation& outer = found[static_cast<std::size_t>(quotation.parent)];
    QUOIN_CHECK(outer.open.begin <= quotation.open.begin);
    QUOIN_CHECK(quotation.close.end <= outer.close.end);
  }
  return 0;
}
