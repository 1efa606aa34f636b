// SPDX-License-Identifier: Apache-2.0
// Any bytes become text that decodes to itself, and every way of counting
// positions in it agrees.
#include <quoin/text/decode.h>
#include <quoin/text/positions.h>

#include <string>

#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace quoin;
  const DecodedText decoded = decode_utf8(std::string(fuzz_input(data, size)));
  const std::string& text = decoded.text;
  QUOIN_CHECK(decoded.first_fault.has_value() == !decoded.is_clean());

  // A text may begin with what would be a byte order mark of its own.
  if (!text.starts_with("\xEF\xBB\xBF")) {
    const DecodedText again = decode_utf8(text);
    QUOIN_CHECK(again.is_clean());
    QUOIN_CHECK(again.text == text);
  }

  const PositionIndex index(text);
  PositionCursor cursor(text);
  Position last;
  for (std::size_t byte = 0; byte <= text.size(); ++byte) {
    const bool is_boundary =
        byte == text.size() ||
        (static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80;
    if (!is_boundary) continue;
    const Position here = cursor.advance_to(byte);
    QUOIN_CHECK(index.at(byte) == here);
    QUOIN_CHECK(index.byte_of_code_point(here.code_point) == byte);
    QUOIN_CHECK(byte == 0 || here.code_point == last.code_point + 1);
    last = here;
  }
  return 0;
}
