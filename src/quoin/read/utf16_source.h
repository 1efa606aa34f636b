// SPDX-License-Identifier: Apache-2.0
// UTF-16 read as UTF-8, piece by piece: for lines of JSON as Windows tools
// write them. What is read whole goes through text/charset.h instead.

#pragma once

#include <memory>

#include <quoin/read/byte_source.h>

namespace quoin {

// A byte order mark goes; lone surrogates and half a unit at the end are
// U+FFFD.
std::unique_ptr<ByteSource> utf8_of_utf16(std::unique_ptr<ByteSource> units,
                                          bool is_big_endian);

}  // namespace quoin
