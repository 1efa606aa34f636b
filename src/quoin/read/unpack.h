// SPDX-License-Identifier: Apache-2.0
// What is compressed, unpacked while it is read: gzip and zstd.
//
// gzip may have many members and zstd many frames, as crawls and joined logs
// have; a dictionary that a .warc.zst begins with is used. Something that
// unpacks to far more than it could hold is refused before it fills anything.
//
//   std::unique_ptr<ByteSource> text = unpack_gzip(std::move(file), "a.gz", {});

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <quoin/read/byte_source.h>

namespace quoin {

// Copy packs to a fifth, a list of numbers to a twentieth, a bomb to a
// thousandth.
inline constexpr std::size_t kDefaultMaxRatio = 250;

struct UnpackLimits {
  // Bytes out for one byte in, over any 64 MiB of output.
  std::size_t max_ratio = kDefaultMaxRatio;
};

bool is_gzip(std::string_view head);
// Also of the skippable frame with which a dictionary comes.
bool is_zstd(std::string_view head);

// `name` is for messages, which say the byte of the packed input. Damage is one
// error; the next read goes on with the next member, when there is one. What
// follows the last member and is not zero is an error as well.
std::unique_ptr<ByteSource> unpack_gzip(std::unique_ptr<ByteSource> packed,
                                        const std::string& name,
                                        const UnpackLimits& limits);

// The same for frames of zstd.
std::unique_ptr<ByteSource> unpack_zstd(std::unique_ptr<ByteSource> packed,
                                        const std::string& name,
                                        const UnpackLimits& limits);

// Watches how much comes out of how little.
class RatioGuard {
 public:
  explicit RatioGuard(const UnpackLimits& limits) : limits_(limits) {}

  // False when what has come out in this window is too much for what went in.
  bool add(std::size_t read, std::size_t written);

 private:
  UnpackLimits limits_;
  std::uint64_t read_ = 0;
  std::uint64_t written_ = 0;
};

Diagnostic too_packed(const std::string& name, std::uint64_t position,
                      const UnpackLimits& limits);

}  // namespace quoin
