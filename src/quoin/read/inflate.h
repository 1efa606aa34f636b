// SPDX-License-Identifier: Apache-2.0
// Packed bytes that are all there, unpacked at once: the fast way for members
// of crawls and bodies of responses. What is larger than memory goes through
// read/unpack.h.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace quoin {

enum class Packing : std::uint8_t {
  kGzip,     // one member
  kDeflate,  // of HTTP: with the wrapper of zlib, or bare
};

struct Inflated {
  std::string text;
  std::size_t used = 0;       // bytes of the input; of a whole one, where it ends
  bool is_whole = false;      // unpacked to its end, and its checksum is right
  bool is_too_large = false;  // would be more than `most` bytes
};

// A member or a frame that was unpacked whole. No string: strings are filled
// with zeros before, which takes a tenth of the time of unpacking.
struct Unpacked {
  std::unique_ptr<char[]> bytes;
  std::size_t size = 0;
  std::size_t used = 0;  // bytes of the input
  bool is_whole = false;
  bool is_too_large = false;

  std::string_view view() const& { return {bytes.get(), size}; }
  std::string_view view() const&& = delete;
};

// One member of gzip, and only when all is well with it and it unpacks to no
// more than `most` bytes.
Unpacked inflate_member(std::string_view packed, std::size_t most);

// Of what is cut off or damaged, `text` is what could be unpacked.
Inflated inflate_all(std::string_view packed, Packing packing,
                     std::size_t most);

}  // namespace quoin
