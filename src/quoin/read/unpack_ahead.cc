// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/unpack_ahead.h>

#include <utility>

namespace quoin {
namespace {

// So many are kept unpacked, as long as each is of the size of a page; and so
// many bytes wait, which may come to kMostUnpacked each.
constexpr std::size_t kMostReady = 8;
constexpr std::size_t kMostPieces = 64;
constexpr std::size_t kMostPacked = std::size_t{1} << 20;
// Unpacked before another thread would have found them.
constexpr std::size_t kTiny = 2048;

}  // namespace

bool UnpackAhead::has_room() const {
  const std::scoped_lock lock(mutex_);
  return pieces_.size() < kMostPieces && packed_ < kMostPacked;
}

void UnpackAhead::add(std::uint64_t at, std::string_view packed) {
  auto piece = std::make_shared<Piece>();
  piece->at = at;
  piece->packed = packed;
  const std::scoped_lock lock(mutex_);
  packed_ += packed.size();
  pieces_.push_back(std::move(piece));
}

// Requires: the caller has set it to kTaken.
void UnpackAhead::unpack(Piece& piece) {
  Unpacked unpacked = codec_->unpack(piece.packed, kMostUnpacked);
  const std::scoped_lock lock(mutex_);
  piece.unpacked = std::move(unpacked);
  piece.state = State::kReady;
  ready_.notify_all();
}

std::optional<Unpacked> UnpackAhead::take(std::uint64_t at) {
  std::shared_ptr<Piece> piece;
  {
    std::unique_lock lock(mutex_);
    while (!pieces_.empty() && pieces_.front()->at <= at) {
      packed_ -= pieces_.front()->packed.size();
      piece = std::move(pieces_.front());
      pieces_.pop_front();
    }
    if (piece == nullptr || piece->at != at) return std::nullopt;
    if (piece->state != State::kWaiting) {
      ready_.wait(lock, [&] { return piece->state == State::kReady; });
      return std::move(piece->unpacked);
    }
    piece->state = State::kTaken;
  }
  unpack(*piece);
  return std::move(piece->unpacked);
}

// The next piece that is worth it; nothing when enough are ready.
std::shared_ptr<UnpackAhead::Piece> UnpackAhead::choose() {
  const std::scoped_lock lock(mutex_);
  std::size_t ready = 0;
  for (const std::shared_ptr<Piece>& piece : pieces_) {
    if (piece->packed.size() < kTiny) continue;
    if (piece->state == State::kWaiting) {
      piece->state = State::kTaken;
      return piece;
    }
    if (++ready == kMostReady) break;
  }
  return nullptr;
}

void UnpackAhead::help() {
  while (const std::shared_ptr<Piece> piece = choose()) unpack(*piece);
}

}  // namespace quoin
