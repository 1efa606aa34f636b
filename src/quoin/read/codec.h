// SPDX-License-Identifier: Apache-2.0
// What gzip and zstd differ in; what they share is read/unpack_source.cc.
//
// Packed data is pieces in a row: members of gzip, frames of zstd. A piece may
// be unpacked whole by any thread, or bit by bit by the one that reads.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <quoin/read/byte_source.h>
#include <quoin/read/inflate.h>
#include <quoin/read/unpack.h>

namespace quoin {

class Codec {
 public:
  // With so many bytes at hand, begins() tells a piece.
  static constexpr std::size_t kSignature = 4;

  virtual ~Codec() = default;

  virtual std::string_view name() const = 0;   // "gzip"
  virtual std::string_view piece() const = 0;  // "member"

  // Whether `bytes` may be how a piece begins. Fewer than kSignature of them
  // are all there are.
  virtual bool begins(std::string_view bytes) const = 0;
  // Where in `bytes`, at `from` or later, a piece seems to begin; or npos.
  virtual std::size_t find_begin(std::string_view bytes,
                                 std::size_t from) const = 0;
  // How long the piece is that `bytes` begin with, so far as that can be told
  // without unpacking it; 0 where its end is not in sight. May be wrong.
  virtual std::size_t find_end(std::string_view bytes) const = 0;

  // A whole piece, when it unpacks to no more than `most` bytes and is sound.
  virtual Unpacked unpack(std::string_view piece, std::size_t most) const = 0;

  // The next piece, bit by bit.
  enum class Status : std::uint8_t { kGoesOn, kEnd, kDamaged };
  struct Step {
    std::size_t read = 0;
    std::size_t written = 0;
    Status status = Status::kGoesOn;
  };
  virtual void begin() = 0;
  virtual Step step(std::string_view in, char* out, std::size_t room) = 0;

  // Why no piece at all can be unpacked, after a kDamaged: message and hint.
  struct Refusal {
    std::string message;
    std::string hint;
  };
  virtual const Refusal* refusal() const { return nullptr; }

  // Of the first 8 bytes of all: how many belong to something that all pieces
  // need, them included, and its bytes.
  virtual std::uint64_t preamble_size(std::string_view) const { return 0; }
  virtual bool take_preamble(std::string) { return true; }
};

std::unique_ptr<ByteSource> unpack_source(std::unique_ptr<ByteSource> packed,
                                          const std::string& name,
                                          const UnpackLimits& limits,
                                          std::shared_ptr<Codec> codec);

}  // namespace quoin
