// SPDX-License-Identifier: Apache-2.0
// Any bytes are a page: its text is clean, its blocks cover the text, and every
// character of it has a place in the page.
#include <quoin/read/html/read_html.h>
#include <quoin/text/decode.h>

#include <string>

#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace quoin;
  const std::string page(fuzz_input(data, size));
  PageContext context;
  context.url = "https://courier.example/2026/03/04/harbour";
  const Result<Document> read = read_html(page, context, {});
  QUOIN_CHECK(read.has_value());
  const Document& document = *read;
  // A text may begin with what would be a byte order mark of its own.
  if (!document.text.starts_with("\xEF\xBB\xBF")) {
    QUOIN_CHECK(decode_utf8(document.text).text == document.text);
  }

  std::size_t end = 0;
  for (const Block& block : document.blocks) {
    QUOIN_CHECK(block.span.begin == end);
    QUOIN_CHECK(block.span.end > end);
    end = block.span.end;
  }
  QUOIN_CHECK(end == document.text.size());

  // Damage is repaired before the page is read, which may make it longer:
  // three bytes for one.
  std::size_t last = 0;
  for (std::size_t at = 0; at < document.text.size(); ++at) {
    const SourceSpan span = document.source.source_of({at, at + 1});
    QUOIN_CHECK(span.begin >= last && span.begin <= span.end);
    QUOIN_CHECK(span.end <= 3 * page.size());
    last = span.begin;
  }
  return 0;
}
