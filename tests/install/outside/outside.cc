// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <string>

#include <quoin/base/sha256.h>
#include <quoin/text/decode.h>

int main() {
  const std::string text =
      quoin::decode_utf8("\u201CWe leave at dawn,\u201D said Jane Doe.").text;
  std::printf("%s\n", quoin::sha256_hex(text).c_str());
  return 0;
}
