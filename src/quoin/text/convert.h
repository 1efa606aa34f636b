// SPDX-License-Identifier: Apache-2.0
// Bytes of one known encoding to UTF-8, by ICU.
//
//   convert_bytes("\x93Go\x94", 0, *find_charset("latin1"), nullptr)->text

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <quoin/text/byte_origins.h>
#include <quoin/text/charset_labels.h>
#include <quoin/text/decode.h>

namespace quoin {

// As decode_utf8, of another encoding than UTF-8; the first `skipped` bytes are
// a mark and no text. Nothing when this ICU has no
// converter for it. Linear; beyond the text it takes a fixed amount of memory.
std::optional<DecodedText> convert_bytes(std::string_view bytes,
                                         std::size_t skipped,
                                         const Charset& charset,
                                         ByteOrigins* origins);

}  // namespace quoin
