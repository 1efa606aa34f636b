// SPDX-License-Identifier: Apache-2.0
// Any text as subtitles, as a transcript with times and as Markdown: blocks without gaps, and a way back
// for every byte.
#include <quoin/read/http.h>
#include <quoin/read/markdown.h>
#include <quoin/read/subtitles.h>
#include <quoin/read/time_stamps.h>
#include <quoin/text/decode.h>

#include <string>

#include "check.h"

namespace {

void check(const quoin::Document& document, std::size_t size) {
  using namespace quoin;
  QUOIN_CHECK(count_utf8(document.text).ill_formed == 0);
  for (std::size_t i = 0; i < document.text.size(); ++i) {
    const SourceSpan span = document.source.source_of({i, i + 1});
    QUOIN_CHECK(span.begin <= span.end && span.end <= size);
  }
  std::size_t end = 0;
  for (const Block& block : document.blocks) {
    QUOIN_CHECK(block.span.begin == end && block.span.end > end);
    end = block.span.end;
  }
  QUOIN_CHECK(document.blocks.empty() || end == document.text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace quoin;
  const std::string bytes(fuzz_input(data, size));
  const std::string text = decode_utf8(bytes).text;
  Document subtitles;
  read_subtitles(text, subtitles);
  check(subtitles, text.size());
  Document stamped;
  if (read_time_stamps(text, stamped)) check(stamped, text.size());
  Document markdown;
  read_markdown(text, markdown);
  check(markdown, text.size());
  const Result<HttpResponse> response =
      read_http_response(bytes, std::size_t{1} << 20);
  QUOIN_CHECK(!response || response->body.size() <= (std::size_t{1} << 20));
  return 0;
}
