// SPDX-License-Identifier: Apache-2.0
// The fingerprint by which results say which text they are about.
//
//   sha256_hex("abc")  // "ba7816bf8f01cfea414140de5dae2223b003..."

#pragma once

#include <string>
#include <string_view>

namespace quoin {

// SHA-256 of `bytes` as 64 lower-case hexadecimal digits. Safe from any thread.
std::string sha256_hex(std::string_view bytes);

}  // namespace quoin
