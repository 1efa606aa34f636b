// SPDX-License-Identifier: Apache-2.0
// Pieces of packed data that other threads unpack before they are needed.
//
// Where a piece ends is known only once it is unpacked, so the reader guesses
// where pieces begin. A guess is never believed: take() gives what is unpacked
// from just the place that reading has come to, and a place where nothing
// begins is never come to. So results do not depend on guesses, nor on who
// helped.

#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include <quoin/read/codec.h>

namespace quoin {

class UnpackAhead final : public ReadAhead {
 public:
  // What unpacks to more than so many bytes is not unpacked whole.
  static constexpr std::size_t kMostUnpacked = std::size_t{4} << 20;

  explicit UnpackAhead(std::shared_ptr<const Codec> codec)
      : codec_(std::move(codec)) {}

  // The rest is for the thread that reads.

  // Whether another piece may be added: memory is bounded.
  bool has_room() const;

  // A piece seems to begin at this byte of the input.
  // Requires: has_room(), and `at` rises.
  void add(std::uint64_t at, std::string_view packed);

  // The piece that begins at this byte, where it can be had whole. Those that
  // begin before it are dropped.
  std::optional<Unpacked> take(std::uint64_t at);

  // For any thread: unpacks what will be needed next, if too little is ready.
  void help() override;

 private:
  enum class State : std::uint8_t { kWaiting, kTaken, kReady };
  struct Piece {
    std::uint64_t at = 0;
    std::string packed;
    State state = State::kWaiting;
    Unpacked unpacked;
  };

  std::shared_ptr<Piece> choose();
  void unpack(Piece& piece);

  std::shared_ptr<const Codec> codec_;
  mutable std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<std::shared_ptr<Piece>> pieces_;
  std::size_t packed_ = 0;  // bytes in them
};

}  // namespace quoin
