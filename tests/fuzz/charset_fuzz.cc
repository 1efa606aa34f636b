// SPDX-License-Identifier: Apache-2.0
// Any bytes under any label become valid UTF-8 whose every byte knows where it
// stood, in order.
#include <quoin/text/charset.h>

#include <string>

#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace quoin;
  if (size == 0) return 0;
  constexpr const char* kLabels[] = {
      "",       "utf-8", "latin1", "shift_jis", "gb18030",     "big5",
      "euc-jp", "euc-kr", "utf-16", "koi8-r",   "iso-2022-jp", "nonsense"};
  DeclaredCharset declared;
  declared.http = kLabels[data[0] % std::size(kLabels)];
  const std::string bytes(fuzz_input(data + 1, size - 1));
  declared.meta = charset_of_meta(bytes);
  const DecodedBytes decoded = decode_bytes(bytes, declared, true);
  QUOIN_CHECK(decode_utf8(decoded.text).text.size() <= decoded.text.size());
  QUOIN_CHECK(count_utf8(decoded.text).ill_formed == 0);
  QUOIN_CHECK(decoded.first_fault.has_value() == !decoded.is_clean());
  std::size_t last = 0;
  for (std::size_t i = 0; i <= decoded.text.size(); ++i) {
    const std::size_t at = decoded.origins.source_of(i);
    QUOIN_CHECK(at >= last && at <= bytes.size());
    last = at;
  }
  return 0;
}
