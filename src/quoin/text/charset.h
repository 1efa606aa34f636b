// SPDX-License-Identifier: Apache-2.0
// From the bytes of any encoding to UTF-8.
//
// What the bytes are is decided by the first of these that says so: a byte
// order mark, UTF-16 that shows in its NULs, the label of the HTTP header, the
// label of the page itself, being valid UTF-8, and a guess from the bytes
// (ICU). Labels mean what the Encoding Standard says they mean: "latin1" is
// windows-1252. A label "utf-8" on bytes of which none is, is not believed.
//
//   DeclaredCharset declared;
//   declared.http = charset_of_content_type("text/html; charset=latin1");
//   DecodedBytes decoded = decode_bytes("\x93Go\x94", declared);
//   decoded.text      // “Go”
//   decoded.charset   // "windows-1252"

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <quoin/text/byte_origins.h>
#include <quoin/text/decode.h>

namespace quoin {

// Labels as they were found, in any case; empty where there is none.
struct DeclaredCharset {
  std::string_view http;
  std::string_view meta;
};

enum class CharsetSource : std::uint8_t {
  kMark,       // byte order mark
  kNuls,       // UTF-16 without a mark
  kHttp,       // the header's label
  kMeta,       // the page's own label
  kValidUtf8,  // no label, and nothing else looks like this
  kDetected,   // guessed
  kAssumed,    // too little to guess from: UTF-8, repaired
};

struct DecodedBytes : DecodedText {
  std::string charset;  // the standard's name: "utf-8", "windows-1252"
  CharsetSource decided_by = CharsetSource::kValidUtf8;
  ByteOrigins origins;  // when asked for; empty when text is as the bytes were
};

// Linear. Never fails: what cannot be read is U+FFFD and counted.
DecodedBytes decode_bytes(std::string bytes,
                          const DeclaredCharset& declared = {},
                          bool with_origins = false);

// The standard's name of a label, "" when there is none: " Latin1" is
// "windows-1252". Of UTF-16, both byte orders are known.
std::string_view charset_named(std::string_view label);

// The label in "text/html; charset=utf-8", a view of it; "" when none.
std::string_view charset_of_content_type(std::string_view content_type);

// The label that an HTML page names in a <meta> near its beginning, a view of
// it; "" when none. Looks at 4 KiB at most: in the pages that name one, it
// stands there.
std::string_view charset_of_meta(std::string_view page);

}  // namespace quoin
