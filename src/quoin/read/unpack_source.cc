// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <quoin/read/codec.h>
#include <quoin/read/unpack_ahead.h>

namespace quoin {
namespace {

constexpr std::size_t kBuffer = std::size_t{2} << 20;
// So much of what follows is at hand when a piece begins, for others to unpack.
constexpr std::size_t kAhead = kBuffer / 2;
constexpr std::size_t kRead = kBuffer / 8;
constexpr std::uint64_t kMostPreamble = std::uint64_t{16} << 20;

// Pieces that are small, as the records of crawls are, are unpacked whole, in
// less than half the time and by whichever thread is free. Whatever does not
// come whole (larger, damaged, cut off) is unpacked bit by bit.
class UnpackSource final : public ByteSource {
 public:
  UnpackSource(std::unique_ptr<ByteSource> packed, const std::string& name,
               const UnpackLimits& limits, std::shared_ptr<Codec> codec)
      : packed_(std::move(packed)),
        name_(name),
        limits_(limits),
        guard_(limits),
        codec_(std::move(codec)),
        ahead_(std::make_shared<UnpackAhead>(codec_)),
        buffer_(std::make_unique_for_overwrite<char[]>(kBuffer)) {}

  Result<std::size_t> read(char* into, std::size_t most) override;
  bool is_refused() const override {
    return is_refused_ || packed_->is_refused();
  }
  std::uint64_t position() const override { return base_ - held().size(); }
  std::shared_ptr<ReadAhead> ahead() const override { return ahead_; }

 private:
  enum class State : std::uint8_t {
    kStart,
    kBetween,  // at the beginning of a piece, or at the end
    kInside,   // of a piece
    kDamaged,  // look for the next piece
    kEnd,
  };

  std::string_view held() const {
    return std::string_view(buffer_.get() + begin_, end_ - begin_);
  }
  bool fill();
  std::string_view hold(std::size_t count);
  void take_preamble();
  void begin_piece();
  void guess_pieces();
  void find_piece();
  std::size_t step(char* into, std::size_t most);
  std::size_t give(char* into, std::size_t most);
  bool add_to_guard(std::size_t read, std::size_t written);
  void fail_piece(std::string_view what);
  void go_back();
  void end_with(std::string message, std::string hint = {});

  std::unique_ptr<ByteSource> packed_;
  std::string name_;
  UnpackLimits limits_;
  RatioGuard guard_;
  bool is_refused_ = false;
  std::shared_ptr<Codec> codec_;
  std::shared_ptr<UnpackAhead> ahead_;  // outlived by who still helps

  std::unique_ptr<char[]> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t base_ = 0;  // bytes taken from below: where end_ is
  bool is_input_end_ = false;
  std::optional<Diagnostic> below_;  // said when the bytes here are used

