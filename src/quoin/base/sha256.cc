// SPDX-License-Identifier: Apache-2.0
#include <quoin/base/sha256.h>

#include <array>
#include <cassert>

#include <openssl/evp.h>

namespace quoin {
namespace {

// OpenSSL 3 looks an algorithm up by name at each use, which costs more than
// hashing a short article; fetched once it is shared by all threads. It lives
// as long as the program.
const EVP_MD* sha256_algorithm() {
  static const EVP_MD* const kAlgorithm =
      EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return kAlgorithm;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, 32> digest{};
  unsigned int size = 0;
  [[maybe_unused]] const int done =
      EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size,
                 sha256_algorithm(), nullptr);
  assert(done == 1 && size == digest.size());

  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  return hex;
}

}  // namespace quoin
