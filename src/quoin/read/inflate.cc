// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/inflate.h>

#include <algorithm>
#include <memory>
#include <utility>

#include <libdeflate.h>
#include <zlib.h>

namespace quoin {
namespace {

struct Freer {
  void operator()(libdeflate_decompressor* d) const {
    libdeflate_free_decompressor(d);
  }
};

// Setting one up clears tables of some 30 KB: once a thread.
libdeflate_decompressor* decompressor() {
  thread_local const std::unique_ptr<libdeflate_decompressor, Freer> one(
      libdeflate_alloc_decompressor());
  return one.get();
}

// The size that a gzip member says it has in its last four bytes, if `packed`
// ends with it; a guess from its packed size where that cannot be.
std::size_t guess_size(std::string_view packed, std::size_t most) {
  constexpr std::size_t kLeast = 4096;
  std::size_t guess = std::max(kLeast, packed.size() * 6);
  if (packed.size() > 18) {
    std::size_t said = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      said |= std::size_t{static_cast<unsigned char>(
                  packed[packed.size() - 4 + i])}
              << 8 * i;
    }
    // No byte makes more than 1032.
    if (said >= packed.size() / 2 && said <= packed.size() * 1032) guess = said;
  }
  return std::min(guess, most);
}

// By zlib, which gives what it can of damaged data.
Inflated inflate_slowly(std::string_view packed, int window_bits,
                        std::size_t most) {
  Inflated out;
  z_stream stream = {};
  if (inflateInit2(&stream, window_bits) != Z_OK) return out;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  int status = Z_OK;
  while (status == Z_OK) {
    const std::size_t size = out.text.size();
    if (size > most) break;
    out.text.resize(size + std::max<std::size_t>(size, 65536));
    stream.next_out = reinterpret_cast<Bytef*>(out.text.data() + size);
    stream.avail_out = static_cast<uInt>(out.text.size() - size);
    status = inflate(&stream, Z_NO_FLUSH);
    out.text.resize(out.text.size() - stream.avail_out);
    if (out.text.size() == size && status == Z_OK) break;
  }
  out.used = packed.size() - stream.avail_in;
  out.is_whole = status == Z_STREAM_END;
  out.is_too_large = out.text.size() > most;
  inflateEnd(&stream);
  return out;
}

}  // namespace

Unpacked inflate_member(std::string_view packed, std::size_t most) {
  Unpacked out;
  libdeflate_decompressor* const fast = decompressor();
  if (fast == nullptr) return out;
  for (std::size_t room = guess_size(packed, most);;
       room = std::min(most, room * 2)) {
    out.bytes = std::make_unique_for_overwrite<char[]>(room);
    const libdeflate_result result = libdeflate_gzip_decompress_ex(
        fast, packed.data(), packed.size(), out.bytes.get(), room, &out.used,
        &out.size);
    if (result == LIBDEFLATE_INSUFFICIENT_SPACE && room < most) continue;
    out.is_whole = result == LIBDEFLATE_SUCCESS;
    out.is_too_large = result == LIBDEFLATE_INSUFFICIENT_SPACE;
    if (!out.is_whole) out.size = 0;
    return out;
  }
}

Inflated inflate_all(std::string_view packed, Packing packing,
                     std::size_t most) {
  if (packing == Packing::kDeflate) {
    Inflated wrapped = inflate_slowly(packed, MAX_WBITS, most);
    if (wrapped.is_whole || wrapped.is_too_large) return wrapped;
    Inflated bare = inflate_slowly(packed, -MAX_WBITS, most);
    return bare.text.size() > wrapped.text.size() ? bare : wrapped;
  }
  const Unpacked member = inflate_member(packed, most);
  if (member.is_whole || member.is_too_large) {
    return {std::string(member.view()), member.used, member.is_whole,
            member.is_too_large};
  }
  // Damaged or cut off: what can be had of it, the other library gives.
  return inflate_slowly(packed, 16 + MAX_WBITS, most);
}

}  // namespace quoin