  State state_ = State::kStart;
  std::uint64_t piece_ = 0;    // where the last began
  std::uint64_t guessed_ = 0;  // guesses are made up to here ...
  std::uint64_t guessed_of_ = 0;  // ... of so many bytes
  Unpacked ready_;             // a whole piece
  std::size_t given_ = 0;
  std::optional<Diagnostic> pending_;  // said when what was read is given
  // Since the last damage no piece has been whole, so that what fails now was
  // none and is not worth a word.
  bool is_lost_ = false;
  bool is_any_sound_ = false;
  std::uint64_t gone_back_ = 0;  // bytes that were looked at once more
};

// More bytes behind those that are held; false when there are none.
bool UnpackSource::fill() {
  if (is_input_end_) return false;
  if (begin_ > 0 && kBuffer - end_ < kRead) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
    end_ -= std::exchange(begin_, 0);
  }
  Result<std::size_t> got = packed_->read(buffer_.get() + end_, kBuffer - end_);
  if (!got) {
    below_ = std::move(got).error().front();
    is_input_end_ = true;
    return false;
  }
  end_ += *got;
  base_ += *got;
  is_input_end_ = *got == 0;
  return !is_input_end_;
}

// What is held, of at least `count` bytes where there are so many.
// Requires: count <= kAhead.
std::string_view UnpackSource::hold(std::size_t count) {
  while (held().size() < count && fill()) {
  }
  return held();
}

void UnpackSource::end_with(std::string message, std::string hint) {
  pending_ = failure(name_, std::move(message), std::move(hint));
  state_ = State::kEnd;
}

void UnpackSource::take_preamble() {
  state_ = State::kBetween;
  const std::uint64_t size = codec_->preamble_size(hold(8).substr(0, 8));
  if (size == 0) return;
  std::string bytes;
  while (size <= kMostPreamble && bytes.size() < size && !hold(1).empty()) {
    const std::size_t some =
        std::min(static_cast<std::size_t>(size) - bytes.size(), held().size());
    bytes.append(held().substr(0, some));
    begin_ += some;
  }
  if (bytes.size() == size && codec_->take_preamble(std::move(bytes))) return;
  end_with(size > kMostPreamble
               ? fmt::format("the {} dictionary is larger than 16 MB",
                             codec_->name())
               : fmt::format("the {} dictionary it begins with is damaged",
                             codec_->name()));
}

void UnpackSource::begin_piece() {
  // Files on tapes and of some tools are filled up with zeros.
  while (!hold(1).empty() && held()[0] == '\0') ++begin_;
  const std::string_view next = hold(Codec::kSignature);
  if (next.empty()) {
    pending_ = std::exchange(below_, std::nullopt);
    state_ = State::kEnd;
    return;
  }
  if (!codec_->begins(next.substr(0, Codec::kSignature))) {
    if (!std::exchange(is_lost_, true)) {
      pending_ = failure(
          name_, fmt::format("what follows the {} data at byte {} is none",
                             codec_->name(), position()));
    }
    state_ = State::kDamaged;
    return;
  }
  hold(kAhead);
  piece_ = position();
  guess_pieces();
  std::optional<Unpacked> whole = ahead_->take(piece_);
  if (!whole || !whole->is_whole) {
    codec_->begin();
    state_ = State::kInside;
    return;
  }
  begin_ += whole->used;
  is_lost_ = false;
  is_any_sound_ = true;
  if (!add_to_guard(whole->used, whole->size)) return;
  ready_ = *std::move(whole);
  given_ = 0;
}

// Where pieces seem to begin in what is held.
void UnpackSource::guess_pieces() {
  guessed_ = std::max(guessed_, position());
  while (guessed_ < base_ && (is_input_end_ || guessed_of_ < base_) &&
         ahead_->has_room()) {
    const std::string_view rest =
        held().substr(static_cast<std::size_t>(guessed_ - position()));
    if (!codec_->begins(rest.substr(0, Codec::kSignature))) break;
    std::size_t size = codec_->find_end(rest);
    if (size == 0 && !is_input_end_) {
      guessed_of_ = base_;  // looked through once, and not again
      break;
    }
    if (size == 0) size = rest.size();
    ahead_->add(guessed_, rest.substr(0, size));
    guessed_ += size;
  }
}

// Past damage to what looks like the next piece.
void UnpackSource::find_piece() {
  while (true) {
    const std::string_view rest = hold(Codec::kSignature);
    const std::size_t at = codec_->find_begin(rest, 0);
    if (at != std::string_view::npos) {
      begin_ += at;
      state_ = State::kBetween;
      return;
    }
    // A signature may begin at the end of what is held.
    begin_ += rest.size() - std::min(rest.size(), Codec::kSignature - 1);
    if (fill()) continue;
    begin_ = end_;
    state_ = State::kBetween;
    return;
  }
}

bool UnpackSource::add_to_guard(std::size_t read, std::size_t written) {
  if (guard_.add(read, written)) return true;
  is_refused_ = true;
  pending_ = too_packed(name_, position(), limits_);
  state_ = State::kEnd;
  return false;
}

// Says that a piece is not sound, and looks for the next.
void UnpackSource::fail_piece(std::string_view what) {
  const Codec::Refusal* refusal = codec_->refusal();
  if (refusal != nullptr && !is_any_sound_) {
    return end_with(refusal->message, refusal->hint);
  }
  state_ = State::kDamaged;
  if (!std::exchange(is_lost_, true)) {
    pending_ = failure(name_, fmt::format("the {} data is {} at byte {}, in "
                                          "the {} that begins at byte {}",
                                          codec_->name(), what, position(),
                                          codec_->piece(), piece_));
  }
  go_back();
}

// To where the piece began, as far as that is still here: what is damaged may
// have gone on into the next. Only so often that no byte is read more than
// twice.
void UnpackSource::go_back() {
  if (position() == piece_) {
    ++begin_;  // or the same piece would be found again
    return;
  }
  const std::uint64_t back =
      std::min<std::uint64_t>(position() - (piece_ + 1), begin_);
  if (gone_back_ + back > base_) return;
  gone_back_ += back;
  begin_ -= static_cast<std::size_t>(back);
}

// Some bytes of a piece; 0 when something else has to be done next.
std::size_t UnpackSource::step(char* into, std::size_t most) {
  const Codec::Step done = codec_->step(held(), into, most);
  begin_ += done.read;
  if (!add_to_guard(done.read, done.written)) return 0;
  if (done.status == Codec::Status::kEnd) {
    state_ = State::kBetween;
    is_lost_ = false;
    is_any_sound_ = true;
  } else if (done.status == Codec::Status::kDamaged) {
    fail_piece("damaged");
  } else if (done.written == 0 && held().empty() && !fill()) {
    // What is wrong below is reason enough.
    is_lost_ = is_lost_ || below_.has_value();
    fail_piece("cut off");
  }
  return done.written;
}

std::size_t UnpackSource::give(char* into, std::size_t most) {
  const std::size_t some = std::min(most, ready_.size - given_);
  std::memcpy(into, ready_.bytes.get() + given_, some);
  given_ += some;
  if (given_ == ready_.size) ready_ = {};
  if (ready_.size == 0) given_ = 0;
  return some;
}

Result<std::size_t> UnpackSource::read(char* into, std::size_t most) {
  while (true) {
    if (ready_.size > 0) return give(into, most);
    if (pending_) return *std::exchange(pending_, std::nullopt);
    switch (state_) {
      case State::kStart: take_preamble(); break;
      case State::kBetween: begin_piece(); break;
      case State::kDamaged: find_piece(); break;
      case State::kEnd: return std::size_t{0};
      case State::kInside:
        if (const std::size_t some = step(into, most)) return some;
    }
  }
}

}  // namespace

std::unique_ptr<ByteSource> unpack_source(std::unique_ptr<ByteSource> packed,
                                          const std::string& name,
                                          const UnpackLimits& limits,
                                          std::shared_ptr<Codec> codec) {
  return std::make_unique<UnpackSource>(std::move(packed), name, limits,
                                        std::move(codec));
}

}  // namespace quoin
